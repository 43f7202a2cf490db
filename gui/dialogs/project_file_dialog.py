"""The system's dialog for a project file that is there."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from model.project import SUFFIX


def ask_project_file(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Which project file is meant."""
    pattern = QCoreApplication.translate("ProjectFiles", "Qarar projects") + f" (*{SUFFIX})"
    found, _ = QFileDialog.getOpenFileName(parent, title, str(folder), pattern)
    return Path(found) if found else None

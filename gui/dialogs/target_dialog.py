"""A dialog that asks where something is to be written; what there is to choose besides, each kind of it adds."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.error import say
from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import directed, isolated, sentence
from gui.widgets.tab_order import InReadingOrder
from model.errors import UserError

translate = QCoreApplication.translate


class TargetDialog(InReadingOrder, QDialog):
    """A form with a line for the target, and the button that exports. What ``browse`` does, each kind says. Nothing
    that is there is written over unasked.
    """

    def __init__(self, title: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self._language = language
        self._confirmed: Path | None = None  # the dialog for files has asked already
        self.target = QLineEdit(self)
        self.target.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.browse = QPushButton(translate("TargetDialog", "&Browse…"), self)
        self._line = QHBoxLayout()
        self._line.addWidget(self.target, 1)
        self._line.addWidget(self.browse)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(translate("TargetDialog", "&Export"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.form = QFormLayout()
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.target.textChanged.connect(self._see)

    def chosen_target(self) -> Path:
        """Where it is to be written, as it stands in the line."""
        return Path(self.target.text().strip())

    def writes_folder(self) -> bool:
        """Whether what is chosen is written as a folder, for which an empty one is as good as none."""
        return False

    def add_target(self) -> None:
        """Put the line of the target here into the form."""
        to = QLabel(translate("TargetDialog", "&To:"), self)
        to.setBuddy(self.target)
        self.form.addRow(to, self._line)

    def ask_replace(self, target: Path) -> bool:
        """Whether a file that is there, or what is in a folder, may be written over."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.windowTitle())
        box.setText(
            directed(translate("TargetDialog", "{path} is there already. Write over it?").format(path=isolated(target)))
        )
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        return run(box) == QMessageBox.StandardButton.Yes

    def show_error(self, refusal: UserError) -> None:
        """Say in a box why the target cannot be one."""
        say(self, self.windowTitle(), sentence(refusal, self._language))

    def accept(self) -> None:
        target = self.chosen_target()
        try:
            if target.is_dir() and not self.writes_folder():
                self.show_error(UserError("{path}: this is a folder, not a file.", path=target))
                return
            taken = target.exists() and not (target.is_dir() and not any(target.iterdir()))
        except OSError as error:
            refusal = UserError("{path}: cannot be read ({reason}).", path=target, reason=error)
            self.show_error(refusal)
            return
        if not taken or target == self._confirmed or self.ask_replace(target):
            super().accept()

    def _take_target(self, found: str, *, confirmed: bool) -> None:
        """What the system's dialog gave, which is nothing where it was closed."""
        if found:
            self._confirmed = Path(found) if confirmed else None
            self.target.setText(found)

    def _see(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.chosen_target().name))

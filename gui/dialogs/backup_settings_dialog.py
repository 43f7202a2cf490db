"""Whether backups are made by themselves, where they are, and how many are kept."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import directed, sentence
from gui.i18n.numbers import numbered
from gui.item_models.backups import size_words
from gui.settings import MOST_BACKUPS
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.backups.backup_folder import default_backup_folder, remark_on
from model.backups.rotation import DAYS, HOURS


@dataclass(frozen=True, slots=True)
class BackupChoices:
    """``kept``: of how many hours, and of how many days, one is kept."""

    made: bool
    folder: Path
    kept: tuple[int, int]


class BackupSettingsDialog(InReadingOrder, QDialog):
    """``size`` is that of the open project in bytes, to say how much room its backups may take; 0 where none is.
    ``project`` is where it is, to remark on a folder that holds it.
    """

    def __init__(
        self, choices: BackupChoices, size: int = 0, parent: QWidget | None = None, project: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Automatic backups"))
        self._size = size
        self._project = project
        about = WrappedLabel(
            self.tr(
                "While you work, a checked copy of the project is made every hour in which something was changed. It "
                "is kept away from the project's folder, and can be opened or restored at any time."
            ),
            self,
        )
        self.made = QCheckBox(self.tr("&Make backups of the open project"), self)
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.choose_button = QPushButton(self.tr("&Choose…"), self)
        self.choose_button.setAutoDefault(False)
        self.hours, self.days = QSpinBox(self), QSpinBox(self)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for number in (self.hours, self.days):
            number.setRange(0, MOST_BACKUPS)
            number.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.remark = WrappedLabel("", self)
        self.room = WrappedLabel("", self)
        form = QFormLayout()
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose_button)
        for words, field, part in (
            (self.tr("&Folder"), self.folder, place),
            (self.tr("&Hourly ones kept"), self.hours, self.hours),
            (self.tr("&Daily ones kept"), self.days, self.days),
        ):
            label = QLabel(words, self)
            label.setBuddy(field)
            form.addRow(label, part)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(
            standard.Ok | standard.Cancel | standard.RestoreDefaults, Qt.Orientation.Horizontal, self
        )
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addWidget(self.made)
        column.addLayout(form)
        column.addWidget(self.remark)
        column.addWidget(self.room)
        column.addWidget(self.buttons)
        self.setMinimumWidth(520)
        self.folder.textChanged.connect(self._remark)
        self._fill(choices)
        for number in (self.hours, self.days):
            number.valueChanged.connect(self._say_room)
        self.choose_button.clicked.connect(self._choose)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        usual = BackupChoices(True, default_backup_folder(), (HOURS, DAYS))
        self.buttons.button(standard.RestoreDefaults).clicked.connect(lambda: self._fill(usual))

    @property
    def choices(self) -> BackupChoices:
        """What is chosen now."""
        return BackupChoices(self.made.isChecked(), Path(self.folder.text()), (self.hours.value(), self.days.value()))

    def ask_folder(self) -> Path | None:
        """Which folder backups are to be in."""
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder of backups"), self.folder.text())
        return Path(found) if found else None

    def _choose(self) -> None:
        folder = self.ask_folder()
        if folder is not None:
            self.folder.setText(str(folder))

    def _fill(self, choices: BackupChoices) -> None:
        self.made.setChecked(choices.made)
        self.folder.setText(str(choices.folder))
        self.folder.setCursorPosition(0)
        self.hours.setValue(choices.kept[0])
        self.days.setValue(choices.kept[1])
        self._say_room()

    def _remark(self) -> None:
        remark = None if self._project is None else remark_on(self.choices.folder, self._project)
        self.remark.setText("" if remark is None else directed(sentence(remark, "")))
        self.remark.setVisible(remark is not None)

    def _say_room(self) -> None:
        most = max(1, self.hours.value() + self.days.value())
        words = numbered(self.tr("At most %n backup(s) of each project.", "", most), most)
        if self._size:
            room = self.tr("For this one that is up to {size}.").format(size=size_words(most * self._size))
            words = f"{words} {room}"
        self.room.setText(words)


def ask_backup_settings(
    choices: BackupChoices, size: int, parent: QWidget | None, project: Path | None
) -> BackupChoices | None:
    """What was chosen; None where the dialog was left."""
    dialog = BackupSettingsDialog(choices, size, parent, project)
    return dialog.choices if run(dialog) else None

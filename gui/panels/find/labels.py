"""Labels to choose from where something is found: of what a hit is to lie in, and of what it is to be marked as."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from gui.style.theme import Theme, theme_of
from gui.widgets.row_painting import SWATCH, draw_swatch
from model.annotation.layers import Label, Scheme


class LabelChooser(QComboBox):
    """All text, or the spans of one label; layer by layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_scheme(self, scheme: Scheme | None, language: str, all_text: str) -> None:
        """List the labels of a scheme; the one that was chosen stays so while it is there."""
        kept, blocked = self.label(), self.blockSignals(True)
        self.clear()
        self.addItem(all_text)
        theme = theme_of(self.palette(), scheme)
        for layer in scheme.layers if scheme is not None else ():
            self.insertSeparator(self.count())
            self.addItem(layer.name(language))
            model = self.model()
            assert isinstance(model, QStandardItemModel)
            model.item(self.count() - 1).setEnabled(False)
            for label in layer.labels:
                self.addItem(_swatch(label, theme), label.name(language), label.id)
        self.setCurrentIndex(max(0, self.findData(kept)) if kept is not None else 0)
        self.blockSignals(blocked)
        if kept != self.label():
            self.currentIndexChanged.emit(self.currentIndex())

    def label(self) -> str | None:
        """The id of the chosen label; None for all text."""
        return self.currentData()

    def choose(self, label: str | None) -> bool:
        """Choose a label by its id; says whether it is there, else all text is chosen."""
        place = 0 if label is None else self.findData(label)
        self.setCurrentIndex(max(0, place))
        return place >= 0


def fill_label_menu(
    menu: QMenu, scheme: Scheme | None, language: str, choose: Callable[[str], object], *, enabled: bool
) -> None:
    """List the labels of a scheme in a menu, layer by layer."""
    menu.clear()
    theme = theme_of(menu.palette(), scheme)
    for layer in scheme.layers if scheme is not None else ():
        menu.addSection(layer.name(language).replace("&", "&&"))
        for label in layer.labels:
            action = menu.addAction(_swatch(label, theme), label.name(language).replace("&", "&&"))
            action.setEnabled(enabled)
            action.setData(label.id)
            action.triggered.connect(lambda _=False, label=label.id: choose(label))


def _swatch(label: Label, theme: Theme) -> QIcon:
    picture = QPixmap(SWATCH, SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    colours = theme.of_label(label.id)
    draw_swatch(painter, QRect(0, 0, SWATCH, SWATCH), colours.strong, colours.bar)
    painter.end()
    return QIcon(picture)

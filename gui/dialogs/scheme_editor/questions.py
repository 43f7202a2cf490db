"""What the scheme editor asks before it acts. Each question is one method, which a test replaces."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QButtonGroup,
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import directed
from gui.i18n.numbers import numbered
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Label, Layer, Scheme
from model.annotation.scheme_edits import new_id
from model.annotation.scheme_use import Use
from model.formats.scheme_json import DROP, KEEP, Fate, MissingLabel, To

DELETE_MARKS: Literal["delete marks"] = "delete marks"


@dataclass(frozen=True, slots=True)
class NewItem:
    """Names by language and the id of something that is to be added."""

    names: Mapping[str, str]
    id: str


class SchemeQuestions(QObject):
    """Asks with dialogs; None, False or nothing where the person thinks better of it."""

    def __init__(self, parent: QWidget, language: Callable[[], str]) -> None:
        super().__init__(parent)
        self._window = parent
        self._language = language

    def new_layer(self, taken: Sequence[str]) -> NewItem | None:
        """Names and id of a layer to add."""
        return self._new(self.tr("Add layer"), taken, "layer")

    def new_label(self, taken: Sequence[str]) -> NewItem | None:
        """Names and id of a label to add."""
        return self._new(self.tr("Add label"), taken, "label")

    def new_feature(self, taken: Sequence[str]) -> NewItem | None:
        """Names and name in files of a feature to add."""
        return self._new(self.tr("Add feature"), taken, "feature")

    def fate_of_marks(self, label: Label, use: Use, others: Sequence[Label]) -> To | Literal["delete marks"] | None:
        """Where the marks of a label go that is to be deleted; ``others`` are those that they could get."""
        dialog = DeleteLabelDialog(label, use, others, self._language(), self._window)
        return dialog.fate() if run(dialog) else None

    def delete_marks_of_layer(self, layer: Layer, use: Use) -> bool:
        """Whether a layer is to be deleted with all its marks."""
        template = self.tr("“{layer}” has {marks}. Delete the layer with all of them?")
        marks = self.counted(use)
        return self._sure(self.tr("Delete layer"), template.format(layer=layer.name(self._language()), marks=marks))

    def delete_values(self, name: str, marks: int) -> bool:
        """Whether a feature or a choice is to be deleted with the values that marks have."""
        template = self.tr("“{name}” is given on {marks}. Delete it there too?")
        counted = numbered(self.tr("%n mark(s)", "", marks), marks)
        return self._sure(self.tr("Delete values"), template.format(name=name, marks=counted))

    def colour(self, colour: QColor) -> QColor | None:
        """Another colour."""
        option = QColorDialog.ColorDialogOption.DontUseNativeDialog
        found = QColorDialog.getColor(colour, self._window, self.tr("Colour of the label"), options=option)
        return found if found.isValid() else None

    def file_to_open(self) -> Path | None:
        """A scheme file to read."""
        kinds = self.tr("Schemes (*.json);;All files (*)")
        found = QFileDialog.getOpenFileName(self._window, self.tr("Import scheme"), "", kinds)[0]
        return Path(found) if found else None

    def file_to_save(self, name: str) -> Path | None:
        """Where to write a scheme file."""
        kinds = self.tr("Schemes (*.json);;All files (*)")
        found = QFileDialog.getSaveFileName(self._window, self.tr("Export scheme"), name, kinds)[0]
        return Path(found) if found else None

    def fates_of_missing(self, missing: Sequence[MissingLabel], scheme: Scheme) -> dict[str, Fate] | None:
        """What becomes of the labels that a scheme file lacks."""
        dialog = MissingLabelsDialog(missing, scheme, self._language(), self._window)
        return dialog.fates() if run(dialog) else None

    def counted(self, use: Use) -> str:
        """How much something is in use, in words."""
        marks = numbered(self.tr("%n mark(s)", "", use.spans), use.spans)
        documents = numbered(self.tr("%n document(s)", "", use.documents), use.documents)
        if not use.rejected:
            return self.tr("{marks} in {documents}").format(marks=marks, documents=documents)
        rejected = numbered(self.tr("%n rejected proposal(s)", "", use.rejected), use.rejected)
        template = self.tr("{marks} in {documents} (among them {rejected})")
        return template.format(marks=marks, documents=documents, rejected=rejected)

    def _new(self, title: str, taken: Sequence[str], otherwise: str) -> NewItem | None:
        dialog = NewItemDialog(title, taken, otherwise, self._window)
        return dialog.item() if run(dialog) else None

    def _sure(self, title: str, question: str) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(directed(question))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        run(box)
        return box.clickedButton() is delete


class NewItemDialog(InReadingOrder, QDialog):
    """Names in both languages, and an id made of the English one, which can be written over once."""

    def __init__(self, title: str, taken: Sequence[str], otherwise: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self._taken, self._otherwise = frozenset(taken), otherwise
        self.lines = {language: QLineEdit(self) for language in ("ar", "en")}
        self.lines["ar"].setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.lines["en"].setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.identity = QLineEdit(self)
        self.identity.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.words = WrappedLabel(self.tr("Exported files use the id; it never changes."), self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("&Arabic name:"), self.lines["ar"])
        form.addRow(self.tr("&English name:"), self.lines["en"])
        form.addRow(self.tr("&Id:"), self.identity)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.words)
        column.addWidget(self.buttons)
        for line in self.lines.values():
            line.textChanged.connect(self._propose)
        self.identity.textChanged.connect(self._see)
        self._proposed = ""
        self._propose()

    def item(self) -> NewItem:
        """What was written."""
        return NewItem({language: line.text() for language, line in self.lines.items()}, self.identity.text().strip())

    def _propose(self) -> None:
        names = {language: line.text() for language, line in self.lines.items()}
        if self.identity.text() == self._proposed:
            self._proposed = new_id(names, self._taken, self._otherwise)
            self.identity.setText(self._proposed)
        self._see()

    def _see(self) -> None:
        found = self.item()
        named = any(text.strip() for text in found.names.values())
        free = bool(found.id) and found.id not in self._taken and len(found.id) <= 60 and found.id.isprintable()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(named and free)


class DeleteLabelDialog(InReadingOrder, QDialog):
    """Where the marks go: to another label of the layer, or away."""

    def __init__(
        self, label: Label, use: Use, others: Sequence[Label], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Delete label"))
        self.setMinimumWidth(440)
        marks = numbered(self.tr("%n mark(s)", "", use.spans), use.spans)
        documents = numbered(self.tr("%n document(s)", "", use.documents), use.documents)
        parts = [
            self.tr("“{label}” is in use: {marks} in {documents}.").format(
                label=label.name(language), marks=marks, documents=documents
            )
        ]
        if use.rejected:
            parts.append(numbered(self.tr("%n of them are rejected proposals.", "", use.rejected), use.rejected))
        self.words = WrappedLabel(" ".join(parts), self)
        self.relabel = QRadioButton(self.tr("Its marks &get the label:"), self)
        self.remove = QRadioButton(self.tr("&Delete the marks, with what must lie within them"), self)
        self.group = QButtonGroup(self)
        for button in (self.relabel, self.remove):
            self.group.addButton(button)
        self.target = QComboBox(self)
        self.target.setAccessibleName(self.tr("Label that the marks get"))
        self.target.setPlaceholderText(self.tr("choose one"))
        for other in others:
            self.target.addItem(other.name(language), other.id)
        self.target.setCurrentIndex(-1)  # which one is never guessed
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("Delete label"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.relabel)
        line.addWidget(self.target, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addLayout(line)
        column.addWidget(self.remove)
        column.addWidget(self.buttons)
        for part in (self.relabel, self.target):
            part.setEnabled(bool(others))
        self.target.activated.connect(lambda _: self.relabel.setChecked(True))
        self.target.currentIndexChanged.connect(self._see)
        self.group.buttonToggled.connect(self._see)
        self.relabel.setChecked(bool(others))
        self._see()

    def fate(self) -> To | Literal["delete marks"] | None:
        """What was chosen."""
        if self.remove.isChecked():
            return DELETE_MARKS
        chosen = self.target.currentIndex() >= 0 and self.relabel.isChecked()
        return To(self.target.currentData()) if chosen else None

    def _see(self, *_: object) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.fate() is not None)


class MissingLabelsDialog(InReadingOrder, QDialog):
    """A row for each label that a scheme file lacks: keep it, drop it, or give its marks another label."""

    def __init__(
        self, missing: Sequence[MissingLabel], scheme: Scheme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import scheme"))
        self.resize(560, 420)
        self.words = WrappedLabel(self.tr("The file lacks these labels. What becomes of each?"), self)
        self.boxes: dict[str, QComboBox] = {}
        self._fates: dict[str, list[Fate]] = {}  # what each entry of a box means
        rows = QWidget(self)
        form = QFormLayout(rows)
        names = {label.id: label.name(language) for label in scheme.labels()}
        for each in missing:
            form.addRow(*self._row(each, names, language))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(rows)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("Import"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(area, 1)
        column.addWidget(self.buttons)

    def fates(self) -> dict[str, Fate]:
        """What was chosen, by label."""
        return {label: self._fates[label][box.currentIndex()] for label, box in self.boxes.items()}

    def _row(self, each: MissingLabel, names: Mapping[str, str], language: str) -> tuple[QLabel, QComboBox]:
        marks = numbered(self.tr("%n mark(s)", "", each.spans), each.spans)
        title = QLabel(self.tr("{label} ({marks})").format(label=each.label.name(language), marks=marks), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        fates: list[tuple[Fate, str]] = [(KEEP, self.tr("Keep it"))]
        if each.spans:
            template = self.tr("Its marks get “{label}”")
            fates += [(To(target), template.format(label=names[target])) for target in each.targets]
        else:
            fates.append((DROP, self.tr("Drop it")))
        box = QComboBox(self)
        box.addItems([words for _, words in fates])
        box.setAccessibleName(title.text())
        title.setBuddy(box)
        self.boxes[each.label.id] = box
        self._fates[each.label.id] = [fate for fate, _ in fates]
        return title, box

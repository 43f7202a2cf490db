"""The page of the scheme editor for a label: names, looks and guideline, where it may stand, what it can carry."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui import scheme_operations
from gui.dialogs.scheme_editor.features import FeaturesEditor
from gui.dialogs.scheme_editor.fields import TextsField
from gui.dialogs.scheme_editor.marks import ColourField, KeyField
from gui.dialogs.scheme_editor.pages import Words, form_layout
from gui.dialogs.scheme_editor.questions import SchemeQuestions
from gui.dialogs.scheme_editor.session import SchemeEditorSession
from gui.i18n.error_messages import directed, isolated
from gui.session.session import Session
from model.annotation.layers import Label, Scheme


class LabelPage(QTabWidget):
    """Three tabs: the label itself with its guideline, its rules, its features."""

    def __init__(
        self, session: Session, work: SchemeEditorSession, questions: SchemeQuestions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._work = work
        self.ask = questions
        self._label: Label | None = None
        self._showing = False
        form = form_layout()
        self.names = TextsField(form, self, lines=False)
        self.colour, self.key = ColourField(self), KeyField(self)
        self.identity, self.use = Words(self), Words(self)
        self.top, self.numbered = QCheckBox(self), QCheckBox(self)
        self.numbered_words, self.nesting_words = Words(self), Words(self)
        self.inside = QListWidget(self)
        self.features = FeaturesEditor(session, work, questions, self)
        self._guideline, self._nesting = QGroupBox(self), QGroupBox(self)
        self.definitions = TextsField(form_layout(self._guideline), self._guideline, lines=True)
        self._colour_label, self._key_label, self._identity_label, self._use_label, self._inside_label = (
            QLabel(self) for _ in range(5)
        )
        self._key_label.setBuddy(self.key)
        self._colour_label.setBuddy(self.colour.code)
        self._inside_label.setBuddy(self.inside)
        self.addTab(_scrolling(self._general(form)), "")
        self.addTab(_scrolling(self._rules()), "")
        self.addTab(_scrolling(self.features), "")
        self._connect()
        self._retranslate()

    def show_label(self, label: Label, scheme: Scheme) -> None:
        """Show what is stored now."""
        self._showing = True
        self._label = label
        self.names.show_texts(label.names)
        self.colour.show_colour(label.colour)
        self.key.show_key(label.key)
        self.definitions.show_texts(label.definitions)
        self.identity.setText(directed(isolated(label.id)))
        self.top.setChecked(label.top)
        self.numbered.setChecked(label.numbered)
        self._show_inside(label, scheme)
        self._showing = False
        self.features.show_label(label)

    def restore(self) -> None:
        """Go back to what is stored."""
        for field in (self.names, self.colour, self.definitions, self.features):
            field.restore()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for field in (self.names, self.colour, self.definitions, self.features):
            field.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _general(self, form: QFormLayout) -> QWidget:
        page = QWidget(self)
        form.addRow(self._key_label, self.key)
        form.addRow(self._colour_label, self.colour)
        form.addRow(self._identity_label, self.identity)
        form.addRow(self._use_label, self.use)
        column = QVBoxLayout(page)
        column.addLayout(form)
        column.addWidget(self._guideline, 1)
        return page

    def _rules(self) -> QWidget:
        page = QWidget(self)
        around = QVBoxLayout(self._nesting)
        around.addWidget(self.nesting_words)
        around.addWidget(self.top)
        around.addWidget(self._inside_label)
        around.addWidget(self.inside, 1)
        column = QVBoxLayout(page)
        column.addWidget(self.numbered)
        column.addWidget(self.numbered_words)
        column.addWidget(self._nesting, 1)
        return page

    def _connect(self) -> None:
        self.names.entered.connect(lambda names: self._act(scheme_operations.rename_label, names))
        self.colour.entered.connect(lambda colour: self._act(scheme_operations.set_colour, colour))
        self.colour.asked.connect(self._choose_colour)
        self.key.entered.connect(self._take_key)
        self.definitions.entered.connect(lambda texts: self._act(scheme_operations.define_label, texts))
        self.numbered.toggled.connect(self._set_numbered)
        self.top.toggled.connect(self._set_nesting)
        self.inside.itemChanged.connect(self._set_nesting)

    # Acts

    def _act(self, act: Callable[..., object], *arguments: object) -> object:
        return None if self._label is None else self._work(act, self._label.id, *arguments)

    def _choose_colour(self) -> None:
        if self._label is not None:
            chosen = self.ask.colour(QColor(self._label.colour))
            if chosen is not None:
                self._act(scheme_operations.set_colour, chosen.name())

    def _take_key(self, key: str) -> None:
        if self._label is None or key == self._label.key:
            self.key.warn("")
        elif self._act(scheme_operations.set_key, key) is None:
            self.key.warn(self._work.sentence)  # beside the key too: the eyes are there

    def _set_numbered(self, numbered: bool) -> None:
        if not self._showing:
            self._act(scheme_operations.set_numbered, numbered)

    def _set_nesting(self, *_: object) -> None:
        if not self._showing:
            inside = [
                str(item.data(Qt.ItemDataRole.UserRole))
                for item in map(self.inside.item, range(self.inside.count()))
                if item.checkState() == Qt.CheckState.Checked
            ]
            self._act(scheme_operations.set_nesting, inside, self.top.isChecked())

    # What is shown

    def _show_inside(self, label: Label, scheme: Scheme) -> None:
        layer = scheme.layer(label.layer)
        nested = layer.overlap == "tree"
        self.nesting_words.setVisible(not nested)
        self.top.setEnabled(nested)
        self.inside.setEnabled(nested)
        ids = [other.id for other in layer.labels]
        shown = [self.inside.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.inside.count())]
        if shown != ids:
            self.inside.clear()
            for other in ids:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, other)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                self.inside.addItem(item)
        for row, other in enumerate(layer.labels):
            item = self.inside.item(row)
            item.setText(other.name(self._session.language))
            checked = other.id in label.inside
            item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    def _retranslate(self) -> None:
        for place, title in enumerate((self.tr("Label"), self.tr("Rules"), self.tr("Features"))):
            self.setTabText(place, title)
        self.names.set_titles(
            {"ar": self.tr("Arabic name:"), "en": self.tr("English name:")},
            {"ar": self.tr("Arabic name of the label"), "en": self.tr("English name of the label")},
        )
        self.definitions.set_titles(
            {"ar": self.tr("Arabic:"), "en": self.tr("English:")},
            {"ar": self.tr("Guideline in Arabic"), "en": self.tr("Guideline in English")},
        )
        self._guideline.setTitle(self.tr("Guideline (shown while one marks)"))
        self._nesting.setTitle(self.tr("Nesting"))
        self.nesting_words.setText(self.tr("Marks of this layer do not nest; its overlap says how they stand."))
        self.top.setText(self.tr("May stand by &itself"))
        self._inside_label.setText(self.tr("May stand directly in&side:"))
        self.inside.setAccessibleName(self.tr("Labels that it may stand directly inside"))
        self.numbered.setText(self.tr("Has a &number"))
        self.numbered_words.setText(
            self.tr("When something is marked, the number is read off its beginning. Numbers that are there stay.")
        )
        self._colour_label.setText(self.tr("&Colour:"))
        self._key_label.setText(self.tr("&Key:"))
        self._identity_label.setText(self.tr("Id:"))
        self._use_label.setText(self.tr("In use:"))


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is scrolled to what has the keys
    area.setWidget(page)
    return area

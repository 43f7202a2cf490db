"""The part of the scheme editor for the features that marks of a label can carry."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import scheme_operations
from gui.dialogs.scheme_editor.choices import ChoiceList
from gui.dialogs.scheme_editor.fields import TextsField
from gui.dialogs.scheme_editor.pages import Words, form_layout
from gui.dialogs.scheme_editor.questions import SchemeQuestions
from gui.dialogs.scheme_editor.session import SchemeEditorSession
from gui.i18n.error_messages import directed, isolated
from gui.i18n.numbers import grouped
from gui.session.session import Session
from model.annotation import scheme_use
from model.annotation.layers import FEATURE_KINDS, Feature, FeatureKind, Label


class FeaturesEditor(QWidget):
    """A table of a label's features, and below it the fields of the one that is chosen."""

    def __init__(
        self, session: Session, work: SchemeEditorSession, questions: SchemeQuestions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._work = work
        self.ask = questions
        self._label: Label | None = None
        self._used: Mapping[str, int] = {}
        self._showing = False
        self.table = QTableWidget(0, 4, self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 8)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 5)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.add, self.delete, self.up, self.down = (QPushButton(self) for _ in range(4))
        self.fields = QWidget(self)
        form = form_layout(self.fields)
        form.setContentsMargins(0, 0, 0, 0)
        self.names = TextsField(form, self.fields, lines=False)
        self.kind = QComboBox(self)
        self.identity = Words(self.fields)
        self.choices = ChoiceList(self)
        self._kind_label, self._choices_label, self._identity_label = QLabel(self), QLabel(self), QLabel(self)
        self._kind_label.setBuddy(self.kind)
        self._choices_label.setBuddy(self.choices.list)
        form.addRow(self._identity_label, self.identity)
        form.addRow(self._kind_label, self.kind)
        form.addRow(self._choices_label, self.choices)
        buttons = QGridLayout()
        for place, button in enumerate((self.add, self.up, self.delete, self.down)):
            button.setAutoDefault(False)
            buttons.addWidget(button, place // 2, place % 2)
        buttons.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        column.addWidget(self.fields)
        self._connect()
        self._retranslate()

    def show_label(self, label: Label | None) -> None:
        """Show the features of a label as they are now."""
        chosen = self.chosen() if label is not None and self._label is not None and label.id == self._label.id else None
        if label is None or self._label is None or label.id != self._label.id:
            self._used = {}
        self._label = label
        self._fill()
        names = [feature.name for feature in label.features] if label is not None else []
        self.choose(chosen.name if chosen is not None and chosen.name in names else names[0] if names else "")

    def set_counts(self, used: Mapping[str, int]) -> None:
        """Say how many marks have each feature, by its name."""
        self._used = used
        self._fill()

    def choose(self, feature: str) -> None:
        """Show the fields of a feature."""
        names = [each.name for each in self._label.features] if self._label is not None else []
        self._showing = True
        if feature in names:
            self.table.setCurrentCell(names.index(feature), 0)
        else:
            self.table.setCurrentCell(-1, -1)
        self._showing = False
        self._show_fields()

    def chosen(self) -> Feature | None:
        """The feature whose fields are shown."""
        row = self.table.currentRow()
        if self._label is None or not 0 <= row < len(self._label.features):
            return None
        return self._label.features[row]

    def restore(self) -> None:
        """Go back to what is stored."""
        self.names.restore()
        self._show_fields()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.names.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
            self._show_fields()

    def _connect(self) -> None:
        self.table.currentCellChanged.connect(self._row_changed)
        self.add.clicked.connect(self.add_feature)
        self.delete.clicked.connect(self.delete_feature)
        self.up.clicked.connect(lambda: self._act(scheme_operations.move_feature, -1))
        self.down.clicked.connect(lambda: self._act(scheme_operations.move_feature, 1))
        self.names.entered.connect(lambda names: self._act(scheme_operations.rename_feature, names))
        self.kind.activated.connect(self._kind_chosen)
        self.choices.added.connect(self._add_choice)
        self.choices.replaced.connect(lambda old, new: self._act(scheme_operations.replace_choice, old, new))
        self.choices.moved.connect(self._move_choice)
        self.choices.deleted.connect(self._delete_choice)

    # Acts

    def add_feature(self) -> None:
        """Ask for names and add a feature of the kind text."""
        if self._label is None:
            return
        new = self.ask.new_feature([feature.name for feature in self._label.features])
        if new is None:
            return
        label = self._label.id
        added = self._work(scheme_operations.add_feature, label, new.names, new.id)
        if isinstance(added, str):
            self.choose(added)
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete_feature(self) -> None:
        """Delete the feature that is chosen, having asked where marks have a value for it."""
        feature = self.chosen()
        counts = self._work.read(scheme_use.feature_counts, self._label.id) if self._label is not None else None
        if feature is None or counts is None:
            return
        used = counts.get(feature.name, 0)
        if not used:
            self._act(scheme_operations.delete_feature)
        elif self.ask.delete_values(feature.title(self._session.language), used):
            self._act(scheme_operations.delete_feature, True)

    def _act(self, act: Callable[..., object], *arguments: object) -> None:
        feature = self.chosen()
        if self._label is not None and feature is not None:
            self._work(act, self._label.id, feature.name, *arguments)

    def _kind_chosen(self) -> None:
        feature = self.chosen()
        kind = cast(FeatureKind, self.kind.currentData())
        if feature is not None and feature.kind != kind:
            self._act(scheme_operations.set_feature_kind, kind)

    def _add_choice(self, choice: str) -> None:
        feature = self.chosen()
        if feature is not None:
            self._act(scheme_operations.set_choices, [*feature.choices, choice])

    def _move_choice(self, place: int, by: int) -> None:
        feature = self.chosen()
        if feature is not None and 0 <= place + by < len(feature.choices):
            choices = list(feature.choices)
            choices.insert(place + by, choices.pop(place))
            self._act(scheme_operations.set_choices, choices)
            self.choices.list.setCurrentRow(place + by)

    def _delete_choice(self, choice: str) -> None:
        feature = self.chosen()
        if feature is None or self._label is None:
            return
        counts = self._work.read(scheme_use.value_counts, self._label.id, feature.name)
        if counts is None:
            return
        used = counts.get(choice, 0)
        if not used:
            self._act(scheme_operations.delete_choice, choice)
        elif self.ask.delete_values(choice, used):
            self._act(scheme_operations.delete_choice, choice, True)

    # What is shown

    def _fill(self) -> None:
        self._showing = True
        features = self._label.features if self._label is not None else ()
        language = self._session.language
        self.table.setRowCount(len(features))
        for row, feature in enumerate(features):
            choices = "، " if language == "ar" else ", "
            cells = (
                feature.title(language),
                self._kind_name(feature.kind),
                choices.join(feature.choices),
                grouped(self._used.get(feature.name, 0)),
            )
            for column, text in enumerate(cells):
                item = self.table.item(row, column)
                if item is None:
                    self.table.setItem(row, column, QTableWidgetItem(text))
                elif item.text() != text:
                    item.setText(text)
        self._showing = False

    def _row_changed(self, *_: int) -> None:
        if not self._showing:
            self._show_fields()

    def _show_fields(self) -> None:
        feature = self.chosen()
        self.fields.setEnabled(feature is not None)
        for button in (self.delete, self.up, self.down):
            button.setEnabled(feature is not None)
        self.names.show_texts(feature.names if feature is not None else ())
        self.identity.setText(directed(isolated(feature.name)) if feature is not None else "")
        self.kind.setCurrentIndex(FEATURE_KINDS.index(feature.kind) if feature is not None else -1)
        has_choices = feature is not None and feature.kind == "choice"
        self.choices.setVisible(has_choices)
        self._choices_label.setVisible(has_choices)
        self.choices.show_choices(feature.choices if feature is not None else ())

    def _kind_name(self, kind: str) -> str:
        names = {
            "text": self.tr("Text"),
            "number": self.tr("Number"),
            "choice": self.tr("Choice"),
            "yes-no": self.tr("Yes or no"),
        }
        return names[kind]

    def _retranslate(self) -> None:
        self.table.setHorizontalHeaderLabels(
            [self.tr("Feature"), self.tr("Kind"), self.tr("Choices"), self.tr("Marks")]
        )
        self.table.setAccessibleName(self.tr("Features of the label"))
        self.add.setText(self.tr("&Add feature…"))
        self.delete.setText(self.tr("De&lete feature"))
        self.up.setText(self.tr("Move up"))
        self.down.setText(self.tr("Move down"))
        self.names.set_titles(
            {"ar": self.tr("Arabic name:"), "en": self.tr("English name:")},
            {"ar": self.tr("Arabic name of the feature"), "en": self.tr("English name of the feature")},
        )
        self._identity_label.setText(self.tr("Name in files:"))
        self._kind_label.setText(self.tr("&Kind:"))
        self._choices_label.setText(self.tr("&Choices:"))
        kind = self.kind.currentIndex()
        self.kind.clear()
        for each in FEATURE_KINDS:
            self.kind.addItem(self._kind_name(each), each)
        self.kind.setCurrentIndex(kind)

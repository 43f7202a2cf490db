"""What the columns of a table of terms hold: each column a row, with its first values and what is made of them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.i18n.error_messages import isolated, quoted
from gui.i18n.languages import language_name
from gui.widgets.tool_tips import plain_tool_tip
from model.errors import UserError
from model.formats.vocabulary_columns import KINDS, LANGUAGED, Role, RoleKind
from model.formats.vocabulary_csv import Columns, Mapping

_LANGUAGES = ("ar", "en", "fr", "es", "ru", "zh", "")
_SHOWN = 3  # values of a column that are shown together
NAMES: dict[RoleKind, object] = {
    "uri": QT_TRANSLATE_NOOP("ColumnTable", "URI or id"),
    "preferred": QT_TRANSLATE_NOOP("ColumnTable", "Preferred label"),
    "alternative": QT_TRANSLATE_NOOP("ColumnTable", "Alternative label"),
    "hidden": QT_TRANSLATE_NOOP("ColumnTable", "Hidden label"),
    "notation": QT_TRANSLATE_NOOP("ColumnTable", "Notation"),
    "broader": QT_TRANSLATE_NOOP("ColumnTable", "Broader term"),
    "narrower": QT_TRANSLATE_NOOP("ColumnTable", "Narrower term"),
    "related": QT_TRANSLATE_NOOP("ColumnTable", "Related term"),
    "scope": QT_TRANSLATE_NOOP("ColumnTable", "Scope note"),
    "definition": QT_TRANSLATE_NOOP("ColumnTable", "Definition"),
    "example": QT_TRANSLATE_NOOP("ColumnTable", "Example"),
    "history": QT_TRANSLATE_NOOP("ColumnTable", "History note"),
    "editorial": QT_TRANSLATE_NOOP("ColumnTable", "Editorial note"),
    "change": QT_TRANSLATE_NOOP("ColumnTable", "Change note"),
    "note": QT_TRANSLATE_NOOP("ColumnTable", "Note"),
    "replaced_by": QT_TRANSLATE_NOOP("ColumnTable", "Replaced by"),
    "state": QT_TRANSLATE_NOOP("ColumnTable", "State (deprecated, gone)"),
    "scheme": QT_TRANSLATE_NOOP("ColumnTable", "URI of the vocabulary"),
    "scheme_name": QT_TRANSLATE_NOOP("ColumnTable", "Name of the vocabulary"),
    "scheme_version": QT_TRANSLATE_NOOP("ColumnTable", "Version of the vocabulary"),
}


class ColumnTable(QTableWidget):
    """``changed``: a column is said to hold something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("Holds"), self.tr("Language"), self.tr("First values")]
        )
        self.setAccessibleName(self.tr("What the columns hold"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(260)
        header.setStretchLastSection(True)
        self._roles: list[QComboBox] = []
        self._languages: list[QComboBox] = []
        self._found: Columns | None = None

    def show_columns(self, found: Columns) -> None:
        """Show the columns of a table, with what their headings suggest."""
        self.clear()
        self._found = found
        self.setRowCount(len(found.headings))
        for row, (heading, role) in enumerate(zip(found.names, found.mapping, strict=True)):
            first = [each[row].strip() for each in found.rows if each[row].strip()][:_SHOWN]
            for column, text in ((0, heading), (3, " · ".join(quoted(each) for each in first))):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tool_tip(*(first if column else [heading])))
                self.setItem(row, column, item)
            roles, languages = self._role_box(heading, role), self._language_box(heading, role)
            self.setCellWidget(row, 1, roles)
            self.setCellWidget(row, 2, languages)
            self._roles.append(roles)
            self._languages.append(languages)
            self._see_language(row)
        self.resizeRowsToContents()
        if self._roles:
            self.setFocusProxy(self._roles[0])

    def clear(self) -> None:
        """Show no columns."""
        self.setFocusProxy(None)  # pyright: ignore[reportArgumentType]
        self._roles.clear()
        self._languages.clear()
        self._found = None
        self.setRowCount(0)

    def mapping(self) -> Mapping:
        """What each column holds; refuses a language that is none."""
        return tuple(self._role(row) for row in range(self.rowCount()))

    def left_out(self) -> list[str]:
        """The names of the columns that have values and are said to hold nothing, in order."""
        kinds = [box.currentData() for box in self._roles]
        mapping = tuple(None if kind is None else Role(kind) for kind in kinds)
        return [] if self._found is None else list(self._found.left_out(mapping))

    def problem(self) -> str:
        """What is wrong with what the columns are said to hold, in a sentence; empty where nothing is."""
        try:
            mapping = self.mapping()
        except UserError:
            return self.tr("A language is given by its code: {codes}.").format(codes=isolated("ar, en, fr …"))
        if not any(role is not None and role.kind == "preferred" for role in mapping):
            return self.tr("Say which column holds the preferred labels.")
        return ""

    def _role(self, row: int) -> Role | None:
        kind = self._roles[row].currentData()
        if kind is None:
            return None
        return Role.of(f"{kind}@{self._language(row)}") if kind in LANGUAGED and self._language(row) else Role(kind)

    def _language(self, row: int) -> str:
        box = self._languages[row]
        typed = box.currentText().strip()
        known = box.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(box.itemData(known)) if known >= 0 else typed

    def _role_box(self, heading: str, role: Role | None) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("nothing"), None)
        for kind in KINDS:
            box.addItem(QCoreApplication.translate("ColumnTable", str(NAMES[kind])), kind)
        box.setCurrentIndex(0 if role is None else box.findData(role.kind))
        box.setAccessibleName(self.tr("What {column} holds").format(column=quoted(heading)))
        box.currentIndexChanged.connect(lambda _: self._changed())
        return box

    def _language_box(self, heading: str, role: Role | None) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        for code in _LANGUAGES:
            box.addItem(language_name(code) or self.tr("not said"), code)
        language = "" if role is None else role.language
        known = box.findData(language)
        if known < 0:
            box.addItem(language_name(language), language)
            known = box.count() - 1
        box.setCurrentIndex(known)
        box.setAccessibleName(self.tr("Language of {column}").format(column=quoted(heading)))
        box.editTextChanged.connect(lambda _: self._changed())
        return box

    def _changed(self) -> None:
        for row in range(len(self._languages)):
            self._see_language(row)
        self.changed.emit()

    def _see_language(self, row: int) -> None:
        self._languages[row].setEnabled(self._roles[row].currentData() in LANGUAGED)

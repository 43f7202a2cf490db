"""The documents panel: all documents of the project, filtered by typing and by conditions; the current one is the one
shown.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped, numbered
from gui.item_models.documents import Column, DocumentModel
from gui.operations import DESCRIPTORS
from gui.panels.documents.actions import DocumentActions
from gui.panels.documents.filters import DocumentFilters
from gui.panels.documents.table import DocumentsTable
from gui.session.session import Session
from model.annotation.document_list import DocumentSummary
from model.annotation.layers import Scheme
from model.annotation.values import Span
from model.errors import UserError
from model.project import Changes

_SPANS = frozenset({"span", "feature"})  # kinds of rows that change nothing in a document's row but that count
_SCHEME = frozenset({"project", "layer", "label"})
FEW_DOCUMENTS = 50  # above it, they are read a few at a time, while the window goes on
SLICE = 150  # documents read at a time: well within a frame
FIRST = 150  # milliseconds before that begins: until the window is painted
SHOWN_NOTE = 300  # characters of a note in a tool tip
AGAIN = 1000  # milliseconds after which what was refused is read again


class DocumentsPanel(QWidget):
    """A table of documents below a line to filter it. Choosing a row shows that document, choosing several none.

    ``details_wanted``: note, tags and data of the document shown are to be seen. ``leave_requested``: back to the text.
    """

    leave_requested = Signal()
    details_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project_id: str | None = None
        self._counted: str | None = None  # the layer of the clauses that the rows count
        self._kept: list[str] = []  # what was chosen, several at once, while the rows are arranged anew
        self.model = DocumentModel(self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filters = DocumentFilters(session, self.model, self)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.table = DocumentsTable(self.model, self)
        self.acts = DocumentActions(session, self.model, self.filters, self.chosen, self)
        self._reading = QTimer(self)
        self._reading.timeout.connect(self._read_some)
        self._arrange()
        self._connect()
        self._retranslate()
        self.reload()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.filter, 1)
        line.addWidget(self.filters.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.filters.chips)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.count)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter_changed)
        self.filter.installEventFilter(self)
        self.filters.changed.connect(self._conditions_changed)
        self.filters.sort_wanted.connect(self._sort_by)
        self.acts.details_wanted.connect(self.details_wanted)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._tell_sorting())
        self.table.fitted.connect(self._tell_sorting)
        self.model.modelAboutToBeReset.connect(self._keep_chosen)
        self.model.modelReset.connect(self._choose_kept)
        self.table.entered_row.connect(self.leave_requested)
        self.table.left.connect(self.leave_requested)
        self.table.menu_wanted.connect(self.acts.open_menu)
        session = self._session
        session.project_changed.connect(self.reload)
        session.document_changed.connect(self._show_current)
        session.changes.connect(self._follow)
        session.spans_changed.connect(self._count_clauses)

    # What the window asks for

    def reload(self) -> None:
        """Read the list anew."""
        project = self._session.project
        now = None if project is None else project.id
        if now != self._project_id:  # another file may have other tags, people and terms
            self._project_id = now
            self.filters.clear()
        self._reload(None)

    def step(self, steps: int) -> None:
        """Show the document so many rows further down (up where negative); stays at the list's ends."""
        row = self.model.row_of(self._session.document)
        wanted = max(0, min(row + steps if row >= 0 else 0, self.model.rowCount() - 1))
        document = self.model.document_at(wanted)
        if document is not None:
            self._session.set_document(document)

    def step_not_done(self, task: str, step: int = 1) -> None:
        """Show the next document of the list (with ``step`` -1 the one before) in which a task is not done; after the
        last comes the first again.
        """
        here = self._session.document
        project = self._session.project
        if self.model.total == 0 or project is None:
            return
        try:
            done = project.documents_done(task)
        except UserError as refusal:
            self._session.refuse(refusal)
            return
        found = self.model.next_wanted(here, lambda document: document not in done, step)
        if found is None or found == here:
            self._session.message.emit(self._nothing_left(found))
            return
        row, before = self.model.row_of(found), self.model.row_of(here)
        self._session.set_document(found)
        if before >= 0 and (row < before) == (step > 0):
            self._session.message.emit(
                self.tr("Gone on from the beginning of the list.")
                if step > 0
                else self.tr("Gone on from the end of the list.")
            )

    def finish_and_step(self, task: str) -> None:
        """Declare a task of the document shown done, and show the next one in which it is not."""
        document = self._session.document
        if document is not None and self.acts.set_progress([document], task, "done"):
            self.step_not_done(task)

    def _nothing_left(self, found: str | None) -> str:
        if found is not None:
            return self.tr("This is the only document of the list that is not done.")
        if self.model.rowCount() < self.model.total:
            return self.tr("All documents that the filter shows are done.")
        return self.tr("All documents are done.")

    def focus_filter(self) -> None:
        """Type into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def open_filters(self) -> None:
        """Show the menu of conditions."""
        self.filters.button.showMenu()

    def chosen(self) -> list[str]:
        """The ids of the documents that are chosen in the list, in its order."""
        ranges = self.table.selectionModel().selection().toList()
        rows = sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})
        return [document for document in map(self.model.document_at, rows) if document is not None]

    def listed(self) -> Sequence[str]:
        """The ids of the documents that the list shows, in its order."""
        return self.model.listed()

    def acted_on(self) -> list[str]:
        """What a command about documents is about: those that are chosen, where the keys go to the list; else the one
        shown.
        """
        chosen = self.chosen() if self.table.hasFocus() else []
        document = self._session.document
        return chosen if len(chosen) > 1 else [] if document is None else [document]

    # Reading

    def _reload(self, stale: frozenset[str] | None) -> None:
        """Take over which documents there are; what their rows tell is read little by little."""
        project = self._session.project
        ids = [] if project is None else project.document_ids()
        self._take_people()
        if self.filters.conditions.concepts:
            self.filters.read_holders()
            self.model.set_holders(self.filters.holders)
        self._counted = self._clauses_layer()
        self.model.set_documents(ids, self._tasks(), self._read, stale)
        self._tell_count()
        if self.model.unread:
            self._reading.start(FIRST)

    def _read(self, documents: Sequence[str]) -> list[DocumentSummary]:
        project = self._session.project
        return [] if project is None else project.summaries(documents)

    def _read_some(self) -> None:
        try:
            left = self.model.read_some(SLICE)
        except UserError as refusal:
            if self._reading.interval() != AGAIN:
                self._session.refuse(refusal)
            self._reading.setInterval(AGAIN)
            return
        if left:
            self._reading.setInterval(0)
        else:
            self._reading.stop()
            self._tell_count()
            self.filters.offer_read()

    def _take_people(self) -> None:
        project = self._session.project
        self.model.set_people({} if project is None else {each.id: each.name for each in project.annotators()})

    # Following

    def _follow(self, changes: Changes) -> None:
        project = self._session.project
        if project is None:
            return
        kinds = changes.rows.keys()
        shown = self._session.document
        if kinds <= _SPANS and changes.documents == {shown} and self.model.summary(shown) is not None:
            return  # the session has counted: see _count_clauses
        if kinds & _SCHEME:
            self._retranslate()
            # Where other marks are clauses now, every row counts anew.
            self._reload(changes.documents if self._clauses_layer() == self._counted else None)
            return
        if len(changes.documents) > FEW_DOCUMENTS:
            self._reload(changes.documents)
            return
        summaries = project.summaries(sorted(changes.documents))
        if len(summaries) < len(changes.documents) or any(self.model.place_of(each.id) < 0 for each in summaries):
            self._reload(changes.documents)
            return
        if any(summary.assignee is not None for summary in summaries):
            self._take_people()
        for summary in summaries:
            self.model.change(summary)
        if "assignment" in kinds and self.filters.conditions.concepts:
            self.filters.read_holders()
            self.model.set_holders(self.filters.holders)

    def _count_clauses(self, gone: list[str], different: list[Span]) -> None:
        """Marks of the document shown have changed. Counted in the file, each would cost as much as there are."""
        summary = self.model.summary(self._session.document)
        if summary is not None:
            self.model.change(replace(summary, span_count=self._count()))

    def _show_current(self, document: str | None) -> None:
        row = self.model.row_of(document)
        selection = self.table.selectionModel()
        if row < 0:
            selection.clear()
            return
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        if selection.currentIndex().row() != row or not selection.hasSelection():
            selection.setCurrentIndex(index, flags)
        self.table.scrollTo(index)

    def _show_chosen(self) -> None:
        """Show the document of the current row, if it alone is chosen."""
        selection = self.table.selectionModel()
        ranges = selection.selection().toList()
        row = selection.currentIndex().row()
        if len(ranges) != 1 or ranges[0].top() != row or ranges[0].bottom() != row:
            return
        document = self.model.document_at(row)
        if document is not None:
            self._session.set_document(document)

    def _keep_chosen(self) -> None:
        chosen = self.chosen()
        self._kept = chosen if len(chosen) > 1 else []

    def _choose_kept(self) -> None:
        """Choose again what was chosen before the rows were arranged anew."""
        rows = sorted(row for row in map(self.model.row_of, self._kept) if row >= 0)
        self._kept = []
        if len(rows) < 2:
            self._show_current(self._session.document)
            return
        selection = QItemSelection()
        first = before = rows[0]
        last = len(Column) - 1
        for row in (*rows[1:], -1):
            if row != before + 1:
                selection.select(self.model.index(first, 0), self.model.index(before, last))
                first = row
            before = row
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().select(selection, flags)
        current = self.model.index(max(0, self.model.row_of(self._session.document)), 0)
        self.table.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.table.scrollTo(current)

    def _filter_changed(self, text: str) -> None:
        self.model.set_filter(text)
        self._tell_count()

    def _conditions_changed(self) -> None:
        self.model.set_conditions(self.filters.conditions, self.filters.holders)
        self._tell_count()

    def _sort_by(self, column: int) -> None:
        header = self.table.horizontalHeader()
        now = self.model.sorting
        descending = now is not None and now[0] == column and not now[1]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                if self.filter.text():
                    self.filter.clear()
                elif self.filters.conditions.active:
                    self.filters.clear()
                else:
                    self.leave_requested.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rowCount():
                if event.key() != Qt.Key.Key_Down:
                    document = self.model.document_at(max(0, self.model.row_of(self._session.document)))
                    self._session.set_document(document)
                    self.leave_requested.emit()
                else:
                    self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    # Words

    def _scheme(self) -> Scheme | None:
        return None if self._session.project is None else self._session.project.scheme

    def _clauses_layer(self) -> str | None:
        scheme = self._scheme()
        clauses = None if scheme is None else scheme.clauses
        return None if clauses is None else clauses.id

    def _count(self) -> int:
        """How many clauses the document shown has, as its row counts them."""
        clauses = self._clauses_layer()
        return 0 if clauses is None else self._session.count(clauses)

    def _tasks(self) -> tuple[str, ...]:
        """Clauses and descriptors: what every document is annotated with."""
        scheme = self._scheme()
        trees = () if scheme is None else tuple(layer.id for layer in scheme.layers if layer.overlap == "tree")
        return (*trees, DESCRIPTORS)

    def _tell_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if self.model.unread and self.model.selective:
            self.count.setText(self.tr("Reading…"))
        elif shown == total:
            self.count.setText(numbered(self.tr("%n document(s)", "", total), total))
        else:
            self.count.setText(
                self.tr("{shown} of {total}").format(shown=isolated(grouped(shown)), total=isolated(grouped(total)))
            )

    def _tell_sorting(self) -> None:
        """Say by a chip what the rows are sorted by, where no header shows it."""
        sorting = self.model.sorting
        unseen = sorting is not None and self.table.isColumnHidden(sorting[0])
        self.filters.unseen_sorting = sorting if unseen else None
        self.filters.show_chips()
        self._tell_count()

    def _describe(self, summary: DocumentSummary) -> str:
        """How far each task is, whose the document is and what tags it has, in words, one a line."""
        names, words = self.filters.tasks(), self.filters.states()
        lines = [f"{names.get(task, task)}: {words[summary.state(task)]}" for task in self._tasks()]
        lines += [
            f"{names[task]}: {words[state]}"
            for task, state in summary.progress.items()
            if task in names and task not in self._tasks()
        ]
        if summary.assignee is not None:
            name = f"\u2068{self.model.person(summary.assignee)}\u2069"
            lines.append(self.tr("Assignee: {name}").format(name=name))
        if summary.tags:
            tags = self.tr(", ").join(f"\u2068{tag}\u2069" for tag in summary.tags)
            lines.append(self.tr("Tags: {tags}").format(tags=tags))
        note = self._note(summary)
        if note:
            lines.append(self.tr("Note: {note}").format(note=f"\u2068{note}\u2069"))
        return "\n".join(lines)

    def _note(self, summary: DocumentSummary) -> str:
        """The beginning of a document's note, in one line."""
        project = self._session.project
        if not summary.has_note or project is None:
            return ""
        try:
            note = project.document(summary.id).note
        except UserError:
            return ""
        return note if len(note) <= SHOWN_NOTE else f"{note[:SHOWN_NOTE]}…"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter by name, symbol or title"))
        self.filter.setAccessibleName(self.tr("Filter documents"))
        self.table.setAccessibleName(self.tr("Documents"))
        headers = (
            self.tr("Symbol"),
            self.tr("Name"),
            self.tr("Clauses"),
            self.tr("Descriptors"),
            self.tr("Progress"),
            self.tr("Organ"),
            self.tr("Adopted"),
            self.tr("Length"),
            self.tr("Assignee"),
            self.tr("Folder"),
        )
        self.model.set_words(headers, self._describe)
        self.filters.retranslate()
        self._tell_count()

"""The find panel: a search in all texts of the project, its hits as a concordance, and what is done with them."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.find.hit_actions import HitActions
from gui.find.project_search import ProjectSearch
from gui.find.query_line import refused
from gui.i18n.numbers import numbered
from gui.item_models.hit_places import HitPlaces
from gui.item_models.hits import HitModel
from gui.item_models.hits_documents import HitDocumentModel
from gui.item_models.packed_hits import PackedHits
from gui.panels.find.concordance import Concordance
from gui.panels.find.controls import LISTED_DOCUMENTS, FindControls
from gui.panels.find.documents import DocumentTable
from gui.panels.find.labels import fill_label_menu
from gui.session.session import Session
from gui.style.theme import theme_of
from gui.widgets.row_painting import SIDE
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Scheme
from model.errors import UserError
from model.project import Changes
from model.search.query import Query

PAUSE = 400  # ms after the last letter: then it is searched without Enter, unless it is an expression
SHORTEST = 2  # letters for which it is
NARROW = 620  # logical pixels: in less there is no room for a list of documents
_DOCUMENTS_WIDTH = 210


class FindPanel(QWidget):
    """``listed`` gives the ids of the documents that the documents panel lists.

    ``reveal_requested``: start and end of a hit in the document that is shown now; ``hits_changed``: there are others,
    or another one is chosen; ``leave_requested``: back to the text.
    """

    reveal_requested = Signal(int, int)
    hits_changed = Signal()
    leave_requested = Signal()

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        listed: Callable[[], Collection[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._listed = listed
        self._query: Query | None = None  # what the hits are of
        self._among: frozenset[str] | None = None  # the documents that were searched for them; None: all
        self._stale = False  # whether the project has changed since
        self._estimate: tuple[int, bool] | None = None
        self.places = HitPlaces(session)
        self.model = HitModel(self.places, self)
        self.document_model = HitDocumentModel(self.places.symbol, self)
        self.search = ProjectSearch(self)
        self.acts = HitActions(session, self.model, self)
        self.controls = FindControls(session, self)
        self.concordance = Concordance(self.model, theme_of(self.palette(), None), self)
        self.documents = DocumentTable(self.document_model, self)
        self.note = WrappedLabel("", self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack = QStackedWidget(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._arrange()
        self._connect()
        self._retranslate()
        self._show_project()

    def _arrange(self) -> None:
        self.note.setContentsMargins(SIDE, 8, SIDE, 8)
        self.note.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.splitter.addWidget(self.documents)
        self.splitter.addWidget(self.concordance)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_DOCUMENTS_WIDTH, 1000])
        self._stack.addWidget(self.note)
        self._stack.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.controls)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.controls)

    def _connect(self) -> None:
        controls, session, line = self.controls, self._session, self.controls.query_line
        line.edited.connect(self._edited)
        line.entered.connect(self._entered)
        line.escaped.connect(self.leave_requested)
        line.down_requested.connect(self.focus_hits)
        controls.search_button.clicked.connect(self._search_or_stop)
        controls.inside.activated.connect(lambda _: self._search_typed())
        controls.scope.activated.connect(lambda _: self._search_typed())
        controls.saved.run.connect(self.run)
        controls.saved.list.aboutToShow.connect(self._tell_query)
        controls.saved.pressed.connect(self._tell_query)
        controls.ticks.menu().aboutToShow.connect(lambda: self.fill_tick_menu(controls.ticks.menu()))
        controls.mark.menu().aboutToShow.connect(lambda: self.fill_mark_menu(controls.mark.menu()))
        controls.export.clicked.connect(self.acts.export)
        self._pause.timeout.connect(self._search_typed)
        self.search.found.connect(self._take)
        self.search.estimated.connect(self._take_estimate)
        self.search.ended.connect(self._end)
        table = self.concordance
        table.row_chosen.connect(self._show_hit)
        table.chosen.connect(self._go_to_text)
        table.doubleClicked.connect(self._go_to_text)
        table.left.connect(self.leave_requested)
        table.up_requested.connect(lambda: self.controls.query_line.line.setFocus(Qt.FocusReason.OtherFocusReason))
        table.toggled.connect(self._toggle)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        self.model.dataChanged.connect(lambda *_: self._tell())
        self.documents.selectionModel().currentRowChanged.connect(self._narrow)
        self.documents.left.connect(self.leave_requested)
        session.project_changed.connect(self._show_project)
        session.changes.connect(self._follow)
        session.language_changed.connect(lambda _: self._show_scheme())

    # What the window asks for

    def focus_query(self, selected: str = "") -> None:
        """Type a query; what is selected in the text is one where it is short."""
        self.controls.query_line.offer(selected)

    def focus_hits(self) -> None:
        """Go through the hits by keys."""
        if self.model.rowCount():
            self.concordance.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.concordance.currentIndex().isValid():
                self.concordance.choose(0)

    def step(self, forward: bool) -> None:
        """Show the next hit in the project, or the one before; behind the last one comes the first."""
        count, row = self.model.rowCount(), self.concordance.currentIndex().row()
        if not count:
            return
        if row < 0:
            start, end = self._session.selection
            row = self.model.row_of(self._session.document or "", end if start < end else start)
            row = max(row, 0) - (1 if forward else 0)
        self.concordance.choose((row + (1 if forward else -1)) % count)

    @property
    def has_hits(self) -> bool:
        """Whether there is anything to step through."""
        return self.model.rowCount() > 0

    def shown_hits(self) -> tuple[list[tuple[int, int]], int | None]:
        """The hits in the document that is shown, and the number of the one that is chosen among them."""
        document, row = self._session.document, self.concordance.currentIndex().row()
        hits = [] if document is None else self.model.hits_in(document)
        if row < 0 or row >= self.model.rowCount() or self.model.document_at(row) != document:
            return hits, None
        limits = self.model.limits(row)
        return hits, hits.index(limits) if limits in hits else None

    def run(self, query: Query) -> None:
        """Search for a query at once."""
        if not self.controls.inside.choose(query.label):
            self._session.message.emit(
                self.tr("The label of this search is no longer in the scheme; all text is searched.")
            )
        self.controls.query_line.set_query(query)
        self._search_typed()

    # Searching

    def _typed(self) -> Query:
        return self.controls.query_line.query(self.controls.inside.label())

    def _edited(self) -> None:
        query = self._typed()
        if query.regex or len(query.text.strip()) < SHORTEST:
            self._pause.stop()
        else:
            self._pause.start()

    def _entered(self, forward: bool) -> None:
        if (self._query, self._among) == (self._typed(), self._scope()) and not self._stale and self.has_hits:
            self.step(forward)
        else:
            self._search_typed()

    def _search_or_stop(self) -> None:
        if self.search.is_running:
            self.search.stop()
            self._tell()
        else:
            self._search_typed()

    def _search_typed(self) -> None:
        """Search anew; the hits of what was searched before are gone at once."""
        self._pause.stop()
        project, query = self._session.project, self._typed()
        self._clear()
        if project is None or not query.text:
            return
        self._query, self._among = query, self._scope()
        self.search.search(project, query, self._among)
        self._tell()

    def _scope(self) -> frozenset[str] | None:
        """The documents that are to be searched now; None where that is all."""
        if self._listed is None or self.controls.scope.currentIndex() != LISTED_DOCUMENTS:
            return None
        return frozenset(self._listed())

    def _clear(self) -> None:
        self.search.stop()
        self._query, self._among, self._estimate, self._stale = None, None, None, False
        self.model.clear()
        self.model.narrow(None)
        self.document_model.clear()
        self._show_note(self.tr("Type what is to be found, and press Enter."))
        self._tell()
        self.hits_changed.emit()

    def _take(self, found: PackedHits) -> None:
        first = not self.model.total
        self.model.add(found)
        self.document_model.add(found.documents)
        if first:
            self._stack.setCurrentWidget(self.splitter)
            self.hits_changed.emit()
        self._tell()

    def _take_estimate(self, documents: int, exact: bool) -> None:
        self._estimate = (documents, exact)
        self._tell()

    def _end(self, error: UserError | None) -> None:
        self.document_model.sort_again()
        if error is not None:
            said = refused(error, self._session.language, self._scheme())
            self._show_note(said)
            if self.model.total:
                self._stack.setCurrentWidget(self.splitter)
                self._session.message.emit(said)
        elif not self.model.total:
            self._show_note(self.tr("Nothing was found."))
        self._tell()
        self.hits_changed.emit()

    def _show_note(self, text: str) -> None:
        self.note.setText(text)
        self._stack.setCurrentWidget(self.note)

    # One hit

    def _show_hit(self, row: int) -> None:
        document = self.model.document_at(row)
        self._session.set_document(document)
        if self._session.document == document:
            self.reveal_requested.emit(*self.model.limits(row))
            self.hits_changed.emit()

    def _go_to_text(self, *_: object) -> None:
        row = self.concordance.currentIndex().row()
        if row >= 0:
            self._show_hit(row)
        self.leave_requested.emit()

    def _narrow(self, current: QModelIndex, _: QModelIndex) -> None:
        self.model.narrow(self.document_model.place_at(current.row()))
        self._tell()

    # Ticks and marks

    def _toggle(self) -> None:
        """Tick the selected rows; where all are ticked, no longer."""
        ranges = self.concordance.selected_rows()
        ticked = all(self.model.is_ticked(row) for first, last in ranges for row in range(first, last))
        for first, last in ranges:
            self.model.tick(first, last, not ticked)

    def fill_tick_menu(self, menu: QMenu) -> None:
        """What can be ticked at once."""
        menu.clear()
        row, count = self.concordance.currentIndex().row(), self.model.rowCount()
        entries = (
            (self.tr("Tick &all listed"), lambda: self.model.tick(0, count, True), count > 0),
            (self.tr("Tick those of this &document"), lambda: self._tick_document(row), row >= 0),
            (self.tr("Tick &none"), self.model.untick_all, self.model.ticked > 0),
        )
        for text, act, enabled in entries:
            action = menu.addAction(text)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _=False, act=act: act())

    def _tick_document(self, row: int) -> None:
        self.model.tick(*self.model.rows_of_document(row), True)

    def fill_mark_menu(self, menu: QMenu) -> None:
        """The labels that the chosen hits can be marked with."""
        enabled = self._session.annotator is not None and not self.search.is_running and self.model.chosen() > 0
        fill_label_menu(menu, self._scheme(), self._session.language, self.acts.mark, enabled=enabled)

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_tick_menu(menu)
        menu.addSeparator()
        marks = menu.addMenu(self.controls.mark.text())
        self.fill_mark_menu(marks)
        menu.popup(self.concordance.viewport().mapToGlobal(where))

    # Following

    def _scheme(self) -> Scheme | None:
        return None if self._session.project is None else self._session.project.scheme

    def _show_project(self) -> None:
        self.search.close()
        self._show_scheme()
        self._clear()
        self.setEnabled(self._session.project is not None)

    def _show_scheme(self) -> None:
        self.controls.inside.show_scheme(self._scheme(), self._session.language, self.tr("All text"))
        self.concordance.set_theme(theme_of(self.palette(), self._scheme()))

    def _follow(self, changes: Changes) -> None:
        kinds = changes.rows.keys()
        if kinds & {"layer", "label"}:
            self._show_scheme()
        if "document" in kinds:
            self.places.forget()
        if "span" in kinds:
            self.places.forget_clauses()
            self.concordance.viewport().update()
        of_spans = self._query is not None and self._query.label is not None
        if self._query is not None and kinds & ({"document", "span"} if of_spans else {"document"}):
            self._stale = True
            self._tell()

    def _tell_query(self) -> None:
        self.controls.saved.query = self._typed()

    # Words

    def _tell(self) -> None:
        """Say how much was found, and what the buttons do now."""
        controls, running = self.controls, self.search.is_running
        controls.search_button.setText(self.tr("Stop") if running else self.tr("Search"))
        chosen = self.model.chosen()
        words = (
            self.tr("Mark %n ticked hit(s) as", "", chosen)
            if self.model.ticked
            else self.tr("Mark %n hit(s) as", "", chosen)
        )
        controls.mark.setText(numbered(words, chosen))
        for button in (controls.mark, controls.ticks, controls.export):
            button.setEnabled(self.model.total > 0 and not running)
        said = self._query is not None and (running or self._stale or self.model.total > 0)
        controls.count.setText(self._count() if said else "")  # else the note says that there is nothing, or why
        controls.count.setToolTip(plain_tool_tip(controls.count.text()))

    def _count(self) -> str:
        hits, documents = self.model.total, self.model.document_count
        if self.search.is_running and self._estimate is not None:
            known, exact = self._estimate
            template = self.tr("{hits} so far, in {documents}…")
            if not exact:
                template = self.tr("{hits} so far, in at most {documents}…")
            return template.format(hits=self._hits(hits), documents=self._documents(known))
        if self.search.is_running:
            return self.tr("Searching…")
        found = self.tr("{hits} in {documents}").format(hits=self._hits(hits), documents=self._documents(documents))
        return self.tr("{found}; the project has changed since").format(found=found) if self._stale else found

    def _documents(self, documents: int) -> str:
        return numbered(self.tr("%n document(s)", "", documents), documents)

    def _hits(self, hits: int) -> str:
        return numbered(self.tr("%n hit(s)", "", hits), hits)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.hits_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hits_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.documents.setVisible(event.size().width() >= NARROW)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_scheme()

    def _retranslate(self) -> None:
        self.concordance.setAccessibleName(self.tr("Hits"))
        self.documents.setAccessibleName(self.tr("Documents with hits"))
        self.model.set_words((self.tr("Document"), self.tr("Clause"), self.tr("Text")))
        self.document_model.set_words((self.tr("Document"), self.tr("Hits")), self.tr("All documents"))
        self._show_scheme()
        if self._query is None:
            self._show_note(self.tr("Type what is to be found, and press Enter."))
        self._tell()

"""Panels that are not in sight at first: each is made, and its modules loaded, when it is first asked for or seen."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from gui.commands.key_map import Keymap
from gui.editing.span_marking import SpanMarking
from gui.editing.undo import History
from gui.panels.descriptors.panel import DescriptorsPanel
from gui.panels.documents.panel import DocumentsPanel
from gui.session.session import Session
from gui.text_view.geometry import Hit
from gui.text_view.view import TextView
from gui.window.docks import Docks
from gui.window.find import Find
from gui.window.text_display import TextDisplay

if TYPE_CHECKING:
    from gui.panels.bidi.panel import BidiInspector
    from gui.panels.document_details.panel import DocumentPanel
    from gui.panels.find.panel import FindPanel
    from gui.panels.history.panel import HistoryPanel
    from gui.panels.inspector.panel import InspectorPanel
    from gui.panels.outline.panel import OutlinePanel
    from gui.panels.problems.panel import ProblemsPanel
    from gui.panels.suggestions.panel import SuggestionsPanel
    from gui.panels.thesaurus.panel import ThesaurusPanel

Panel = TypeVar(
    "Panel",
    "BidiInspector",
    "DocumentPanel",
    "FindPanel",
    "HistoryPanel",
    "InspectorPanel",
    "OutlinePanel",
    "ProblemsPanel",
    "SuggestionsPanel",
    "ThesaurusPanel",
)


class PanelContext(Protocol):
    """What the panels of a window have to do with."""

    session: Session
    view: TextView
    display: TextDisplay
    documents: DocumentsPanel
    descriptors: DescriptorsPanel
    history: History
    searching: Find
    marking: SpanMarking
    docks: Docks
    keymap: Keymap

    def act(self, command: str) -> Callable[[], object]:
        """The function of a command."""
        ...

    def reveal(self, start: int, end: int) -> None:
        """Select a stretch of the text and show it."""
        ...

    def focus_text(self) -> None:
        """Type into the text again."""
        ...


class LazyPanels:
    """Those of one window, by the names of their docks. A panel is put into its dock as soon as it is made.

    ``parts`` are the window's; they are asked for when a panel is made, and may not be there before.
    """

    def __init__(self, parent: QWidget, parts: PanelContext) -> None:
        self._parent = parent
        self._window = parts

    @cached_property
    def bidi(self) -> "BidiInspector":
        """What the selected characters are."""
        from gui.panels.bidi.panel import BidiInspector

        window = self._window
        panel = BidiInspector(window.session, self._block_of, self._parent, line_of=self._line_of)
        panel.reveal_requested.connect(window.reveal)
        window.view.font_size_changed.connect(panel.refresh)
        window.display.changed.connect(panel.refresh)
        return self._placed("bidi", panel)

    @cached_property
    def document(self) -> "DocumentPanel":
        """What is known about the document."""
        from gui.panels.document_details.panel import DocumentPanel

        return self._placed("document", DocumentPanel(self._window.session, self._parent))

    @cached_property
    def find(self) -> "FindPanel":
        """Searches in the project."""
        from gui.panels.find.panel import FindPanel

        window = self._window
        panel = FindPanel(window.session, self._parent, listed=window.documents.listed)
        panel.reveal_requested.connect(window.reveal)
        window.searching.use(panel)
        return self._placed("find", panel)

    @cached_property
    def history(self) -> "HistoryPanel":
        """What was done."""
        from gui.panels.history.panel import HistoryPanel

        history = self._window.history
        panel = HistoryPanel(self._window.session, self._parent)
        panel.go_requested.connect(history.go_to)
        panel.undo_back_requested.connect(history.undo_back_to)
        panel.redo_up_requested.connect(history.redo_up_to)
        return self._placed("history", panel)

    @cached_property
    def inspector(self) -> "InspectorPanel":
        """The mark that is worked on."""
        from gui.panels.inspector.panel import InspectorPanel

        panel = InspectorPanel(self._window.session, self._parent, self._window.view.span_at)
        panel.span_chosen.connect(self._window.marking.choose)
        return self._placed("inspector", panel)

    @cached_property
    def outline(self) -> "OutlinePanel":
        """The clauses as a tree."""
        from gui.panels.outline.panel import OutlinePanel

        panel = OutlinePanel(self._window.session, self._parent)
        panel.span_chosen.connect(self._window.marking.choose)
        return self._placed("outline", panel)

    @cached_property
    def problems(self) -> "ProblemsPanel":
        """What is likely to be wrong in the document."""
        from gui.panels.problems.panel import ProblemsPanel

        panel = ProblemsPanel(self._window.session, self._parent, self._window.keymap)
        panel.reveal_requested.connect(self._window.reveal)
        return self._placed("problems", panel)

    @cached_property
    def suggestions(self) -> "SuggestionsPanel":
        """What descriptors the document might have."""
        from gui.panels.suggestions.panel import SuggestionsPanel

        window = self._window
        panel = SuggestionsPanel(window.session, self._parent)
        panel.reveal_requested.connect(window.reveal)
        panel.document_wanted.connect(window.session.set_document)
        panel.evidence_shown.connect(lambda shown: window.view.set_evidence(shown or window.descriptors.shown_evidence))
        return self._placed("suggestions", panel)

    @cached_property
    def thesaurus(self) -> "ThesaurusPanel":
        """The terms as a tree, with a card of each."""
        from gui.panels.thesaurus.panel import ThesaurusPanel

        window = self._window
        panel = ThesaurusPanel(window.session, self._parent)
        panel.assign_wanted.connect(window.descriptors.assign)
        panel.document_wanted.connect(window.session.set_document)
        panel.documents_wanted.connect(self._list_documents)
        panel.import_wanted.connect(window.act("import_vocabulary"))
        return self._placed("thesaurus", panel)

    def _list_documents(self, concept: str) -> None:
        """List the documents that have a concept."""
        documents = self._window.documents
        documents.filters.clear()
        documents.filters.ask_for_concept(concept, wanted=True)
        self._window.docks.opener("documents", documents.table.setFocus)()

    def _placed(self, name: str, panel: Panel) -> Panel:
        panel.leave_requested.connect(self._window.focus_text)
        self._window.docks[name].setWidget(panel)
        return panel

    def _block_of(self, offset: int) -> tuple[int, int]:
        """The limits of the displayed block that holds an offset."""
        page = self._window.view.page
        limits = page.blocks[page.block_number(offset)].limits
        return limits.start, limits.end

    def _line_of(self, offset: int) -> tuple[int, int]:
        """The limits of the displayed line that holds an offset."""
        _, row = self._window.view.page.row_of(Hit(offset, False))
        return row.start, row.end

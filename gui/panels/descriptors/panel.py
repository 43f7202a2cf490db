"""The descriptors panel: what the document is about, in order, with the stretches of text that show it."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui import operations
from gui.commands.actions import COMMANDS, shown_key
from gui.i18n.error_messages import quoted
from gui.item_models.descriptors import DescriptorModel, EvidenceModel, descriptor_row
from gui.panels.descriptors.delegates import DescriptorDelegate, EvidenceDelegate
from gui.panels.descriptors.entry import DescriptorEntry
from gui.panels.descriptors.lists import ActingList
from gui.session.session import Session
from gui.widgets.row_painting import SIDE, row_height, smaller
from gui.widgets.stacked_pages import show_page
from gui.widgets.wrapped_label import WrappedLabel
from model.project import Changes
from model.vocabulary.assignments import Assignment
from model.vocabulary.concepts import language_of

EVIDENCE_ROWS = (2, 3)  # seen without scrolling, in a low panel and in others; a fixed height: nothing above it jumps
LOW = 420  # pixels
INSERT = "Ins"  # what attaches in the list itself
ATTACH_KEY = next(command.keys[0] for command in COMMANDS if command.id == "attach")
LOOK_UP_KEY = next(command.keys[0] for command in COMMANDS if command.id == "thesaurus")
_KINDS = frozenset({"assignment", "evidence", "concept", "concept_label"})


class DescriptorsPanel(QWidget):
    """The open document's descriptors: typed at the top, kept in order in the middle, their evidence below.

    ``evidence_shown`` gives the ``(start, end)`` pairs of the current descriptor, in code points, whenever they change;
    ``reveal_requested`` one that is to be scrolled to; ``concept_wanted`` the id of a concept whose card is to be seen;
    ``leave_requested`` asks to go back to the text.
    """

    evidence_shown = Signal(list)
    reveal_requested = Signal(int, int)
    concept_wanted = Signal(str)
    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown_evidence: list[tuple[int, int]] = []
        self.model = DescriptorModel(self)
        self.evidence_model = EvidenceModel(self)
        self.entry = DescriptorEntry(session, self)
        self.view = ActingList(self.model, DescriptorDelegate(self), self)
        self.evidence_view = ActingList(self.evidence_model, EvidenceDelegate(self), self)
        self._nothing = _quiet_label(self)
        self._stack = QStackedWidget(self)
        self._rule = QFrame(self)
        self._evidence_heading = QLabel(self)
        self._no_evidence = _quiet_label(self)
        self._evidence_stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.entry)
        self._retranslate()
        self._show_document()

    def _arrange(self) -> None:
        for stack, view, hint in (
            (self._stack, self.view, self._nothing),
            (self._evidence_stack, self.evidence_view, self._no_evidence),
        ):
            stack.addWidget(view)
            stack.addWidget(hint)
        self._evidence_heading.setTextFormat(Qt.TextFormat.PlainText)
        bold = smaller(self.font(), 0.92)
        bold.setBold(True)
        self._evidence_heading.setFont(bold)
        self._evidence_heading.setContentsMargins(SIDE, 4, SIDE, 2)
        self._evidence_heading.setBuddy(self.evidence_view)
        self._rule.setFrameShape(QFrame.Shape.HLine)
        self._rule.setFrameShadow(QFrame.Shadow.Sunken)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        box = QVBoxLayout()
        box.setContentsMargins(4, 0, 4, 0)
        box.addWidget(self.entry)
        layout.addLayout(box)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._rule)
        layout.addWidget(self._evidence_heading)
        layout.addWidget(self._evidence_stack)

    def _connect(self) -> None:
        self.entry.concept_chosen.connect(self.assign)
        self.entry.term_wanted.connect(self.create_term)
        self.entry.down_requested.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.view.remove_wanted.connect(self.remove_current)
        self.view.move_wanted.connect(self.move_current)
        self.view.toggle_wanted.connect(self.toggle_major)
        self.view.attach_wanted.connect(self.attach_selection)
        self.view.chosen.connect(self._choose_descriptor)
        self.view.up_requested.connect(lambda: self.entry.setFocus(Qt.FocusReason.OtherFocusReason))
        self.view.menu_wanted.connect(self._open_menu)
        self.view.selectionModel().currentChanged.connect(self._show_evidence)
        self.evidence_view.chosen.connect(self.reveal_current_evidence)
        self.evidence_view.remove_wanted.connect(self.remove_current_evidence)
        self.evidence_view.up_requested.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.evidence_view.menu_wanted.connect(self._open_evidence_menu)
        for source in (self.entry, self.view, self.evidence_view):
            source.leave_requested.connect(self.leave_requested)
        session = self._session
        session.project_changed.connect(self._show_document)
        session.document_changed.connect(self._show_document)
        session.changes.connect(self._follow)
        session.language_changed.connect(lambda _: self._update())

    # What is shown

    @property
    def shown_evidence(self) -> list[tuple[int, int]]:
        """What was last given as ``evidence_shown``."""
        return self._shown_evidence

    def focus_entry(self) -> None:
        """Type descriptors."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    def current(self) -> Assignment | None:
        """The descriptor that the panel's acts are about."""
        return self.model.assignment(self.view.currentIndex())

    def _rows(self):
        project, document = self._session.project, self._session.document
        if project is None or document is None:
            return []
        language = self._session.language
        return [
            descriptor_row(assignment, project.concept(assignment.concept), language)
            for assignment in project.assignments(document)
        ]

    def _show_document(self, *_: object) -> None:
        """Show another document's descriptors, none of them current."""
        self.entry.empty()
        self.entry.setEnabled(self._session.document is not None and self._session.annotator is not None)
        self.model.reset(self._rows())
        self._show_state()

    def _update(self) -> None:
        """Show what the document's descriptors are now; the current one stays so while it is there."""
        self.model.update(self._rows())
        self._show_state()

    def _follow(self, changes: Changes) -> None:
        kinds = changes.rows.keys() & _KINDS
        if not kinds:
            return
        if kinds & {"concept", "concept_label"} or self._session.document in changes.documents:
            self._update()

    def _show_state(self) -> None:
        self.entry.assigned = self.model.assigned_concepts()
        has_document, has_rows = self._session.document is not None, self.model.rowCount() > 0
        if not has_document:
            self._nothing.setText(self.tr("Open a document to see its descriptors."))
        else:
            self._nothing.setText(self.tr("No descriptors yet. Type a term above, in Arabic or English."))
        show_page(self._stack, self.view if has_rows else self._nothing, self.entry)
        for part in (self._rule, self._evidence_heading, self._evidence_stack):
            part.setVisible(has_rows)
        self._show_evidence()

    def _show_evidence(self, *_: object) -> None:
        """Show the evidence of the current descriptor here, and tell the text view of it."""
        current = self.current()
        evidence = current.evidence if current is not None else ()
        kept = self.evidence_view.currentIndex().row()
        self.evidence_model.show_evidence(evidence, self._session.text)
        if evidence and kept >= 0:
            self.evidence_view.setCurrentIndex(self.evidence_model.index(min(kept, len(evidence) - 1)))
        if current is None:
            self._no_evidence.setText(self.tr("Choose a descriptor to see its evidence."))
        else:
            words = self.tr("None yet. Select text, then press {key} to attach it to the descriptor.")
            self._no_evidence.setText(words.format(key=shown_key(ATTACH_KEY)))
        keys_go_to = self.view if self.model.rowCount() else self.entry
        show_page(self._evidence_stack, self.evidence_view if evidence else self._no_evidence, keys_go_to)
        shown = [(each.start, each.end) for each in evidence]
        if shown != self._shown_evidence:
            self._shown_evidence = shown
            self.evidence_shown.emit(shown)

    # What is done

    def assign(self, concept: str) -> None:
        """Give the document a concept. One that it has becomes current, and is confirmed where it was proposed."""
        document = self._session.document
        if document is None:
            return
        self.entry.empty()
        present = self.model.assignment(self.model.index(self.model.row_of_concept(concept)))
        if present is not None and present.status == "suggested":
            self._session.attempt(operations.confirm_descriptor, present.id)
        elif present is not None:
            self._session.message.emit(self.tr("The document has this descriptor already."))
        else:
            present = self._session.attempt(operations.assign, document, concept)
        self._make_current(present)

    def create_term(self, term: str) -> None:
        """Make a term of the project's own, in the language of its script, and give it to the document."""
        document = self._session.document
        if document is None:
            return
        created = self._session.attempt(operations.create_and_assign, document, term, language_of(term))
        if created is not None:
            self.entry.empty()
            self._make_current(created)

    def remove_current(self) -> None:
        """Take the current descriptor off the document; a proposed one is rejected instead, and so remembered."""
        current = self.current()
        if current is None:
            return
        if current.status == "suggested":
            self._session.attempt(operations.reject_descriptor, current.id)
        else:
            self._session.attempt(operations.unassign, current.id)

    def move_current(self, steps: int) -> None:
        """Move the current descriptor up (negative) or down in the order."""
        current = self.current()
        if current is None:
            return
        place = self.view.currentIndex().row() + steps
        if 0 <= place < self.model.rowCount():
            neighbour = self.model.assignment(self.model.index(place))
            assert neighbour is not None
            self._session.attempt(operations.move_assignment, current.id, self._place_of(neighbour.id))
            self.view.scrollTo(self.view.currentIndex())

    def toggle_major(self) -> None:
        """Say that the document is mainly about the current descriptor, or no longer."""
        current = self.current()
        if current is not None:
            self._session.attempt(operations.set_major, current.id, not current.major)

    def confirm_current(self) -> None:
        """Accept the current descriptor where it was proposed."""
        current = self.current()
        if current is not None and current.status == "suggested":
            self._session.attempt(operations.confirm_descriptor, current.id)

    @property
    def awaits_choice(self) -> bool:
        """Whether a descriptor has to be chosen before text can be attached: there are several, and none is current."""
        start, end = self._session.selection
        return start < end and self.current() is None and self.model.rowCount() > 1

    def attach_selection(self) -> None:
        """Attach the selected text, less the white space around it, to the current descriptor as evidence; to the only
        one where there is one. Where one has to be chosen, the keys go to the list, and Insert attaches to what is
        chosen there.
        """
        start, end = _trimmed(self._session.text, *self._session.selection)
        if self.current() is None and self.model.rowCount() == 1:
            self.view.setCurrentIndex(self.model.index(0))
        current = self.current()
        if start == end:
            self._session.message.emit(self.tr("Select the text first that is to be attached as evidence."))
        elif current is None and self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            words = self.tr("Choose the descriptor that the text is evidence of; {key} attaches it.")
            self._session.message.emit(words.format(key=shown_key(INSERT)))
        elif current is None:
            self._session.message.emit(self.tr("There is no descriptor yet that the text could be evidence of."))
        elif self._session.attempt(operations.add_evidence, current.id, start, end) is not None:
            words = self.tr("Attached to {term}.")
            self._session.message.emit(words.format(term=quoted(self._label(current))))

    def remove_current_evidence(self) -> None:
        """Detach the current stretch of evidence."""
        evidence = self.evidence_model.evidence(self.evidence_view.currentIndex())
        if evidence is not None:
            self._session.attempt(operations.remove_evidence, evidence.id)

    def reveal_current_evidence(self) -> None:
        """Ask for the current stretch of evidence to be shown in the text."""
        evidence = self.evidence_model.evidence(self.evidence_view.currentIndex())
        if evidence is not None:
            self.reveal_requested.emit(evidence.start, evidence.end)

    def _choose_descriptor(self) -> None:
        """Enter or double click: accept a proposal, else show its evidence in the text, one stretch after the other."""
        current = self.current()
        if current is None:
            return
        if current.status == "suggested":
            self.confirm_current()
        elif current.evidence:
            limits = [(each.start, each.end) for each in current.evidence]
            shown = self._session.selection
            place = limits.index(shown) + 1 if shown in limits else 0
            self.reveal_requested.emit(*limits[place % len(limits)])

    def _show_concept(self) -> None:
        current = self.current()
        if current is not None:
            self.concept_wanted.emit(current.concept)

    def _label(self, assignment: Assignment) -> str:
        """What a descriptor is called in the list."""
        return str(self.model.index(self.model.row_of(assignment.id)).data() or "")

    def _make_current(self, assignment: Assignment | None) -> None:
        row = self.model.row_of(assignment.id) if assignment is not None else -1
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    def _place_of(self, assignment_id: str) -> int:
        """Where an assignment stands among all of the document's, rejected ones too: that is what the model counts."""
        project, document = self._session.project, self._session.document
        assert project is not None
        assert document is not None
        order = [each.id for each in project.assignments(document, rejected=True)]
        return order.index(assignment_id)

    # Menus

    def _open_menu(self, where: QPoint) -> None:
        self.descriptor_menu().popup(where)

    def _open_evidence_menu(self, where: QPoint) -> None:
        self.evidence_menu().popup(where)

    def descriptor_menu(self) -> QMenu:
        """What can be done with the current descriptor."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self.current()
        may_write = current is not None and self._session.annotator is not None
        row, count = self.view.currentIndex().row(), self.model.rowCount()
        start, end = self._session.selection
        suggested = current is not None and current.status == "suggested"
        if suggested:
            _add(menu, self.tr("Confirm"), "Return", self.confirm_current, may_write)
        major = _add(menu, self.tr("Major descriptor"), "Space", self.toggle_major, may_write)
        major.setCheckable(True)
        major.setChecked(current is not None and current.major)
        _add(menu, self.tr("Move up"), "Alt+Up", lambda: self.move_current(-1), may_write and row > 0)
        _add(menu, self.tr("Move down"), "Alt+Down", lambda: self.move_current(1), may_write and row < count - 1)
        menu.addSeparator()
        _add(menu, self.tr("Attach the selected text"), INSERT, self.attach_selection, may_write and start < end)
        menu.addSeparator()
        _add(menu, self.tr("Show in the thesaurus"), LOOK_UP_KEY, self._show_concept, current is not None)
        menu.addSeparator()
        remove = self.tr("Reject") if suggested else self.tr("Remove")
        _add(menu, remove, "Del", self.remove_current, may_write)
        return menu

    def evidence_menu(self) -> QMenu:
        """What can be done with the current stretch of evidence."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.evidence_view.currentIndex().isValid()
        _add(menu, self.tr("Show in the text"), "Return", self.reveal_current_evidence, chosen)
        may_write = chosen and self._session.annotator is not None
        _add(menu, self.tr("Detach"), "Del", self.remove_current_evidence, may_write)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows = EVIDENCE_ROWS[0] if self.height() < LOW else EVIDENCE_ROWS[1]
        self._evidence_stack.setFixedHeight(rows * row_height(self.font()) + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._update()

    def _retranslate(self) -> None:
        self.entry.setPlaceholderText(self.tr("Add a descriptor"))
        self.entry.setAccessibleName(self.tr("Add a descriptor"))
        self.view.setAccessibleName(self.tr("Descriptors"))
        self.evidence_view.setAccessibleName(self.tr("Evidence"))
        self._evidence_heading.setText(self.tr("Evidence"))


def _add(menu: QMenu, text: str, key: str, act, enabled: bool):
    """An entry that names its key, as menus show it behind a tab; the key itself is heard by the list."""
    action = menu.addAction(f"{text}\t{shown_key(key)}")
    action.setEnabled(enabled)
    action.triggered.connect(lambda: act())
    return action


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Limits without the white space at their ends."""
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    return start, max(start, start + len(quote.strip()))


def _quiet_label(parent: QWidget) -> QLabel:
    label = WrappedLabel("", parent)
    label.setContentsMargins(SIDE, 4, SIDE, 4)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    label.setMinimumHeight(QFontMetrics(label.font()).height())
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    return label

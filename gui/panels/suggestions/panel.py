"""The suggestions panel: which descriptors the document shown might have, and what documents like it have."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from gui import suggestion_operations
from gui.commands.actions import shown_key
from gui.i18n.numbers import grouped, numbered
from gui.item_models.descriptors import other_language
from gui.item_models.document_names import document_name
from gui.item_models.suggestions import SimilarModel, SimilarRow, SuggestionModel, SuggestionRow
from gui.panels.suggestions.delegates import SimilarDelegate, SuggestionDelegate
from gui.panels.suggestions.rows import SuggestionList
from gui.session.session import Session
from gui.session.suggestion_service import DocumentSuggestions, SuggestionService
from gui.widgets.row_painting import SIDE, row_height, smaller
from gui.widgets.wrapped_label import WrappedLabel
from model.errors import UserError
from model.project import Changes
from model.suggestion.suggester import Similar
from model.vocabulary.concepts import Concept

LEAST = 0.02  # the chance below which a suggestion is not worth a look
SIMILAR = 3  # documents shown
ALIKE = 0.2  # how like they are at least: 1,000 pairs of unlike ones are below .15, renewals above .5
SIMILAR_LINES = 10  # of text that are seen of them without scrolling, where there is room
SHARES = (3, 2)  # of the lists' height, for suggestions and for similar documents
LEAST_LINES = (9, 5)  # of text that are seen of either in a low window


class SuggestionsPanel(QWidget):
    """Suggestions on top, similar documents below. It learns nothing before it is first seen.

    ``evidence_shown`` gives the ``(start, end)`` pairs of the current suggestion, in code points, whenever they change;
    ``reveal_requested`` one that is to be scrolled to; ``document_wanted`` the id of a document to be opened;
    ``leave_requested`` asks to go back to the text.
    """

    evidence_shown = Signal(list)
    reveal_requested = Signal(int, int)
    document_wanted = Signal(str)
    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: DocumentSuggestions | None = None
        self._shown_evidence: list[tuple[int, int]] = []
        self._progress = 0
        self._wanted_act = ""  # what was asked for before there was an answer
        self.suggesting = SuggestionService(session, self)
        self.model = SuggestionModel(self)
        self.similar_model = SimilarModel(self)
        self.view = SuggestionList(self.model, SuggestionDelegate(self), self)
        self.similar_view = SuggestionList(self.similar_model, SimilarDelegate(self), self)
        self._state = WrappedLabel("", self)
        self._rule = QFrame(self)
        self._heading = QLabel(self)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.view)
        self._retranslate()

    def _arrange(self) -> None:
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for label in (self._state, self._heading):
            label.setContentsMargins(SIDE, 2, SIDE, 2)
        self._state.setFont(smaller(self.font(), 0.92))
        bold = smaller(self.font(), 0.92)
        bold.setBold(True)
        self._heading.setFont(bold)
        self._heading.setBuddy(self.similar_view)
        self._rule.setFrameShape(QFrame.Shape.HLine)
        self._rule.setFrameShadow(QFrame.Shadow.Sunken)
        line = row_height(smaller(self.font()), padding=1)
        self.similar_view.setMaximumHeight(SIMILAR_LINES * line)
        for view, lines in zip((self.view, self.similar_view), LEAST_LINES, strict=True):
            view.setMinimumHeight(lines * line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._state)
        layout.addWidget(self.view, SHARES[0])
        layout.addWidget(self._rule)
        layout.addWidget(self._heading)
        layout.addWidget(self.similar_view, SHARES[1])

    def _connect(self) -> None:
        self.view.chosen.connect(self.accept_current)
        self.view.remove_wanted.connect(self.reject_current)
        self.view.toggle_wanted.connect(self.reveal_current)
        self.view.clicked.connect(lambda _: self._show_evidence())
        self.view.menu_wanted.connect(lambda where: self.suggestion_menu().popup(where))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_evidence())
        self.view.left.connect(self._show_evidence)
        self.view.down_requested.connect(self._step_to_similar)
        self.similar_view.chosen.connect(self.take_over_current)
        self.similar_view.toggle_wanted.connect(self.open_current)
        self.similar_view.up_requested.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.similar_view.menu_wanted.connect(lambda where: self.similar_menu().popup(where))
        for view in (self.view, self.similar_view):
            view.leave_requested.connect(self.leave_requested)
        self.suggesting.found.connect(self._take)
        self.suggesting.cleared.connect(self._clear)
        self.suggesting.progressed.connect(self._show_progress)
        self.suggesting.failed.connect(self._fail)
        self._session.changes.connect(self._follow)
        self._session.language_changed.connect(lambda _: self._show_rows())

    # What is shown

    def focus_list(self) -> None:
        """Have the keys go to the suggestions, whether they are there yet or not."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_answered(self) -> bool:
        """Whether all that can be said of the document shown is here."""
        return self._found is not None and self._found.whole

    def current(self) -> SuggestionRow | None:
        """The suggestion that the panel's acts are about."""
        return self.model.at(self.view.currentIndex())

    def current_similar(self) -> SimilarRow | None:
        """The similar document that the panel's acts are about: the nearest where none was chosen."""
        row = self.similar_model.at(self.similar_view.currentIndex())
        return row or (self.similar_model.rows[0] if self.similar_model.rows else None)

    def _take(self, found: object) -> None:
        assert isinstance(found, DocumentSuggestions)
        self._found = found
        self._show_rows()
        if not found.whole:
            return
        act, self._wanted_act = self._wanted_act, ""
        if act and not self.isVisible():  # it was asked for once only
            self.suggesting.want(False)
        if act == "accept":
            self.accept_assigned()
        elif act == "take_over":
            self.take_over_current()

    def _clear(self) -> None:
        """What is shown is of another document, or no longer true; rows stay until others come, where they can."""
        if self._found is not None and self._found.document == self._session.document:
            judged = self._judged()
            rows = [row for row in self.model.rows if row.suggestion.term not in judged]
            if len(rows) != len(self.model.rows):
                self._put(rows)
            self._show_similar()
            return
        self._found = None
        self._wanted_act = ""
        self._put([])
        self.similar_model.show_rows([])
        self._show_state()

    def _show_rows(self) -> None:
        found, project = self._found, self._session.project
        if found is None or project is None:
            self._show_state()
            return
        names = {similar.name: self._name(similar.name)[0] for similar in found.suggestions.similar}
        rows: list[SuggestionRow] = []
        for each in found.suggestions.terms:
            concept = self._concept(each.term) if each.chance >= LEAST else None
            if concept is not None:
                like = tuple(names.get(name) or self._name(name)[0] for name in each.similar)
                rows.append(SuggestionRow(each, *self._labels(concept), like))
        self._put(rows)
        self._show_similar()
        self._show_state()

    def _put(self, rows: Sequence[SuggestionRow]) -> None:
        """Show rows; the place in the list stays, so that one may be accepted after the other."""
        kept = self.view.currentIndex().row()
        had = self.current()
        self.model.show_rows(rows)
        # Whoever stands at the top stays there: it was not chosen, and labels alone may have put another term first.
        place = self.model.row_of(had.suggestion.term) if had is not None and kept > 0 else -1
        if place < 0:
            # Where the keys are in a list that was empty, the next one is to mean what has come.
            place = min(max(kept, 0) if self.view.hasFocus() else kept, len(rows) - 1)
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))
        self._show_state()
        self._show_evidence()

    def _show_similar(self) -> None:
        found, project, document = self._found, self._session.project, self._session.document
        if found is None or project is None or document is None:
            self.similar_model.show_rows([])
            return
        judged = project.assignments(document, rejected=True)
        own = {each.concept for each in judged if each.status == "confirmed"}
        rejected = {each.concept for each in judged if each.status == "rejected"}
        self.similar_model.show_rows(
            [
                row
                for each in found.suggestions.similar[:SIMILAR]
                if each.likeness >= ALIKE and (row := self._similar_row(each, own, rejected)) is not None
            ]
        )

    def _similar_row(self, similar: Similar, own: set[str], rejected: set[str]) -> SimilarRow | None:
        project = self._session.project
        assert project is not None
        name, title = self._name(similar.name)
        if not name:
            return None
        theirs = [each.concept for each in project.assignments(similar.name) if each.status == "confirmed"]
        theirs = list(dict.fromkeys(theirs))

        def labelled(concepts: Sequence[str]) -> tuple[str, ...]:
            found = (self._concept(each) for each in concepts)
            return tuple(self._labels(each)[0] for each in found if each is not None)

        return SimilarRow(
            similar,
            name,
            title,
            labelled([each for each in theirs if each not in own and each not in rejected]),
            labelled(sorted(own.difference(theirs))),
            labelled([each for each in theirs if each in own]),
        )

    def _name(self, document: str) -> tuple[str, str]:
        """Symbol (or name) of a document, and the same with its title where it has one; empty where it is gone."""
        project = self._session.project
        summary = project.summary(document) if project is not None else None
        if summary is None:
            return "", ""
        name = document_name(summary)
        return name, f"\u2068{name}\u2069 · {summary.title}" if summary.title else ""

    def _concept(self, concept: str) -> Concept | None:
        project = self._session.project
        assert project is not None
        try:
            return project.concept(concept)
        except UserError:  # somebody has just taken it away
            return None

    def _labels(self, concept: Concept) -> tuple[str, str]:
        language = self._session.language
        label = concept.label(language)
        second = concept.label_in(other_language(language)) or ""
        return label, "" if second.casefold() == label.casefold() else second

    def _judged(self) -> set[str]:
        """The concepts that the document has, or that were rejected."""
        project, document = self._session.project, self._session.document
        assert project is not None
        assert document is not None
        return {each.concept for each in project.assignments(document, rejected=True) if each.status != "suggested"}

    def _show_state(self) -> None:
        suggesting = self.suggesting
        if self._session.document is None:
            words = self.tr("Open a document to see what descriptors it might have.")
        elif suggesting.has_failed:
            words = self.tr("Nothing can be suggested in this project just now.")
        elif suggesting.is_learning:
            words = self.tr("Learning from the indexed documents… {share}").format(share=f"{self._progress}%")
        elif self._found is None:
            words = self.tr("Looking for descriptors…")
        else:
            words = self.tr("Nothing more is suggested for this document.")
        self.view.say(words)
        learned = self._found.learned if self._found is not None else 0
        if self._found is None:
            self._state.setText("")
        elif suggesting.has_failed:
            self._state.setText(self.tr("Labels in the text; from indexed documents nothing could be learned."))
        elif not self._found.whole:
            words = self.tr("Labels in the text; indexed documents are being learned… {share}")
            self._state.setText(words.format(share=f"{self._progress}%"))
        elif learned:
            self._state.setText(self.tr("Learned from indexed documents: {count}").format(count=grouped(learned)))
        else:
            self._state.setText(self.tr("No document is indexed yet: only labels in the text are found."))
        has_similar = self.similar_model.rowCount() > 0
        if not has_similar and self.similar_view.hasFocus():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self._rule, self._heading, self.similar_view):
            part.setVisible(has_similar)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress = done * 100 // total if total else 0
        self._show_state()

    def _show_evidence(self) -> None:
        """Tell the text view of the current suggestion's places while the keys are in the list."""
        row = self.current() if self.view.hasFocus() else None
        shown = list(row.suggestion.evidence) if row is not None else []
        if shown != self._shown_evidence:
            self._shown_evidence = shown
            self.evidence_shown.emit(shown)

    def _fail(self, error: object) -> None:
        self._wanted_act = ""
        self._clear()
        self._show_state()
        if isinstance(error, UserError):
            self._session.refuse(error)
        elif isinstance(error, Exception):
            raise error

    def _follow(self, changes: Changes) -> None:
        if self._found is not None and changes.rows.keys() & {"concept_label", "concept"}:
            self._show_rows()

    # What is done

    def accept_current(self) -> None:
        """Assign the current suggestion, with its places as evidence; the next one is current then."""
        row, document = self.current(), self._session.document
        if row is not None and document is not None:
            self._session.attempt(suggestion_operations.accept, document, [row.suggestion])

    def accept_assigned(self) -> None:
        """Assign all that the program would assign by itself, in one step."""
        document = self._session.document
        if document is None:
            return
        if not self.is_answered:
            self._wait_for("accept")
            return
        wanted = [row.suggestion for row in self.model.rows if row.suggestion.assign]
        if not wanted:
            self._session.message.emit(self.tr("There is no suggestion that the program is sure enough of."))
            return
        self._session.attempt(suggestion_operations.accept, document, wanted)

    def reject_current(self) -> None:
        """Have the current suggestion never come back in this document."""
        row, document = self.current(), self._session.document
        if row is not None and document is not None:
            self._session.attempt(suggestion_operations.reject, document, row.suggestion)

    def reveal_current(self) -> None:
        """Show the first place of the current suggestion in the text."""
        row = self.current()
        if row is not None and row.suggestion.evidence:
            self.reveal_requested.emit(*row.suggestion.evidence[0])

    def take_over_current(self) -> None:
        """Assign what the current similar document has and this one has not, in one step."""
        document = self._session.document
        if document is None:
            return
        if not self.is_answered:
            self._wait_for("take_over")
            return
        row = self.current_similar()
        if row is None:
            self._session.message.emit(self.tr("No indexed document is like this one."))
        elif not row.new:
            self._session.message.emit(self.tr("There is nothing to take over: this document has it all."))
        else:
            similar = row.similar
            made = self._session.attempt(
                suggestion_operations.take_over, document, similar.name, similar.likeness, similar.terms
            )
            if made:
                words = self.tr("%n descriptor(s) taken over from {name}.", "", len(made))
                self._session.message.emit(numbered(words, len(made)).format(name=f"\u2068{row.name}\u2069"))

    def open_current(self) -> None:
        """Open the current similar document."""
        row = self.current_similar()
        if row is not None:
            self.document_wanted.emit(row.similar.name)

    def _step_to_similar(self) -> None:
        if self.similar_view.isVisible():
            self.similar_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait_for(self, act: str) -> None:
        """Do it when there is an answer; say that it comes, or that none will."""
        if self.suggesting.has_failed:
            self._session.message.emit(self.tr("Nothing can be suggested in this project just now."))
            return
        self.suggesting.want(True)
        self._wanted_act = act
        words = self.tr("Suggestions are still being looked for; it is done when they are there.")
        self._session.message.emit(words)

    # Menus

    def suggestion_menu(self) -> QMenu:
        """What can be done with the current suggestion."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.current()
        may_write = row is not None and self._session.annotator is not None
        has_place = row is not None and bool(row.suggestion.evidence)
        _add(menu, self.tr("Assign"), "Return", self.accept_current, may_write)
        _add(menu, self.tr("Show in the text"), "Space", self.reveal_current, has_place)
        menu.addSeparator()
        _add(menu, self.tr("Reject"), "Del", self.reject_current, may_write)
        return menu

    def similar_menu(self) -> QMenu:
        """What can be done with the current similar document."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.current_similar()
        may_write = row is not None and bool(row.new) and self._session.annotator is not None
        _add(menu, self.tr("Take over its descriptors"), "Return", self.take_over_current, may_write)
        _add(menu, self.tr("Open the document"), "Space", self.open_current, row is not None)
        return menu

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.suggesting.want(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.suggesting.want(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Suggested descriptors"))
        self.similar_view.setAccessibleName(self.tr("Similar documents"))
        self._heading.setText(self.tr("Similar documents"))
        self._show_rows()
        self.similar_view.doItemsLayout()  # words of another language need other heights


def _add(menu: QMenu, text: str, key: str, act, enabled: bool) -> None:
    """An entry that names its key, as menus show it behind a tab; the key itself is heard by the list."""
    action = menu.addAction(f"{text}\t{shown_key(key)}")
    action.setEnabled(enabled)
    action.triggered.connect(lambda: act())

"""What narrows the documents panel beside typing: a button with a menu of conditions, and a chip for each one set."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QWidget

from gui.commands.dynamic_menus import empty, inner_menu
from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped
from gui.item_models.document_filter import NONE, NOT_DONE, DocumentFilter, year_of
from gui.item_models.documents import SOON, Column, DocumentModel
from gui.operations import DESCRIPTORS
from gui.panels.document_details.chips import Chips
from gui.panels.document_details.choice import Choice, ChoicePopup
from gui.session.session import Session
from model.annotation.document_list import DocumentSummary
from model.annotation.documents import ProgressState, order_key
from model.errors import UserError

IN_MENU = 16  # values of a kind that a menu takes; more are chosen by typing
FOUND = 50  # terms that are offered while one types
_WITH, _WITHOUT, _TASK, _SORT = "with", "without", "task", "sort"
_KINDS = ("organs", "assignees", "tags", "folders", "sessions", "years")


class DocumentFilters(QObject):
    """Keeps the conditions and shows them; ``changed`` when the list is to be another. They hold as long as the project
    is open.
    """

    changed = Signal()
    sort_wanted = Signal(int)

    def __init__(self, session: Session, model: DocumentModel, panel: QWidget) -> None:
        super().__init__(panel)
        self._session = session
        self._model = model
        self.conditions = DocumentFilter()
        self.holders: dict[str, Set[str]] = {}
        self._names: dict[str, str] = {}  # of the concepts asked for
        self.unseen_sorting: tuple[Column, bool] | None = None  # by a column that is not shown, and whether downwards
        self.button = QPushButton(panel)
        self.button.setAutoDefault(False)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self.fill_menu)
        self._reading: QAction | None = None  # stands in the menu for what is offered when all documents are read
        self.button.setMenu(self.menu)
        self.chips = Chips(panel)
        self.chips.removed.connect(self._remove)

    # Conditions

    def set_conditions(self, conditions: DocumentFilter) -> None:
        """Ask for these."""
        if conditions != self.conditions:
            self.conditions = conditions
            self.read_holders()
            self.changed.emit()
        self.show_chips()

    def clear(self) -> None:
        """Ask for nothing."""
        self.set_conditions(DocumentFilter())
        self._names.clear()

    def read_holders(self) -> None:
        """Find out which documents have the terms asked for."""
        project = self._session.project
        concepts = {concept for concept, _ in self.conditions.concepts}
        self.holders = {} if project is None else {concept: project.documents_with(concept) for concept in concepts}

    def toggle(self, kind: str, value: str) -> None:
        """Let one more value of a kind through, or not any more."""
        self.set_conditions(replace(self.conditions, **{kind: getattr(self.conditions, kind) ^ {value}}))

    def set_states(self, task: str, states: Iterable[ProgressState]) -> None:
        """Let only documents through in which a task is in one of these states; all where there are none."""
        others = {(each, state) for each, state in self.conditions.states if each != task}
        self.set_conditions(replace(self.conditions, states=frozenset(others | {(task, state) for state in states})))

    def ask_for_concept(self, concept: str, *, wanted: bool) -> None:
        """Let only documents through that have a descriptor, or that lack it."""
        project = self._session.project
        if project is not None:
            self._names[concept] = project.concept(concept).label(self._session.language)
            others = frozenset(each for each in self.conditions.concepts if each[0] != concept)
            self.set_conditions(replace(self.conditions, concepts=others | {(concept, wanted)}))

    def _remove(self, chip: str) -> None:
        kind, _, value = chip.partition(":")
        if kind == _TASK:
            self.set_states(value, ())
        elif kind in (_WITH, _WITHOUT):
            others = frozenset(each for each in self.conditions.concepts if each != (value, kind == _WITH))
            self.set_conditions(replace(self.conditions, concepts=others))
        elif kind == _SORT:
            self.sort_wanted.emit(-1)
        else:
            self.set_conditions(replace(self.conditions, **{kind: frozenset()}))

    # The menu

    def fill_menu(self) -> None:
        """Make the menu of what the documents have now. As long as many are to be read, which goes on by itself, it has
        what does not depend on them, and the rest comes when they are.
        """
        menu = self.menu
        empty(menu)
        for task, name in self.tasks().items():
            self._add_states(inner_menu(menu, _escaped(name)), task)
        menu.addSeparator()
        self._reading = QAction(self.tr("Reading…"), menu)  # made here: it goes before the others do
        menu.addAction(self._reading)
        self._reading.setEnabled(False)
        if self._model.unread <= SOON:
            self._model.read_all()
            self.offer_read()
        self._add(menu, self.tr("With the &descriptor…"), lambda: self._choose_concept(wanted=True))
        self._add(menu, self.tr("Without the desc&riptor…"), lambda: self._choose_concept(wanted=False))
        menu.addSeparator()
        sorting = inner_menu(menu, self.tr("Sort &by"))
        now = self._model.sorting
        self._add(sorting, self.tr("Project order"), lambda: self.sort_wanted.emit(-1), checked=now is None)
        for column in Column:
            words = str(self._model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole))
            checked = now is not None and now[0] == column
            self._add(sorting, words, lambda column=column: self.sort_wanted.emit(int(column)), checked=checked)
        clearing = self._add(menu, self.tr("&Clear all filters"), self.clear)
        clearing.setEnabled(self.conditions.active)

    def offer_read(self) -> None:
        """Offer in the menu what the documents have, now that all are read."""
        if self._reading is None:
            return
        summaries = list(self._model.summaries())
        self._add_kind("organs", Counter(each.organ or NONE for each in summaries))
        self._add_kind("assignees", Counter(each.assignee or NONE for each in summaries))
        self._add_kind("tags", Counter(tag for each in summaries for tag in each.tags or (NONE,)))
        self._add_folders(summaries)
        self._add_kind("sessions", Counter(each.session or NONE for each in summaries))
        self._add_kind("years", Counter(map(year_of, summaries)))
        self.menu.removeAction(self._reading)
        self._reading.deleteLater()
        self._reading = None

    def _add_states(self, menu: QMenu, task: str) -> None:
        chosen = self.conditions.of_task(task)
        self._add(
            menu,
            self.tr("Not done"),
            lambda: self.set_states(task, () if chosen == frozenset(NOT_DONE) else NOT_DONE),
            checked=chosen == frozenset(NOT_DONE),
        )
        menu.addSeparator()
        for state, words in self.states().items():
            self._add(menu, words, self._switch(task, state), checked=state in chosen)

    def _switch(self, task: str, state: ProgressState) -> Callable[[], None]:
        return lambda: self.set_states(task, self.conditions.of_task(task) ^ frozenset((state,)))

    def _add_kind(self, kind: str, counts: Mapping[str, int]) -> None:
        """A menu of the values of a kind, or an entry that lets one choose by typing where there are many."""
        chosen: frozenset[str] = getattr(self.conditions, kind)
        values = self._in_order(kind, {*counts, *chosen})
        if not values or values == [NONE]:
            return
        choices = [Choice(value, self._words(kind, value), grouped(counts.get(value, 0))) for value in values]
        title = self._titles()[kind]
        if len(choices) > IN_MENU:
            self._add_read(f"{title}…", lambda: self._choose(kind, choices), checked=bool(chosen))
            return
        menu = QMenu(title, self.menu)
        self.menu.insertMenu(cast(QAction, self._reading), menu)
        for choice in choices:
            words = f"{_escaped(choice.words)}\t{choice.count}"
            act = self._toggler(kind, choice.value)
            self._add(menu, words, act, checked=choice.value in chosen)

    def _toggler(self, kind: str, value: str) -> Callable[[], None]:
        return lambda: self.toggle(kind, value)

    def _in_order(self, kind: str, values: Set[str]) -> list[str]:
        me = self._session.annotator
        if kind == "assignees":
            first = NONE if me is None else me.id
            return sorted(values | ({me.id} if me else set()), key=lambda each: (each != first, each != NONE, each))
        ordered = sorted(values, key=order_key)
        return ordered[::-1] if kind in ("sessions", "years") else ordered

    def _add_folders(self, summaries: Sequence[DocumentSummary]) -> None:
        counts = Counter(each.folder for each in summaries)
        if set(counts) <= {""}:
            return
        whole: Counter[str] = Counter()
        for folder, count in counts.items():
            parts = folder.split("/")
            whole.update({"/".join(parts[:depth]): count for depth in range(1, len(parts) + 1)})
        choices = [
            Choice(
                folder,
                isolated(folder) if folder else self._nothing("folders"),
                grouped(count),
                folder.rpartition("/")[0] or None,
            )
            for folder, count in sorted(whole.items(), key=lambda each: order_key(each[0]))
        ]
        chosen = bool(self.conditions.folders)
        self._add_read(self.tr("&Folder…"), lambda: self._choose("folders", choices), checked=chosen)

    def _choose(self, kind: str, choices: Sequence[Choice]) -> ChoicePopup:
        popup = ChoicePopup(self._titles()[kind].replace("&", ""), choices, self.button)
        popup.chosen.connect(lambda value: self.toggle(kind, value))
        popup.open_below(self.button)
        return popup

    def _choose_concept(self, *, wanted: bool) -> ChoicePopup:
        title = self.tr("With the descriptor") if wanted else self.tr("Without the descriptor")
        popup = ChoicePopup(title, (), self.button, self._concepts)
        popup.chosen.connect(lambda concept: self.ask_for_concept(concept, wanted=wanted))
        popup.open_below(self.button)
        return popup

    def _concepts(self, typed: str) -> list[Choice]:
        project = self._session.project
        if project is None:
            return []
        found = project.search_concepts(typed, FOUND)
        return [Choice(match.concept.id, match.concept.label(self._session.language)) for match in found]

    def _add(self, menu: QMenu, words: str, act: Callable[[], object], *, checked: bool | None = None) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _=False: act())
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        return action

    def _add_read(self, words: str, act: Callable[[], object], *, checked: bool) -> None:
        """An entry of what the documents have, in its place in the menu."""
        action = self._add(self.menu, words, act, checked=checked)
        self.menu.removeAction(action)
        self.menu.insertAction(cast(QAction, self._reading), action)

    # Words

    def tasks(self) -> dict[str, str]:
        """The names of the tasks that progress is kept for: the layers, and last the descriptors."""
        project, language = self._session.project, self._session.language
        layers = () if project is None else project.scheme.layers
        return {layer.id: layer.name(language) for layer in layers} | {DESCRIPTORS: self.tr("Descriptors")}

    def states(self) -> dict[ProgressState, str]:
        """The states of a task in words, in order."""
        return {"new": self.tr("not begun"), "in-progress": self.tr("in progress"), "done": self.tr("done")}

    def _titles(self) -> dict[str, str]:
        return {
            "organs": self.tr("&Organ"),
            "assignees": self.tr("&Assignee"),
            "tags": self.tr("&Tag"),
            "folders": self.tr("&Folder"),
            "sessions": self.tr("&Session"),
            "years": self.tr("&Year of adoption"),
        }

    def _nothing(self, kind: str) -> str:
        return {
            "organs": self.tr("no organ"),
            "assignees": self.tr("nobody"),
            "tags": self.tr("no tag"),
            "folders": self.tr("no folder"),
            "sessions": self.tr("no session"),
            "years": self.tr("no year"),
        }[kind]

    def _words(self, kind: str, value: str) -> str:
        if value == NONE:
            return self._nothing(kind)
        if kind != "assignees":
            return f"\u2068{value}\u2069"
        me = self._session.annotator
        if me is not None and me.id == value:
            return self.tr("me")
        return f"\u2068{self._model.person(value)}\u2069"

    def show_chips(self) -> None:
        """Show the conditions, each in a few words."""
        chips: list[tuple[str, str]] = []
        template = self.tr("{what}: {which}")
        names, words = self.tasks(), self.states()
        for task, name in names.items():
            states = self.conditions.of_task(task)
            if states == frozenset(NOT_DONE):
                which = self.tr("not done")
            else:
                which = self.tr(", ").join(words[state] for state in words if state in states)
            if states:
                chips.append((f"{_TASK}:{task}", template.format(what=name, which=which)))
        titles = self._titles()
        for kind in _KINDS:
            chosen = self._in_order(kind, getattr(self.conditions, kind)) if getattr(self.conditions, kind) else []
            if chosen:
                values = [value for value in chosen if value in getattr(self.conditions, kind)]
                which = self.tr(", ").join(self._words(kind, value) for value in values)
                chips.append((f"{kind}:", template.format(what=titles[kind].replace("&", ""), which=which)))
        for concept, wanted in sorted(self.conditions.concepts):
            what = self.tr("With") if wanted else self.tr("Without")
            name = f"\u2068{self._names.get(concept, '')}\u2069"
            chips.append((f"{_WITH if wanted else _WITHOUT}:{concept}", template.format(what=what, which=name)))
        if self.unseen_sorting is not None:
            column, descending = self.unseen_sorting
            name = self._model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            which = f"{name} {'↓' if descending else '↑'}"
            chips.append((f"{_SORT}:", template.format(what=self.tr("Sorted by"), which=which)))
        self.chips.show_chips(chips, self.tr("Click to take this away"))

    def retranslate(self) -> None:
        """Take the window's language."""
        self.button.setText(self.tr("Filter"))
        arrow = self.button.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, None, self.button)
        self.button.setFixedWidth(self.button.fontMetrics().horizontalAdvance(self.button.text()) + arrow + 20)
        self.button.setToolTip(
            self.tr("Narrow the list by progress, organ, assignee, tag, folder, descriptor; sort it")
        )
        project = self._session.project
        if project is not None:
            for concept in self._names:
                with contextlib.suppress(UserError):  # a term that is no longer there keeps its name
                    self._names[concept] = project.concept(concept).label(self._session.language)
        self.show_chips()


def _escaped(words: str) -> str:
    """Words of a person's own in a menu, where & would mean a key."""
    return words.replace("&", "&&")

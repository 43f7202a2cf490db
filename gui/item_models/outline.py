"""The clauses of a document as a tree: its rows follow the spans one by one, and what is shown of them is read when it
is painted.
"""

import bisect
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from gui.i18n.numbers import numbered
from gui.item_models.outline_rows import PREAMBLE, Group, Row, outlined
from gui.text_view.display import DisplayedCopy, DisplayOptions
from model.annotation.layers import Scheme
from model.annotation.nesting import is_item
from model.annotation.values import Span, text_order
from model.text import numbering

_Index = QModelIndex | QPersistentModelIndex
MANY = 300  # rows: more of them than that are sooner made anew than moved one by one
SHOWN = 160  # code points of a clause that are read for its row
SPOKEN = 80  # of these a screen reader says


class OutlineRole(IntEnum):
    """What a row gives beside its words."""

    LINE = Qt.ItemDataRole.UserRole
    SPAN = Qt.ItemDataRole.UserRole + 1
    AT_CARET = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Line:
    """What is painted of a row: ``number`` as it is written, ``before`` what stands between it and the leading phrase,
    ``lead`` the phrase as it is marked, ``rest`` what comes after it.

    ``label`` is the label's id, None in the row of a group; ``count`` how many rows lie below a group. ``unsure`` is
    said of proposals alone.
    """

    label: str | None
    number: str = ""
    before: str = ""
    lead: str = ""
    rest: str = ""
    count: int = 0
    proposed: bool = False
    unsure: bool = False

    @property
    def words(self) -> str:
        """All but the number."""
        return " ".join(part for part in (self.before, self.lead, self.rest) if part)


class OutlineModel(QStandardItemModel):
    """One row a clause, and one for each group of clauses (see ``gui.item_models.outline_rows``).

    Qt's own items carry the tree, so that a view that lays it out has nothing to ask here; they hold their keys alone.
    ``parents_made``: keys of rows that have others below them, and are new, were moved, or had none before.
    """

    parents_made = Signal(list)

    def __init__(self, is_unsure: Callable[[Span], bool], parent=None) -> None:
        super().__init__(parent)
        self._is_unsure = is_unsure
        self._layer: str | None = None
        self._inner: frozenset[str] = frozenset()  # ids of the layers of leading phrases
        self._names: dict[str, str] = {}  # of labels
        self._items_of_lists: frozenset[str] = frozenset()  # ids of labels
        self._text = ""
        self._copy: DisplayedCopy | None = None
        self._clauses = _InOrder()
        self._leads = _InOrder()
        self._rows: list[Row] = []
        self._items: dict[str, QStandardItem] = {}
        self._holders: dict[str, str | None] = {}
        self._groups: dict[str, Group] = {}
        self._lines: dict[str, Line] = {}  # as far as they were painted
        self._at_caret: str | None = None

    # What is shown

    def show_document(self, scheme: Scheme | None, language: str, text: str, spans: Iterable[Span]) -> None:
        """Show the clauses of a document; none where the scheme has no layer of clauses."""
        self._text, self._copy = text, None
        layer = None if scheme is None else scheme.clauses
        self._layer, self._inner, self._items_of_lists = None, frozenset(), frozenset()
        if scheme is not None and layer is not None:
            self._layer = layer.id
            self._inner = frozenset(each.id for each in scheme.layers_within(layer.id))
            self._items_of_lists = frozenset(label.id for label in layer.labels if is_item(label))
        self._take_names(scheme, language)
        shown = [span for span in spans if span.status != "rejected"]
        self._clauses = _InOrder(span for span in shown if span.layer == self._layer)
        self._leads = _InOrder(span for span in shown if span.layer in self._inner)
        self._at_caret = None
        self._make_anew(*outlined(self._clauses.spans, text, {}))

    def change_spans(self, gone: Collection[str], different: Collection[Span]) -> None:
        """Take over which spans are gone (ids), and which are new or different, as they are now."""
        out = {*gone, *(span.id for span in different if span.status == "rejected")}
        there = [span for span in different if span.status != "rejected"]
        moved: set[str] = set()
        told: set[str] = set()
        lead_places: set[int] = set()
        for span_id in out:
            if self._clauses.take(span_id) is not None:
                moved.add(span_id)
            elif (lead := self._leads.take(span_id)) is not None:
                lead_places.add(lead.start)
        for span in there:
            if span.layer == self._layer:
                before = self._clauses.put(span)
                (told if before is not None and _same_place(before, span) else moved).add(span.id)
            elif span.layer in self._inner:
                before = self._leads.put(span)
                lead_places.update(each.start for each in (before, span) if each is not None)
        if moved:
            near = {self._holders.get(key) for key in moved}
            self._arrange(moved)
            near |= {self._holders.get(key) for key in moved}
            told |= {key for key in near if key is not None}  # what is inside a clause decides which words lead it
        told |= {holder for place in lead_places if (holder := self.innermost(place)) is not None}
        self._tell(told | moved)

    def set_names(self, scheme: Scheme | None, language: str) -> None:
        """Take the words of another language, or other names of labels."""
        self._take_names(scheme, language)
        self._tell(self._items)

    def judge_anew(self) -> None:
        """Other proposals are unsure now."""
        self._tell(key for key in self._items if (span := self._clauses.get(key)) and span.status == "suggested")

    def _take_names(self, scheme: Scheme | None, language: str) -> None:
        self._names = {} if scheme is None else {label.id: label.name(language) for label in scheme.labels()}

    def set_at_caret(self, key: str | None) -> None:
        """Say which row the clause at the caret has."""
        if key != self._at_caret:
            before, self._at_caret = self._at_caret, key
            self._tell({each for each in (before, key) if each is not None}, [OutlineRole.AT_CARET])

    @property
    def at_caret(self) -> str | None:
        """The clause at the caret."""
        return self._at_caret

    # Asking

    def clause(self, key: str) -> Span | None:
        """The clause of a row; None for a group and for one that is not here."""
        return self._clauses.get(key)

    def first_of(self, key: str) -> Span | None:
        """The clause of a row, or the first one of a group."""
        group = self._groups.get(key)
        return self._clauses.get(key) if group is None else group.first

    def innermost(self, offset: int) -> str | None:
        """The innermost clause that holds the code point at an offset."""
        span = self._clauses.last_from(offset)
        while span is not None and span.end <= offset:
            holder = self._holders.get(span.id)
            span = None if holder is None else self._clauses.get(holder)
        return None if span is None else span.id

    def index_of(self, key: str | None) -> QModelIndex:
        """Where a row stands; an invalid index where there is none."""
        item = None if key is None else self._items.get(key)
        return QModelIndex() if item is None else item.index()

    def key(self, index: _Index) -> str | None:
        """The key of a row."""
        return str(super().data(index, Qt.ItemDataRole.DisplayRole)) if index.isValid() else None

    def line(self, key: str) -> Line:
        """What is painted of a row."""
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = self._read_line(key)
        return line

    def _read_line(self, key: str) -> Line:
        group = self._groups.get(key)
        if group is not None:
            return Line(None, lead=self._group_name(group), count=len(group.members))
        span = self._clauses.get(key)
        if span is None:  # asked by a view while its row is taken out
            return Line(None)
        proposed = span.status == "suggested"
        before, lead, rest = self._words(span)
        return Line(
            span.label,
            number=self._written(span),
            before=before,
            lead=lead,
            rest=rest,
            proposed=proposed,
            unsure=proposed and self._is_unsure(span),
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        key = self.key(index)
        if key is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.line(key).words
            case OutlineRole.LINE:
                return self.line(key)
            case OutlineRole.SPAN:
                return self.clause(key)
            case OutlineRole.AT_CARET:
                return key == self._at_caret
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(key)
        return None

    # Words

    def _group_name(self, group: Group) -> str:
        return self.tr("Preamble") if group.kind == PREAMBLE else self.tr("Annex")

    def _written(self, span: Span) -> str:
        """A number as an outline has it: those of items of lists in brackets."""
        if not span.number:
            return ""
        return f"({span.number})" if span.label in self._items_of_lists else span.number

    def _words(self, span: Span) -> tuple[str, str, str]:
        """What stands before the leading phrase, the phrase as it is marked, and what comes after it; all of it behind
        the number, as far as is shown.
        """
        end = min(span.end, span.start + SHOWN)
        opening = numbering.number_of(self._text[span.start : end]).end if span.number else 0
        lead = self._lead(span)
        if lead is None or lead.start >= end:
            return "", "", self._displayed(span.start + opening, end)
        return (
            self._displayed(span.start + opening, lead.start),
            self._displayed(lead.start, min(lead.end, end)),
            self._displayed(lead.end, end),
        )

    def _displayed(self, start: int, end: int) -> str:
        if self._copy is None:
            self._copy = DisplayedCopy(self._text, DisplayOptions())
        return " ".join(self._copy.of(start, end).split()) if start < end else ""

    def _lead(self, clause: Span) -> Span | None:
        """The leading phrase of a clause: the first in it, unless a clause inside it holds that."""
        lead = self._leads.first_from(clause.start)
        return lead if lead is not None and self.innermost(lead.start) == clause.id else None

    def _spoken(self, key: str) -> str:
        """What a screen reader says of a row."""
        line = self.line(key)
        if line.label is None:
            rows = numbered(self.tr("%n clause(s)", "", line.count), line.count)
            return self.tr("{group}; {rows}").format(group=line.lead, rows=rows)
        words = line.words[:SPOKEN]
        name = f"{self._names.get(line.label, line.label)} {line.number}".strip()
        template = self.tr("{clause}: {words}")
        if line.unsure:
            template = self.tr("{clause}, proposed, unsure: {words}")
        elif line.proposed:
            template = self.tr("{clause}, proposed: {words}")
        return template.format(clause=name, words=words)

    # Rows

    def _tell(self, keys: Iterable[str], roles: list[int] | None = None) -> None:
        for key in keys:
            item = self._items.get(key)
            if item is not None:
                if roles is None:
                    self._lines.pop(key, None)
                index = item.index()
                self.dataChanged.emit(index, index, roles or [])

    def _make_anew(self, rows: list[Row], groups: dict[str, Group]) -> None:
        self._groups, self._rows, self._holders = groups, rows, dict(rows)
        self._items, self._lines = {}, {}
        self.removeRows(0, self.rowCount())  # PySide would keep for good the rows that are cleared
        self.setColumnCount(1)
        below: dict[str | None, list[QStandardItem]] = {None: []}
        for key, holder in rows:
            item = self._items[key] = _item(key)
            below.setdefault(holder, []).append(item)
        for holder, items in below.items():
            if holder is not None:
                self._items[holder].appendRows(items)
        self.invisibleRootItem().appendRows(below.pop(None))
        self.parents_made.emit(list(below))

    def _arrange(self, moved: Collection[str]) -> None:
        """Take rows out and put rows in until they are those of the clauses as they are now; all others stay. The
        rows below one that moves are made anew with it: PySide never frees an item that is inserted twice.
        """
        before, groups_before = self._holders, self._groups
        rows, groups = outlined(self._clauses.spans, self._text, before)
        holders = dict(rows)
        # A group stands where its first clause does.
        moved = {*moved, *(key for key, group in groups.items() if _begins_elsewhere(group, groups_before.get(key)))}
        coming: set[str] = set()
        for key, holder in rows:
            if key in moved or key not in before or before[key] != holder or holder in coming:
                coming.add(key)
        out = {key for key in before if key not in holders or key in coming}
        if len(out | coming) > MANY:
            self._make_anew(rows, groups)
            return
        self._groups = {**groups_before, **groups}  # a view may ask for rows that go
        self._take_out(out)
        self._put_in(rows, coming)
        self._groups, self._rows, self._holders = groups, rows, holders
        parents = _parents_made(rows, coming, {holder for holder in before.values() if holder is not None})
        if parents:
            self.parents_made.emit(parents)
        counts = {key: len(group.members) for key, group in groups_before.items()}
        self._tell(key for key, group in groups.items() if counts.get(key, 0) != len(group.members))

    def _take_out(self, out: Collection[str]) -> None:
        for key, holder in reversed(self._rows):
            if key in out:
                item = self._items.pop(key)
                self._lines.pop(key, None)
                if holder not in out:
                    (item.parent() or self.invisibleRootItem()).removeRow(item.row())

    def _put_in(self, rows: list[Row], coming: Collection[str]) -> None:
        places: Counter[str | None] = Counter()
        root = self.invisibleRootItem()
        for key, holder in rows:
            place = places[holder]
            places[holder] = place + 1
            if key in coming:
                item = self._items[key] = _item(key)
                # As a list: of one that is handed over by itself Python stays the owner, and the model is not told when
                # it goes.
                (root if holder is None else self._items[holder]).insertRow(place, [item])


class _InOrder:
    """Spans of which none or few overlap, in text order, found by their ids and by place."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans = sorted(spans, key=text_order)
        self._by_id = {span.id: span for span in self.spans}

    def get(self, span_id: str) -> Span | None:
        return self._by_id.get(span_id)

    def take(self, span_id: str) -> Span | None:
        """Take one out, and give it."""
        span = self._by_id.pop(span_id, None)
        if span is not None:
            del self.spans[bisect.bisect_left(self.spans, text_order(span), key=text_order)]
        return span

    def put(self, span: Span) -> Span | None:
        """Put one in, and give the one that had its id."""
        before = self.take(span.id)
        bisect.insort(self.spans, span, key=text_order)
        self._by_id[span.id] = span
        return before

    def first_from(self, offset: int) -> Span | None:
        """The first that begins at an offset or after it."""
        place = bisect.bisect_left(self.spans, offset, key=_start)
        return self.spans[place] if place < len(self.spans) else None

    def last_from(self, offset: int) -> Span | None:
        """The last that begins at an offset or before it: of those that begin there, the innermost."""
        place = bisect.bisect_right(self.spans, offset, key=_start)
        return self.spans[place - 1] if place else None


def _begins_elsewhere(group: Group, before: Group | None) -> bool:
    return before is not None and (before.first.id, before.first.start) != (group.first.id, group.first.start)


def _parents_made(rows: list[Row], coming: Collection[str], before: Collection[str]) -> list[str]:
    """The rows that have others below them, and came or had none below them before."""
    holders = (holder for _, holder in rows)
    made = (each for each in holders if each is not None and (each in coming or each not in before))
    return list(dict.fromkeys(made))


def _start(span: Span) -> int:
    return span.start


def _item(key: str) -> QStandardItem:
    item = QStandardItem(key)
    item.setEditable(False)
    return item


def _same_place(one: Span, other: Span) -> bool:
    """Whether a clause's row stays where it is, whatever else of it is different."""
    return one.limits == other.limits and one.label == other.label and one.features == other.features

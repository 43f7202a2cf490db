"""The caret and the selection, and how keys move them: visually by grapheme, by word, by row, by page."""

from typing import Literal

from gui.text_view.geometry import Hit, LineBoxes
from gui.text_view.page import Page
from model.text import words

Unit = Literal["grapheme", "word", "clause"]


class Selection:
    """An anchor that stays and a caret that moves, both at grapheme limits; equal when nothing is selected."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.anchor = 0
        self.caret = Hit(0, False)
        self._wanted_x: float | None = None

    @property
    def limits(self) -> tuple[int, int]:
        """Half-open code points."""
        return min(self.anchor, self.caret.offset), max(self.anchor, self.caret.offset)

    @property
    def is_empty(self) -> bool:
        """Whether there is only a caret."""
        return self.anchor == self.caret.offset

    def reset(self) -> None:
        """Nothing selected, the caret before the text."""
        self.anchor, self.caret, self._wanted_x = 0, Hit(0, False), None

    def select(self, start: int, end: int) -> None:
        """Select a range, widened to grapheme limits, the caret at its end (or at ``start`` where ``end`` is before
        it).
        """
        backward = end < start
        low, high = words.snap(self._page.text, start, end)
        self.anchor, offset = (high, low) if backward else (low, high)
        self.caret = Hit(offset, offset > self.anchor)
        self._wanted_x = None

    def place(self, place: Hit, extend: bool) -> None:
        """Put the caret somewhere; the anchor stays where it is when the selection is extended."""
        self.caret = place
        if not extend:
            self.anchor = place.offset
        self._wanted_x = None

    def extend_by_unit(self, offset: int, unit: Unit, first: tuple[int, int]) -> None:
        """Select from the word or clause at which a drag began (``first``) to the one at ``offset``, whole ones."""
        start, end = self.unit_at(offset, unit)
        if start < first[0]:
            self.select(first[1], start)
        else:
            self.select(first[0], max(end, first[1]))

    def unit_at(self, offset: int, unit: Unit) -> tuple[int, int]:
        """The word or clause at an offset; outside any clause the block."""
        if unit == "grapheme" or not self._page.text:
            return offset, offset
        if unit == "word":
            return words.word_at(self._page.text, offset)
        clauses = self._page.clauses_at(offset)
        if clauses:
            return clauses[-1].limits
        return words.trim(self._page.text, *self._page.paragraph_at(offset))

    # Keys

    def move_beside(self, leftward: bool, extend: bool) -> None:
        """One grapheme to the left or right, as seen. A selection that is not extended is left at that end of it."""
        if not extend and self.anchor != self.caret.offset:
            start, end = self.limits
            self.place(Hit(end, True) if leftward else Hit(start, False), False)
            return
        block, row = self._page.row_number(self.caret)
        boxes = self._page.row(block, row).boxes
        place = self._beyond_mark(block, boxes, leftward) or boxes.beside(self.caret, leftward)
        if place is None or (leftward and place == Hit(boxes.end, True) and self._page.beside_row(block, row, 1)):
            beside = self._page.beside_row(block, row, 1 if leftward else -1)
            if beside is None:
                return
            boxes = self._page.row(*beside).boxes
            following = boxes.outermost(at_left=not leftward)
            if place is None and following.offset == self.caret.offset:
                following = boxes.beside(following, leftward) or following
            place = following
        self.place(place, extend)

    def _beyond_mark(self, block: int, boxes: LineBoxes, leftward: bool) -> Hit | None:
        """Where a mark without width that is shown by its sign comes next: the place beyond it, at the same x.

        A mark that is not shown is passed with the letter behind it.
        """
        signs = self._page.signs(block)
        if not signs:
            return None
        offset = self.caret.offset
        beside = max(boxes.start, offset - 1 if self.caret.upstream else offset)
        if leftward == boxes.runs_right_to_left(beside):
            return Hit(boxes.end_of(boxes.number_at(offset)), True) if boxes.is_mark(offset, signs) else None
        before = words.previous_grapheme(self._page.text, offset)
        return Hit(before, False) if before < offset and boxes.is_mark(before, signs) else None

    def move_by_word(self, leftward: bool, extend: bool) -> None:
        """To the next word's start (leftward, for the text runs that way) or to the one before."""
        find = words.next_word if leftward else words.previous_word
        self.place(Hit(find(self._page.text, self.caret.offset), False), extend)

    def move_by_row(self, step: int, extend: bool) -> None:
        """One row down (1) or up (-1), at the same x as long as only rows are moved by; at the page's end, to the
        text's.
        """
        beside = self._page.beside_row(*self._page.row_number(self.caret), step)
        if beside is None:
            self.place(Hit(len(self._page.text), True) if step > 0 else Hit(0, False), extend)
            return
        x = self.wanted_x()
        self.place(self._page.row(*beside).boxes.hit(x), extend)
        self._wanted_x = x

    def move_to(self, place: Hit, extend: bool, keep_x: float) -> None:
        """To a place that was found at the kept x."""
        self.place(place, extend)
        self._wanted_x = keep_x

    def move_to_row_end(self, at_end: bool, extend: bool) -> None:
        """To the row's first grapheme, or behind its last that is not a blank."""
        _, row = self._page.row_of(self.caret)
        if not at_end:
            self.place(Hit(row.start, False), extend)
            return
        text = self._page.text[row.start : row.end]
        end = words.grapheme_end(self._page.text, row.start + len(text.rstrip()))
        self.place(Hit(end, True) if end > row.start else Hit(row.start, False), extend)

    def move_to_text_end(self, at_end: bool, extend: bool) -> None:
        """Before the whole text, or behind it."""
        self.place(Hit(len(self._page.text), True) if at_end else Hit(0, False), extend)

    def wanted_x(self) -> float:
        """The x that moving by rows keeps."""
        if self._wanted_x is None:
            _, row = self._page.row_of(self.caret)
            self._wanted_x = row.boxes.caret_x(self.caret)
        return self._wanted_x

"""Which keys bring the limit of a mark, or of a selection, from one place of a text to another, and how many.

The keys go by their commands' ids; what each does to a limit is what it does in the window. All offsets are half-open
code points.
"""

from collections.abc import Callable, Mapping

from model.text import words

MOST = 12  # keys that are tried; then the mouse is quicker for anybody

Move = Callable[[int], int]


def shortest(
    place: int, reached: Callable[[int], bool], moves: Mapping[str, Move], most: int = MOST
) -> list[str] | None:
    """The fewest keys that bring a limit to a place that is ``reached``; None where ``most`` do not."""
    if reached(place):
        return []
    came: dict[int, list[str]] = {place: []}
    edge = [place]
    for _ in range(most):
        further: list[int] = []
        for at in edge:
            for key, move in moves.items():
                to = move(at)
                if to not in came:
                    came[to] = [*came[at], key]
                    if reached(to):
                        return came[to]
                    further.append(to)
        edge = further
    return None


def selection_end(text: str, start: int) -> dict[str, Move]:
    """The keys that move the end of a selection from ``start``: by stops, where there are none by words."""

    def shorten(end: int) -> int:
        back = words.previous_stop(text, start, end)
        if back >= end:
            back = words.word_end_before(text, end, start)
        return back if back > start else end

    return {"lengthen": lambda end: words.extend_stop(text, end), "shorten": shorten}


def phrase_end(text: str, start: int) -> dict[str, Move]:
    """The same where a leading phrase is being chosen: by words."""

    def shorten(end: int) -> int:
        back = words.word_end_before(text, end, start)
        return back if back > start else end

    return {"lengthen": lambda end: words.next_word_end(text, end), "shorten": shorten}


def selection_start(text: str, end: int) -> dict[str, Move]:
    """The keys that move the start of a selection up to ``end``, by words."""
    return {"start_forward": _forward(text, end), "start_back": _back(text)}


def mark_end(text: str, start: int) -> dict[str, Move]:
    """The keys that move the end of a mark from ``start``: by stops, and by words."""

    def shrink(end: int) -> int:
        back = words.stop_before(text, start, end)
        return back if back > start else end

    def earlier(end: int) -> int:
        back = words.word_end_before(text, end)
        return back if back > start else end

    return {
        "grow": lambda end: words.extend_stop(text, end),
        "shrink": shrink,
        "end_later": lambda end: words.next_word_end(text, end),
        "end_earlier": earlier,
    }


def mark_start(text: str, end: int) -> dict[str, Move]:
    """The keys that move the start of a mark up to ``end``, by words."""
    return {"begin_later": _forward(text, end), "begin_earlier": _back(text)}


def _forward(text: str, end: int) -> Move:
    def forward(start: int) -> int:
        moved = words.next_word(text, start)
        return moved if moved < end else start

    return forward


def _back(text: str) -> Move:
    return lambda start: words.previous_word(text, start)

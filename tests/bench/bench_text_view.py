"""Times of the text view in milliseconds: opening, marking, paging.

Run from the repository: ``python -m tests.bench.bench_text_view [RESOLUTION.txt]``
"""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gui.text_view.view import TextView
from model.annotation.layers import read_scheme
from model.annotation.values import Span

SIZE = (900, 700)
SENTENCE = "وإذ تشير إلى قرارها 58/170 المؤرخ 22 كانون الأول/ديسمبر 2003 بشأن صون المكتبات العامة وما فيها من مخطوطات، "


def timed(act: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """Median and worst of several runs."""
    results = []
    for _ in range(times):
        begun = perf_counter()
        act()
        results.append((perf_counter() - begun) * 1000)
    return median(results), max(results)


def report(what: str, result: tuple[float, float]) -> None:
    print(f"{what:<66} {result[0]:8.2f}  worst {result[1]:8.2f}")


def spans_for(text: str, clauses: int, marks: int, seed: int = 1) -> list[Span]:
    """Evenly laid clauses, and marks of other layers at random places."""
    chance = random.Random(seed)
    spans = []
    for number in range(clauses):
        start, end = len(text) * number // clauses, len(text) * (number + 1) // clauses
        if end - start > 1:
            spans.append(Span(f"clause-{number}", "d", "clause", "preambular", start, end - 1))
    for number in range(marks):
        start = chance.randrange(max(1, len(text) - 40))
        label = chance.choice(["resolution", "symbol", "date", "footnote"])
        spans.append(Span(f"mark-{number}", "d", "reference", label, start, start + chance.randrange(2, 40)))
    return spans


class PaintCount(QObject):
    """Counts the times that a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def main(arguments: list[str]) -> None:
    """Measure and print."""
    application = QApplication.instance() or QApplication([])
    if arguments:
        text = Path(arguments[0]).read_bytes().decode("utf-8").split("\n", 2)[2]
    else:
        text = SENTENCE * (4000 // len(SENTENCE))
    long_text = SENTENCE * (1_000_000 // len(SENTENCE) + 1)
    scheme = read_scheme()
    view = TextView()
    view.resize(*SIZE)
    view.show()
    application.processEvents()  # before it is exposed nothing is painted
    paints = PaintCount(view.viewport())

    def painted() -> None:
        before = paints.count
        view.viewport().repaint()
        assert paints.count > before

    def open_and_paint(shown: str, spans: list[Span]) -> None:
        view.set_document(shown, spans, scheme)
        painted()

    open_and_paint(text, [])
    for count in (0, 100, 1000):
        spans = spans_for(text, min(40, count), max(0, count - 40))
        report(
            f"open {len(text)} characters, {len(spans)} spans, painted", timed(lambda s=spans: open_and_paint(text, s))
        )
    numbers = iter(range(100_000))
    for count in (0, 10_000):
        spans = spans_for(long_text, count, 0)
        report(
            f"open {len(long_text)} characters, {len(spans)} clauses",
            timed(lambda s=spans: open_and_paint(long_text, s), 3),
        )
        frames = []
        bar = view.verticalScrollBar()
        for _ in range(250):
            begun = perf_counter()
            bar.setValue(bar.value() + bar.pageStep())
            painted()
            frames.append((perf_counter() - begun) * 1000)
        report(f"  page through it, a frame of {len(frames)}", (median(frames), max(frames)))
        print(f"  frames over 16.7 ms: {sum(frame > 16.7 for frame in frames)}")
        view.set_document(long_text, spans, scheme)
        painted()

        def add_mark() -> None:
            number = next(numbers)
            view.replace_spans(
                [], [Span(f"new-{number}", "d", "reference", "date", 40 + 20 * number, 55 + 20 * number)]
            )
            application.processEvents()

        report("  add a mark (no limit moves), painted", timed(add_mark, 25))

        def add_clause() -> None:
            number = next(numbers)
            start = 5 + 7 * number
            view.replace_spans([], [Span(f"new-{number}", "d", "clause", "operative", start, start + 4)])
            application.processEvents()

        report("  add a clause (blocks laid out anew), painted", timed(add_clause, 25))

        def select() -> None:
            number = next(numbers)
            view.set_selection(10, 100 + number)
            application.processEvents()

        report("  a step of a selection, painted", timed(select, 25))


if __name__ == "__main__":
    main(sys.argv[1:])

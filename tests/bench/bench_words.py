"""Milliseconds for the answers of ``model.text.words`` on a million code points of one kind (the hard cases).

python tests/bench/bench_words.py
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.text import words

UNITS = ("س", " ", "،", "(", ".", "/", "A", "\u0301", "\u200f", "س\u0301", "🇫", "🏽", "1 ", "ـ")


def main() -> None:
    """One line a unit: the local answers together, then the cutting of the whole text into display blocks."""
    for unit in UNITS:
        text = unit * (1_000_000 // len(unit))
        middle = len(text) // 2
        start = time.perf_counter()
        words.snap(text, middle, middle + 7)
        words.word_at(text, middle)
        words.next_word(text, middle)
        words.previous_word(text, middle)
        words.next_stop(text, middle)
        words.next_clause(text, middle)
        local = time.perf_counter()
        words.display_cuts(text, 0, len(text))
        cut = time.perf_counter()
        name = unit.encode("unicode_escape").decode()
        print(f"{name:16} local {(local - start) * 1e3:8.1f} ms, cuts {(cut - local) * 1e3:8.1f} ms")


if __name__ == "__main__":
    main()

"""Unicode's normal forms in time that grows with the length of a text.

``unicodedata`` moves each combining mark past all that belong behind it, one by one: of marks whose order is wrong
again and again, as no writing has them, a text of 4 MB takes it an hour. Where many stand together they are put into
their order first, by canonical ordering (https://www.unicode.org/reports/tr15/), which changes no normal form.
"""

import re
import unicodedata
from functools import cache
from typing import Literal

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
_LAST = 0x20000  # there is no such mark from here on
_MANY = 64  # characters; shorter texts are not even looked at


def normalized(form: Form, text: str) -> str:
    """The normal form of a text."""
    if len(text) < _MANY or text.isascii():
        return unicodedata.normalize(form, text)
    apart: Form = "NFKD" if form in ("NFKC", "NFKD") else "NFD"
    return unicodedata.normalize(form, _marks(apart).sub(lambda found: _in_order(apart, found[0]), text))


def is_mark(apart: Form, character: str) -> bool:
    """Whether it is moved past others: it is a combining mark, or, as three of Tibetan, stands for some."""
    return unicodedata.combining(unicodedata.normalize(apart, character)[0]) != 0


@cache
def _marks(apart: Form) -> re.Pattern[str]:
    """Many combining marks without anything between them."""
    marks = [mark for mark in map(chr, range(0x300, _LAST)) if is_mark(apart, mark)]
    return re.compile(f"[{''.join(marks)}]{{{_MANY // 2},}}")


def _in_order(apart: Form, marks: str) -> str:
    # Those that stand for two must be apart before they are put into order: class by class, for millions as objects of
    # their own would take a gigabyte.
    marks = marks.translate({ord(mark): unicodedata.normalize(apart, mark) for mark in set(marks)})
    classes = {mark: unicodedata.combining(mark) for mark in set(marks)}
    return "".join(
        marks.translate({ord(mark): mark if classes[mark] == one else None for mark in classes})
        for one in sorted(set(classes.values()))
    )

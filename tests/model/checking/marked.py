"""Documents as tests write them: clause by clause, with what lies inside, and words that are not marked between."""

from collections.abc import Sequence

from model.annotation import nesting
from model.annotation.layers import read_scheme
from model.annotation.values import Span, text_order
from model.checking.checks import clause_problems
from model.checking.problems import Problem
from model.text.numbering import number_of

SCHEME = read_scheme()
# Label and words, then what lies inside; words alone are not marked. <…> is the leading phrase.
Clause = tuple[str, str] | tuple[str, str, Sequence["Clause"]] | str

FRAME: tuple[Clause, ...] = (
    ("enacting", "إن الجمعية العامة،"),
    ("preambular", "<إذ تشير> إلى أهمية المكتبات،"),
    ("preambular", "<وإذ تلاحظ> حاجتها،"),
)
LIST: Clause = (
    "operative",
    "1 - <تطلب> إلى الدول ما يلي:",
    [
        ("subclause", "(أ) فتح المكتبات؛"),
        ("subclause", "(ب) دعمها بما يأتي:", [("subclause", "’1‘ المال؛"), ("subclause", "’2‘ الكتب؛")]),
        ("subclause", "(ج) صونها؛"),
    ],
)
GOOD: tuple[Clause, ...] = (
    *FRAME,
    LIST,
    ("operative", "2 - <ترحب> بالتقرير؛"),
    ("operative", "3 - <تقرر> مواصلة النظر."),
    ("closing", "الجلسة العامة 41 10 كانون الأول/ديسمبر 2020"),
)


class Marked:
    """A text and its spans."""

    def __init__(self, *clauses: Clause) -> None:
        self.text = ""
        self.spans: list[Span] = []
        for clause in clauses:
            self._add(clause)
        self.spans.sort(key=text_order)

    def _add(self, clause: Clause) -> None:
        self.text += " " if self.text else ""
        if isinstance(clause, str):
            self.text += clause
            return
        label, words, *rest = clause
        start, count = len(self.text), len(self.spans)
        before, opened, after = words.partition("<")
        phrase, _, after = after.partition(">")
        self.text += before + phrase + after
        self.spans.append(Span(f"c{count}", "d", "clause", label, start, start))
        if opened:
            at = start + len(before)
            self.spans.append(Span(f"l{count}", "d", "lead", "lead", at, at + len(phrase)))
        for inner in rest[0] if rest else ():
            self._add(inner)
        numbered = SCHEME.label(label).numbered
        number = number_of(self.text[start:]).number if numbered else None
        self.spans[count] = Span(f"c{count}", "d", "clause", label, start, len(self.text), number)

    def place(self, words: str) -> tuple[int, int]:
        """The limits of some words of the text."""
        start = self.text.index(words)
        return start, start + len(words)

    def span(self, words: str, label: str | None = None) -> Span:
        """The clause that begins with these words; the innermost, or that of a label."""
        start, _ = self.place(words)
        found = [
            each
            for each in self.spans
            if each.start == start and each.layer == "clause" and label in (None, each.label)
        ]
        return min(found, key=lambda each: each.end)

    def problems(self, *done: str, proposals: bool = False) -> list[Problem]:
        """What is found, with these tasks done."""
        nesting.check(SCHEME, self.spans)
        return clause_problems(SCHEME, self.text, self.spans, done=done, proposals=proposals)

    def told(self, *done: str) -> list[tuple[str, str]]:
        """Kind and sentence of what is found."""
        return [(each.kind, each.text) for each in self.problems(*done)]

    def fixes(self, *done: str) -> list[str]:
        """What is offered to be done."""
        return [str(each.fix.message) for each in self.problems(*done) if each.fix is not None]


def told(*clauses: Clause) -> list[tuple[str, str]]:
    """What is found in a document."""
    return Marked(*clauses).told()

"""A short text, and clauses that are proposed for it."""

from model.annotation.layers import read_scheme
from model.segmentation.values import ProposedClause

SCHEME = read_scheme()
TEXT = "إن الجمعية العامة، 1 - تقرر ما يلي: (أ) أن تنظر، (ب) أن ترجئ؛ 2 - تطلب شيئا."


def clause(quote: str, label: str, lead: str = "", **given) -> ProposedClause:
    start = TEXT.index(quote)
    limits = None
    if lead:
        begin = TEXT.index(lead, start)
        limits = (begin, begin + len(lead))
    return ProposedClause(
        start, start + len(quote), label, lead=limits, confidence=given.pop("confidence", 0.9), **given
    )


FORMULA = clause("إن الجمعية العامة،", "enacting", confidence=0.99)
FIRST = clause("1 - تقرر ما يلي: (أ) أن تنظر، (ب) أن ترجئ؛", "operative", "تقرر", number="1")
A = clause("(أ) أن تنظر،", "subclause", number="أ", depth=1, annex=True)
B = clause("(ب) أن ترجئ؛", "subclause", number="ب", depth=1)
SECOND = clause("2 - تطلب شيئا.", "operative", "تطلب", number="2")
ALL = (FORMULA, FIRST, A, B, SECOND)

"""Lists as one marks them, item by item: the clause that holds a list grows with each item that is marked behind it.

A clause holds its list (conventions of the corpus), yet nobody wants to find a list's end before marking its items.
All offsets are half-open code points.
"""

from model.annotation import edges, nesting
from model.annotation.scheme_rows import load_scheme
from model.annotation.span_rows import standing
from model.annotation.values import Span
from model.storage.journal import Writing
from model.text import words
from model.text.numbering import number_of

# How deep an opening stands in a list: (أ) in a paragraph, ’1‘ in a letter, • in any of them.
_RANKS = {None: 0, "digit": 0, "letter": 1, "quoted": 2, "bullet": 3}
_REACH = 200  # code points of white space and invisible marks between a clause and the item behind it


def make_room(writing: Writing, document: str, label: str, start: int, end: int) -> Span | None:
    """Lengthen the clause right before an item of a list, so that it holds the item.

    Of the clauses that end there it is the innermost that opens as something higher than the item: a numbered paragraph
    for ``(أ)``, ``(أ)`` for ``’1‘``. Gives it as it is then; None where nothing is to be done: the label is not that of
    items, its text opens with none's sign, something of its layer stands there already, or no clause may hold it.
    """
    scheme = load_scheme(writing.tables)
    kind = scheme.label(label)
    if not nesting.is_item(kind) or scheme.layer(kind.layer).overlap != "tree":
        return None
    row = writing.tables.row("document", document)
    text = "" if row is None else writing.tables.kept_text(str(row["text_sha256"]))
    start, end = words.trim(text, start, end)
    before = len(text[max(0, start - _REACH) : start].rstrip(" \t\n\u00a0" + words.INVISIBLE)) + max(0, start - _REACH)
    if start >= end or before <= 0:
        return None
    there = standing(writing.tables, document, (kind.layer,), before - 1, end)
    if any(span.end > start for span in there):  # nothing that stands there may be cut for an item's sake
        return None
    rank = _RANKS[number_of(text[start : start + 40]).kind]
    if rank == 0:
        return None
    candidates = [span for span in there if span.label in kind.inside and before <= span.end <= start]
    for span in sorted(candidates, key=lambda span: span.end - span.start):
        if _RANKS[number_of(text[span.start : span.start + 40]).kind] < rank:
            return edges.move(writing, span.id, span.start, end)
    return None

"""The cover page that stands before a resolution in the files of the United Nations' document system.

It names the organization, the document's symbol, the organ with its session and the item of the agenda. None of it is
of the resolution, which begins with the line on its adoption.
"""

from model.text.lazy_regex import lazy_re

REACH = 1_500  # code points within which a cover page ends
_adoption = lazy_re(
    r"(?<=\s)(?:ال)?قرار(?:ان|ات)?\s(?:[^؛]{0,40}?\s)?(?:الذي\s)?(?:اتخذ|اعتمد)\w{0,3}\s"
    r"(?:الجمعية العامة|مجلس الأمن|المجلس الاقتصادي|مجلس حقوق)"
)
_beginning = lazy_re(r"\s*(?:ال)?قرار(?:ان|ات)?\s")
_symbol = lazy_re(r"(?<![\w/])[A-Z](?:/[\w.()-]+)+")
_clauses = lazy_re(r"؛|(?<!\S)[إا]\s?ن\s+(?:الجمعية|مجلس|المجلس)")  # what stands on no cover page


def cover_end(text: str) -> int:
    """Where the resolution begins in a text in its reading form, behind the cover page; 0 where there is none."""
    found = _adoption.search(text, 0, REACH) if _beginning.match(text) is None else None
    if found is None:
        return 0
    cover = text[: found.start()]
    return found.start() if _symbol.search(cover) is not None and _clauses.search(cover) is None else 0

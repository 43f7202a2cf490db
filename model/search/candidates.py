"""Which texts may answer a query: what the index over their words can tell, before any of them is looked at."""

from dataclasses import dataclass

from model.search.matching import Matcher
from model.storage.folded_texts import LONG_WORD, FoldedTexts, is_of_word, words_of
from model.text.folding import fold, pieces_of

_SHORTEST = 2  # characters: shorter pieces stand in so many words that asking for them takes longer than looking
_MANY = 300  # words with a piece that stands at the end of others; above it, the rest must do


@dataclass(frozen=True, slots=True)
class Candidates:
    """Ids of folded texts, null for all; ``exact`` where each of them does answer the query, if no label is asked
    for.
    """

    texts: frozenset[int] | None
    exact: bool = False

    def __contains__(self, text: int) -> bool:
        return self.texts is None or text in self.texts


def candidates(folded: FoldedTexts, matcher: Matcher) -> Candidates:
    """The texts that may answer; no other text does."""
    if matcher.needle is None:
        return Candidates(None)
    found = _of_needle(folded, matcher)
    unlisted = folded.with_words([LONG_WORD])  # of these the index does not know all words
    if found.texts is None or not unlisted:
        return found
    return Candidates(found.texts | unlisted)


def _of_needle(folded: FoldedTexts, matcher: Matcher) -> Candidates:
    assert matcher.needle is not None
    if not matcher.query.exact:
        return _of_folded(folded, matcher.needle, matcher.query.whole_words)
    # In the text the last piece may go on, and the first belong to what stands before it: only what lies between is
    # folded as it is in the text.
    pieces = pieces_of(matcher.needle)
    inner = fold("".join(pieces[1:-1])).strip()
    return Candidates(_of_folded(folded, inner, False).texts)


def _of_folded(folded: FoldedTexts, needle: str, whole_words: bool) -> Candidates:
    words = words_of(needle)
    if not words:
        return Candidates(None)
    only = len(words) == 1 and words[0] == needle
    if whole_words:
        return Candidates(frozenset(folded.with_words(words)), exact=only)
    # Words at the ends of the needle may be pieces of longer ones.
    begun, ended = is_of_word(needle[0]), is_of_word(needle[-1])
    if len(words) == 1 and begun and ended:
        if len(words[0]) < _SHORTEST:
            return Candidates(None)
        return Candidates(frozenset(folded.with_any(folded.words_with(words[0]), folded.count())), exact=only)
    inner = words[1 if begun else 0 : len(words) - 1 if ended else len(words)]
    found = folded.with_words(inner) if inner else None
    for piece, where, asked in ((words[0], "end", begun), (words[-1], "start", ended)):
        longer = folded.words_with(piece, where) if asked and len(piece) >= _SHORTEST else []
        if asked and len(piece) >= _SHORTEST and len(longer) <= _MANY:
            texts = folded.with_any(longer, folded.count())
            found = texts if found is None else found & texts
    return Candidates(None if found is None else frozenset(found))

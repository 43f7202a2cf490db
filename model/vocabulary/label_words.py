"""The words by which labels are looked up, and the forms of an Arabic word with what is written together with it."""

import re
from functools import cache, lru_cache

from model.text.normalizing import normalized

# Chinese characters and the Japanese syllables: written without blanks, so each is a word.
_UNSPACED = "\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
# What stands between words: white space and the punctuation of the scripts that labels are written in. Marks and
# letters of all others belong to words.
_BETWEEN = (
    r"\s!-/:-@\[-`{-~\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05c0"
    r"\u05c3\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff"
    r"\u2e00-\u2e7f\u3000-\u3020\u3030\u303d\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uff0f"
)
LABEL_END = "\n"
_ACCENT = re.compile("[\u0300-\u036f]")
_RUN = re.compile(f"[{_UNSPACED}]{{2,}}")
_ARABIC = re.compile("[\u0620-\u064a]+")


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]|[^{_BETWEEN}{_UNSPACED}]+|\n")


def pieces(keys: str) -> list[str]:
    """The words of folded labels that stand in lines, in order, with ``LABEL_END`` after each line but the last."""
    return _piece().findall(keys)


def words(key: str) -> list[str]:
    """The words of one folded label or query (see ``concepts.label_key``), as they are compared."""
    return [plain(piece) for piece in pieces(key) if piece != LABEL_END]


def plain(word: str) -> str:
    """A folded word without accents: many thesauri of French and Spanish are written without."""
    accented = word[0] < "\u0530" or "\u1e00" <= word[0] < "\u2000"  # Latin, Greek and Cyrillic letters
    if word.isascii() or not accented:
        return word
    return _ACCENT.sub("", normalized("NFD", word)) or word


def runs(key: str) -> list[str]:
    """What stands in a folded query in scripts without blanks, two characters and more: these follow each other."""
    return _RUN.findall(key)


# Proclitics, folded: what Arabic writes together with the word that follows. The article with what may stand before it
# (ل and the article become لل) can hardly be mistaken; the conjunctions and prepositions alone are also the first
# letters of roots (بحر is no حر with ب).
ARTICLES = ("ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وبال", "وكال", "فبال")
PARTICLES = ("و", "ف", "ب", "ك", "ل", "وب", "ول", "وك", "فب", "فل")
_LEAST_AFTER_ARTICLE, _LEAST_AFTER_PARTICLE = 2, 3  # letters that must be left of a word


# The endings of sound masculine plurals: texts mostly have the second, labels the first.
_PLURALS = {"ون": "ين", "ين": "ون"}
_LEAST_BEFORE_PLURAL = 3  # letters

Forms = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=64)
def forms_of(word: str) -> Forms:
    """With what a word of a label may begin to be meant by a word of a query, the nearest first: as typed, with an
    article before it too (lists of terms pass over it); what is typed with an article, with the same or another one
    whatever is before it (``والمياه``: ``المياه``); without its article (``مياه``), or with the other ending of a sound
    plural (``اللاجيين``: ``اللاجيون``); but for a particle.
    """
    as_typed, definite, bare, by_particle = _forms_of(word)
    other = _PLURALS.get(word[-2:])
    if other is None or len(word) - 2 < _LEAST_BEFORE_PLURAL:
        return as_typed, definite, bare, by_particle
    nearer = {*as_typed, *definite, *bare}
    more = [form for forms in _forms_of(word[:-2] + other)[:3] for form in forms if form not in nearer]
    bare = (*bare, *more)
    return as_typed, definite, bare, tuple(form for form in by_particle if form not in more)


def _forms_of(word: str) -> Forms:
    if _ARABIC.fullmatch(word) is None:
        return (word,), (), (), ()
    as_typed = [word, *(article + word for article in ARTICLES)]
    definite: list[str] = []
    bare: list[str] = []
    by_particle = [particle + word for particle in PARTICLES] if len(word) >= _LEAST_AFTER_PARTICLE else []
    for article in ARTICLES:
        rest = word.removeprefix(article)
        if rest != word and len(rest) >= _LEAST_AFTER_ARTICLE:
            definite += [other + rest for other in ARTICLES]
            bare.append(rest)
            if len(rest) >= _LEAST_AFTER_PARTICLE:
                by_particle += [particle + rest for particle in PARTICLES]
    for particle in PARTICLES:
        rest = word.removeprefix(particle)
        if rest != word and len(rest) >= _LEAST_AFTER_PARTICLE:
            by_particle += [rest, *(other + rest for other in (*ARTICLES, *PARTICLES))]
    nearest: dict[str, int] = {}
    for step, forms in enumerate((as_typed, definite, bare, by_particle)):
        for form in forms:
            nearest.setdefault(form, step)
    first, second, third, last = (tuple(form for form, at in nearest.items() if at == step) for step in range(4))
    return first, second, third, last

"""Finding as the rules say it, slowly: character by character, without an index; what the search is held against."""

import unicodedata

_DROPPED = {"\u0640", "\u0670", *map(chr, range(0x064B, 0x0653))}
_CONTROLS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_EITHER_WAY = str.maketrans("()[]", "(([[")
_LETTERS = dict(zip("أإآٱؤئىة", "ااااوييه", strict=True))


def folded(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and the limits in the text of each of its characters."""
    letters: list[str] = []
    limits: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        for one in unicodedata.normalize("NFKC", character):
            if one in _DROPPED or one in _CONTROLS:
                continue
            if one.isspace():
                if letters and letters[-1] == " ":
                    limits[-1] = limits[-1][0], place + 1
                    continue
                one = " "
            elif one.isdecimal():
                one = str(int(one))
            for letter in _LETTERS.get(one, one).casefold():
                letters.append(letter)
                limits.append((place, place + 1))
    return "".join(letters), limits


def hits(text: str, query: str, *, whole_words: bool = True, exact: bool = False) -> list[tuple[int, int]]:
    """The limits of all hits, in order and apart."""
    if exact:
        inside, limits = text, [(place, place + 1) for place in range(len(text))]
    else:
        inside, limits = folded(text)
        query = folded(query)[0]
        if any(map(_of_word, query)) and any(bracket in query for bracket in "()[]"):
            query, inside = (one.translate(_EITHER_WAY) for one in (query, inside))
    if whole_words:
        query = query.strip()
    found: list[tuple[int, int]] = []
    start = 0
    while start + len(query) <= len(inside):
        end = start + len(query)
        around = inside[max(0, start - 1) : start] + inside[end : end + 1]
        if inside[start:end] == query and not (whole_words and any(_of_word(one) for one in around)):
            hit = (limits[start][0], limits[end - 1][1])
            if not found or hit[0] >= found[-1][1]:  # a character that folds to several is one place
                found.append(hit)
            start = end
        else:
            start += 1
    return found


def _of_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"

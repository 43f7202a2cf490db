"""Where one may cut a text: grapheme limits, words, and the stops at which a clause may end.

All offsets are half-open code points, and any integer is taken: what lies outside the text is moved to its nearest end.

Nothing here reads a whole text to answer for one place. Each answer is found from a *certain* limit near it: a code
point that begins a grapheme whatever stands before it, or white space, which no word holds. Where no certain limit
stands in a whole block (``GRAPHEME_BLOCK`` or ``WORD_BLOCK`` code points that begin at a multiple of that number), the
block's end counts as one, so that the limits are the same from wherever they are asked for. A letter with fewer marks
than a block is therefore always whole; one with more may be cut at the block's end.

Graphemes are the extended grapheme clusters of UAX #29, by the package ``regex``.
"""

from collections.abc import Iterator

from model.text.lazy_regex import lazy_regex
from model.text.numbering import number_of

GRAPHEME_BLOCK = 16_384
WORD_BLOCK = 2_048
LONGEST_STRETCH = 20_000
BRACKET_REACH = 1_000

BIDI_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = BIDI_MARKS + "\u00ad\u2060\ufeff"

# UAX #29 breaks before these unless a prepended mark stands before them: no rule but GB9b joins them to what precedes.
CERTAIN = r"[[\p{GCB=Other}\p{GCB=Control}\p{GCB=CR}]--\p{Extended_Pictographic}--\p{InCB=Consonant}]"
_certain = lazy_regex(r"(?V1)" + CERTAIN)
_last_certain = lazy_regex(r"(?V1r)(?<!\p{GCB=Prepend})" + CERTAIN)
_control = lazy_regex(r"(?V1)[\p{GCB=Control}\p{GCB=CR}\p{GCB=LF}]")
_prepended = lazy_regex(r"\p{GCB=Prepend}")
_cluster = lazy_regex(r"\X")

_last_blank = lazy_regex(r"(?r)\s")

_LETTER = r"[\p{L}\p{N}\p{Pc}][\p{M}\u200c\u200d]*+"
_RUN = rf"(?:{_LETTER})++(?:[{INVISIBLE}]++(?:{_LETTER})++)*+"
_WESTERN = r"[\p{Latin}\p{Nd}]"
_JOINT = (
    rf"[{INVISIBLE}]*+/[{INVISIBLE}]*+"  # A/59/503, 59/187, and both names of a month
    rf"|(?<={_WESTERN})[.\-\u2010\u2011](?={_WESTERN})"  # Add.2, ES-11, 2018-2019
    r"|(?<=\p{Nd})[,\u066b\u066c](?=\p{Nd})"  # 1,000
    r"|(?<=\p{Latin})['’](?=\p{Latin})"  # but not the quotes of ’1‘
)
_last_letter = lazy_regex(r"(?r)[\p{L}\p{N}\p{Pc}]")
_opening = lazy_regex(r"(?r)(?:(?<!\S)[^\p{L}\p{N}\p{Pc}\s]++|[(\[{«“‘]++)\Z")
_word = lazy_regex(rf"{_RUN}(?:(?:{_JOINT}){_RUN})*+")


def _inside(text: str, offset: int) -> int:
    """The offset moved into the text."""
    return max(0, min(offset, len(text)))


# Graphemes


def grapheme_start(text: str, offset: int) -> int:
    """The last grapheme limit at or before ``offset``."""
    offset = _inside(text, offset)
    if offset in (0, len(text)) or _is_certain(text, offset):
        return offset
    start = _certain_limit(text, offset)
    while (end := _cluster_end(text, start)) <= offset:
        start = end
    return start


def grapheme_end(text: str, offset: int) -> int:
    """The first grapheme limit at or after ``offset``."""
    offset = _inside(text, offset)
    start = grapheme_start(text, offset)
    return offset if start == offset else _cluster_end(text, start)


def next_grapheme(text: str, offset: int) -> int:
    """The first grapheme limit after ``offset``; the text's end where there is none."""
    offset = _inside(text, offset)
    return offset if offset == len(text) else _cluster_end(text, grapheme_start(text, offset))


def previous_grapheme(text: str, offset: int) -> int:
    """The last grapheme limit before ``offset``; 0 where there is none."""
    offset = _inside(text, offset)
    return grapheme_start(text, offset - 1) if offset else 0


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to grapheme limits; an empty one becomes the limit at or before it. Any order will do."""
    start, end = sorted((start, end))
    if start == end:
        start = grapheme_start(text, start)
        return start, start
    return grapheme_start(text, start), grapheme_end(text, end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its edges; empty, at ``start``, where nothing else is in it.

    Bidi marks stay: the one that follows a clause's last comma belongs to the clause (so has the corpus' gold).
    """
    return _trim(text, start, end, "")


def trim_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space, bidi marks and zero-width characters at its edges: what is read by itself."""
    return _trim(text, start, end, BIDI_MARKS + "\u200b\ufeff")


def _trim(text: str, start: int, end: int, extra: str) -> tuple[int, int]:
    """The range without white space and the ``extra`` characters at its edges, at grapheme limits."""
    first, last = (_inside(text, offset) for offset in sorted((start, end)))
    start, end = first, last
    while start < end and (text[start].isspace() or text[start] in extra):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in extra):
        end -= 1
    if start == end:
        return first, first
    # A blank may carry a mark: then it stays, but the range never grows.
    return max(first, grapheme_start(text, start)), min(last, grapheme_end(text, end))


def _is_certain(text: str, offset: int) -> bool:
    """Whether a grapheme begins at ``offset``, as far as can be told from the code points on either side of it."""
    if _control.match(text, offset - 1) is not None:  # GB4; a line feed belongs to the carriage return before it (GB3)
        return text[offset] != "\n" or text[offset - 1] != "\r"
    return _certain.match(text, offset) is not None and _prepended.match(text, offset - 1) is None


def _certain_limit(text: str, offset: int) -> int:
    """A grapheme limit at or before ``offset``, less than two blocks away."""
    block = offset - offset % GRAPHEME_BLOCK
    found = _last_certain.search(text, block, offset + 1)
    if found is not None or block == 0:
        return found.start() if found is not None else 0
    found = _last_certain.search(text, block - GRAPHEME_BLOCK, block)
    return found.start() if found is not None else block


def _cluster_end(text: str, start: int) -> int:
    """The end of the grapheme that begins at ``start``, which is a limit and not the text's end."""
    block = start - start % GRAPHEME_BLOCK + GRAPHEME_BLOCK
    end = _match_cluster(text, start, block)
    if end < block or block >= len(text) or _certain_limit(text, block) == block:
        return end
    return _match_cluster(text, start, block + GRAPHEME_BLOCK)


def _match_cluster(text: str, start: int, end: int) -> int:
    """The end of the grapheme that begins at ``start``, of what stands before ``end``."""
    # Of a slice, and first of a short one: in place, each match would count all the flags (GB12) before ``start`` too.
    for reach in (min(start + 32, end), end):
        found = _cluster.match(text[start:reach])
        length = found.end() if found is not None else 1
        if start + length < reach:
            break
    return start + length


# Words


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word that holds the code point at ``offset`` (at the text's end: the last one), for a double click.

    A UN document symbol is one word, and so is whatever a slash without blanks holds together (``آب/أغسطس``).
    Marks, tatweel and invisible marks belong to the word in which they stand; brackets, quotes and stops never do.
    Where no word stands: the run of white space, or the one grapheme.
    """
    offset = _inside(text, offset)
    if not text:
        return 0, 0
    offset = grapheme_start(text, min(offset, len(text) - 1))
    for start, end in _words(text, _word_limit(text, offset), offset):
        start, end = snap(text, start, end)
        if start <= offset < end:
            return start, end
        if start > offset:
            break
    start, end = offset, next_grapheme(text, offset)
    if not text[start:end].isspace():
        return start, end
    while start > 0 and text[start - 1].isspace() and offset - start < WORD_BLOCK:
        start -= 1
    while end < len(text) and text[end].isspace() and end - offset < WORD_BLOCK:
        end += 1
    return snap(text, start, end)


def next_word(text: str, offset: int) -> int:
    """The start of the first word after ``offset``, for Ctrl+arrow; the text's end where there is none."""
    offset = _inside(text, offset)
    for start, _ in _words(text, _word_limit(text, offset), len(text)):
        start = grapheme_start(text, start)
        if start > offset:
            return start
    return len(text)


def previous_word(text: str, offset: int) -> int:
    """The start of the last word that begins before ``offset``, for Ctrl+arrow; 0 where there is none."""
    offset = _inside(text, offset)
    before = grapheme_end(text, offset)
    while (letter := _last_letter.search(text, 0, before)) is not None:
        limit = _word_limit(text, letter.start())
        for found in reversed(list(_word.finditer(text, limit, before))):
            start = grapheme_start(text, found.start())
            if start < offset:
                return start
        before = limit
    return 0


def nearest_word_start(text: str, offset: int) -> int:
    """Where the word begins that begins nearest to ``offset``, with the bracket or quote that opens before it; of two
    as near the one before. The text's start or end where no word begins on that side.
    """
    offset = _inside(text, offset)
    places = (_opened(text, place) for place in (previous_word(text, offset + 1), next_word(text, offset)))
    return min(places, key=lambda place: (abs(place - offset), place))


def _opened(text: str, start: int) -> int:
    """Where what opens directly before the word at ``start`` begins: after a blank all signs, for the source has
    brackets turned around, else those that can only open.
    """
    found = _opening.search(text, max(0, start - WORD_BLOCK), start)
    return start if found is None else grapheme_start(text, found.start())


def next_word_end(text: str, end: int) -> int:
    """The end of the word that begins next after ``end``; ``end`` where none does."""
    start = next_word(text, end)
    return end if start >= len(text) else word_at(text, start)[1]


def word_end_before(text: str, end: int, start: int = 0) -> int:
    """Where the word before the last one ends, with the punctuation behind it; not before ``start``."""
    return trim(text, start, previous_word(text, end))[1]


def _word_limit(text: str, offset: int) -> int:
    """An offset at or before ``offset`` that lies in no word: after white space, or a block's end (see the module)."""
    block = offset - offset % WORD_BLOCK
    blank = _last_blank.search(text, block, offset)
    if blank is None and block > 0:
        blank = _last_blank.search(text, block - WORD_BLOCK, block)
        return blank.end() if blank is not None else block
    return blank.end() if blank is not None else 0


def _words(text: str, start: int, last: int) -> Iterator[tuple[int, int]]:
    """The words from ``start``, which is a word limit, to beyond ``last``."""
    while start <= last and start < len(text):
        block = start - start % WORD_BLOCK + WORD_BLOCK
        end = len(text) if block >= len(text) else _word_limit(text, block)
        if end <= start:
            end = min(block + WORD_BLOCK, len(text))
            end = end if end == len(text) else _word_limit(text, end)
        for found in _word.finditer(text, start, end):
            yield found.span()
        start = end


# Stops

CLOSERS = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "”": "“", "“": "”", "«": "»", '"': '"'}

_MARKS = r"[\u064b-\u0652ـ]*+"
_LAM_ALEF = {"لا": "[ﻻﻼ]", "لأ": "[ﻷﻸ]", "لإ": "[ﻹﻺ]"}


def _typed(phrase: str) -> str:
    """An expression for a phrase as it may be typed: with vowel marks, tatweel, and lam and alef as one character."""
    letters = "".join(r"\s+" if letter == " " else letter + _MARKS for letter in phrase)
    for pair, ligature in _LAM_ALEF.items():
        letters = letters.replace(_MARKS.join((*pair, "")), f"(?:{_MARKS.join(pair)}|{ligature}){_MARKS}")
    return letters


_ORGANS = ("الجمعية العامة", "مجلس الأمن", "المجلس الاقتصادي والاجتماعي", "مجلس حقوق الإنسان")
_ENACTING = rf"إ{_MARKS}\s?ن{_MARKS}\s+(?:{'|'.join(map(_typed, _ORGANS))})"
_TITLE_NUMBER = r"(?<=\d{4}|[\[\]])\s(?=(?:E?S-)?\d+/\d+)"
# Before this a heading ends, which has no stop of its own: 1,074 numbers of paragraphs in the corpus stand so, and 29
# others, most of them in tables.
_B = f"[{BIDI_MARKS}]*+"
_PARAGRAPH_NUMBER = rf"\s(?={_B}\p{{Nd}}{{1,3}}{_B}\s?{_B}[-–—ـ]{_B}\s++{_B}[ء-يﻵ-ﻼ])"
_CLOSING = r"[“”»\")(\]\[]"
# A stop; a place before which the frame of a resolution begins something new; a bracket or quote that may hide either.
_mark = lazy_regex(
    rf"(?P<stop>[،؛]|(?::|\.(?!\s*+[-–ـ]))(?={_CLOSING}*+[{BIDI_MARKS}]*+(?:\s|\Z)))"
    rf"|(?P<frame>\s(?={_ENACTING})|{_TITLE_NUMBER}|{_PARAGRAPH_NUMBER}|\s(?=\[|\](?!\s|\Z)))"
    r"|(?P<opening>(?<!\S)[()\[\]“\"](?!\s)|\((?![\s،؛.:]|\Z)|[\[{”«])"
)
_formula = lazy_regex(rf"{_ENACTING}{_B}(?:\s?،{_B})?(?=\s|\Z)")
_tail = lazy_regex(rf"(?:{_CLOSING}++(?=[{BIDI_MARKS}]*+(?:\s|\Z)))?[{BIDI_MARKS}]*+")
_hard_stop = lazy_regex(r"؛|\.(?=\s|\Z)")
_only_number = lazy_regex(r"[\W_]*(?:E?S-)?[\d/]+\s*")
# First words of preambular paragraphs, as counted in the resolutions of several sessions, and of a numbered paragraph.
_NOUNS = ("واقتناع", "وإدراك", "وتصميم", "ورغبة", "وإقرار", "وتقدير", "ووعي", "واعتراف", "وانطلاق", "والتزام")
_RECITAL = rf"(?:{_typed('و')})?{_typed('إذ')}(?!\w)|{_typed('وقد')}(?!\w)|{'|'.join(map(_typed, _NOUNS))}"
recital = lazy_regex(rf"[\s{BIDI_MARKS}]*+(?:{_RECITAL})")
_opener = lazy_regex(rf"[\s{BIDI_MARKS}]*+(?:{_RECITAL}|\p{{Nd}}{{1,3}}\s?[-–ـ])")
_not_blank = lazy_regex(r"[^\s\x1c-\x1f]")  # these four are white space to str, and to regex not


def next_stop(text: str, start: int) -> tuple[int, int]:
    """The next stretch that might be a clause: from the first code point at or after ``start`` that is not white space.

    It goes up to and including the next ``،`` or ``؛``, or ``.`` or ``:`` before white space or the end, with closing
    quotes, brackets and bidi marks that follow directly (in resolutions these belong to the clause). A stop does not
    count in a number or symbol, nor between brackets or quotes that close before the next ``؛`` or sentence's end and
    within ``BRACKET_REACH``. In the frame of a resolution, where no stops stand, the stretch ends before ``[``, before
    the number of the title, before the enacting formula and, comma or not, behind it; a heading ends before the number
    of a paragraph. No stretch is longer than about ``LONGEST_STRETCH``.
    Both limits are the text's end where only white space is left.
    """
    found = _not_blank.search(text, _inside(text, start))
    if found is None:
        return len(text), len(text)
    start = found.start()
    formula = _formula.match(text, start)
    if formula is not None:
        return start, formula.end()
    last = min(len(text), start + LONGEST_STRETCH)
    position = start
    while position < last and (mark := _mark.search(text, position, last)) is not None:
        position = mark.end()
        if mark["opening"]:
            position = _closing(text, mark.start())
        elif mark["frame"]:
            if mark.start() > start:
                return start, mark.start()
        elif mark[0] != "." or _only_number.fullmatch(text, start, mark.start()) is None:
            return start, _end_of_tail(text, mark.end())
    if last < len(text):
        blank = _last_blank.search(text, start + 1, last)
        last = grapheme_end(text, blank.start() if blank is not None else last)
    return start, trim(text, start, last)[1]


def next_clause(text: str, start: int) -> tuple[int, int]:
    """The next stretch that looks like a whole clause, for the proposal after one was marked.

    As ``next_stop``, but a ``،`` ends it only where a paragraph might end: before the first word of another one, or,
    where it opens with a number or a letter, before another item of a list. Right at once for 97 in 100 operative
    paragraphs and sub-clauses and 72 in 100 preambular ones (corpus); ``extend_stop`` and ``previous_stop`` mend the
    others.
    """
    start, end = next_stop(text, start)
    numbered = number_of(text[start : start + 40]).kind is not None
    while text[max(start, end - 40) : end].rstrip(BIDI_MARKS).endswith("،") and end - start < LONGEST_STRETCH:
        opens = _opens_item(text, end) if numbered else _opener.match(text, end) is not None
        if opens:
            break
        further = extend_stop(text, end)
        if further <= end:
            break
        end = further
    return start, end


def _opens_item(text: str, offset: int) -> bool:
    """Whether an item of a list, ``(أ)``, ``’1‘`` or ``•``, opens behind ``offset``."""
    return number_of(text[offset : offset + 40].lstrip()).kind in ("letter", "quoted", "bullet")


def extend_stop(text: str, end: int) -> int:
    """One limit further: the end of the stretch that follows ``end``, or ``end`` itself where nothing follows."""
    start, further = next_stop(text, end)
    return further if start < further else end


def previous_stop(text: str, start: int, end: int) -> int:
    """One limit back: the last end of a stretch before ``end``, counted from ``start``; ``end`` where there is none."""
    limit = end
    position = next_stop(text, start)[1]
    while position < end:
        limit = position
        further = extend_stop(text, position)
        if further <= position:
            break
        position = further
    return limit


def stop_before(text: str, start: int, end: int) -> int:
    """The last stop before the end of a stretch, or else the end of its last word but one."""
    back = previous_stop(text, start, end)
    return back if back < end else word_end_before(text, end)


def _end_of_tail(text: str, end: int) -> int:
    """Where a stretch ends whose stop ends at ``end``: after what closes it."""
    found = _tail.match(text, end)
    return grapheme_end(text, found.end() if found is not None else end)


def _closing(text: str, opening: int) -> int:
    """Where to go on after the bracket or quote at ``opening``: after its partner, or directly if it has none."""
    character = text[opening]
    closer = CLOSERS[character]
    reach = min(len(text), opening + BRACKET_REACH)
    position, depth = opening + 1, 1
    while depth:
        found = text.find(closer, position, reach)
        if found < 0:
            return opening + 1
        if character != closer:
            depth += text.count(character, position, found)
        depth -= 1
        position = found + 1
    return opening + 1 if _hard_stop.search(text, opening + 1, position) is not None else position


# Display


_STRONG = lazy_regex(rf"(?:؛|[.:](?={_CLOSING}*+[{INVISIBLE}]*+\s)){_CLOSING}*+[{INVISIBLE}]*+\s*+")
_WEAK = lazy_regex(rf"،(?!\d)[{INVISIBLE}]*+\s*+")
_BLANKS = lazy_regex(r"\s++(?![-–ـ])")


def display_cuts(text: str, start: int, end: int, longest: int = 4000) -> list[int]:
    """Where to cut ``text[start:end]`` so that no piece is longer than ``longest`` code points, for display only.

    The offsets lie strictly between the limits, in order; none where the whole fits. Pieces are between half and all of
    ``longest`` and near to equal: cut after ``؛`` ``.`` ``:``, else after ``،``, else at a blank, else between words,
    else between graphemes; what is blank stays with what stands before it. Time grows with ``end - start`` only.
    A grapheme longer than half of ``longest`` may break the limits: it is never cut.
    """
    start, end = sorted((_inside(text, start), _inside(text, end)))
    longest = max(2, longest)
    cuts: list[int] = []
    while end - start > longest:
        rest = end - start
        pieces = -(-rest // longest)
        low, high = start + longest // 2, start + min(longest, rest - longest // 2)
        cut = _cut_between(text, low, high, start + rest // pieces)
        if not start < cut < end:
            break
        cuts.append(cut)
        start = cut
    return cuts


def _cut_between(text: str, low: int, high: int, target: int) -> int:
    """The best cut from ``low`` to ``high``, near ``target``; after ``high`` only where a grapheme is that long."""
    for pattern in (_STRONG, _WEAK, _BLANKS):
        ends = (found.end() for found in pattern.finditer(text, max(0, low - 1), high))
        fitting = [cut for cut in ends if low <= cut and grapheme_start(text, cut) == cut]
        # A run of blanks that the window cut in two is no place to cut: the rest of it would begin the next piece.
        fitting = [cut for cut in fitting if cut < high or cut == len(text) or not text[cut].isspace()]
        if fitting:
            return min(fitting, key=lambda cut: abs(cut - target))
    target = max(low, min(target, high))
    word = word_at(text, target)[0]
    cut = word if low <= word else grapheme_start(text, target)
    return cut if low <= cut else grapheme_end(text, target)

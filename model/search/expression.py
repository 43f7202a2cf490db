"""Regular expressions over folded texts: what stands in them literally is folded too."""

import regex

from model.text.folding import fold

_QUANTIFIER = regex.compile(r"(?:[*+?]|\{\d*,?\d*\})[+?]?")


def folded_expression(pattern: str) -> str:
    """The expression with its letters and digits folded, one by one; what is ASCII stays, for it may have a meaning.

    What folding drops is left out with its quantifier: it stands in no folded text, so that ``قـ*رار`` is ``قرار``.
    Within brackets it stays, and matches nothing.
    """
    parts: list[str] = []
    position, bracket = 0, False
    while position < len(pattern):
        character = pattern[position]
        if character == "\\":
            escaped = pattern[position + 1 : position + 2]
            # A letter that is escaped is that letter; what is ASCII may have a meaning.
            parts.append(f"\\{escaped}" if escaped.isascii() else regex.escape(fold(escaped)))
            position += 2
            continue
        position += 1
        if character.isascii():
            bracket = character == "[" or (bracket and character != "]")
            parts.append(character)
            continue
        folded = fold(character)
        if bracket:
            parts.append(folded if len(folded) == 1 else character)
        elif folded:
            parts.append(folded if len(folded) == 1 else f"(?:{regex.escape(folded)})")
        else:
            quantifier = _QUANTIFIER.match(pattern, position)
            position = quantifier.end() if quantifier is not None else position
    return "".join(parts)

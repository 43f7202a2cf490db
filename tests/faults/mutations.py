"""Changes to inputs, by the grammar that they have and by their bytes; all of them by a given source of chance."""

import json
import re
from collections.abc import Callable
from random import Random
from typing import Any


def listed(text: str) -> list[str]:
    """What a text lists, with blanks between."""
    return text.split()


WORDS = (
    *(
        "",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "|",
        "%%%",
        "a",
        "A/RES/60/1",
        "قرار",
        "القــــرار",
        "إذ تشير إلى",
        "1 - تقرر",
    ),
    *(
        "(أ)",
        "’1‘",
        "()",
        "]قرار[",
        "\u200f",
        "\u202b\u202c",
        "\u2066",
        "\u2028",
        "\ufeff",
        "\u0640",
        "\u0670",
        "\ufdfa",
    ),
    *(
        "🕊",
        "𞤀",
        "\ufffe",
        "\uffff",
        "\U0010ffff",
        "\x01",
        "\x7f",
        "\x85",
        "ﷺ" * 3,
        "ß",
        "İ",
        "ſ",
        "é",
        "e\u0301",
        "٣",
        "²",
    ),
    *("{path}", "{0}", "%s", "{", "}", "../../x", "=1+1", "'@x", "//", "\\", "--", "-1", "0", "99999999999999999999"),
    *("2004-02-30", "0001-01-01", "9999-12-31", "1e400", "NaN", "true", "null", "x" * 3000, "أ" * 300, "a\u0300" * 50),
)
NUMBERS = (
    *listed("""
    0 -0 1 -1 2 0.5 1.0 1e2 1e400 -1e400 1e308 1E-400 9007199254740993 2147483648 4294967296 9223372036854775807
    9223372036854775808 -9223372036854775809 1e19 123456789012345678901234567890
    9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999
    99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999
    NaN Infinity -Infinity 01 0x1 1. .5
    """),
)
_RAW_JSON = (
    *NUMBERS,
    *(
        '"\\ud800"',
        '"\\udc00x"',
        '"\\ud800\\ud800"',
        '"\\ud83d\\udd4a"',
        '"\\u0000"',
        '"a\\u0000b"',
        '"\\uffff"',
        '"\\x"',
    ),
    *("null", "true", "false", "[]", "{}", '""', "[[]]", '{"":""}', "[" * 60 + "]" * 60, "[" * 5000 + "]" * 5000),
    *('{"a":' * 5000 + "1" + "}" * 5000, "[" * 100_000, "", ",", "tru", "'a'", '"a', "/**/1", '{"a":1,"a":2}'),
)
_PLACE = "\ue000@{}@"  # stands where raw text is put in; nothing else holds it
_PLACES = re.compile('"\ue000@([0-9]+)@"')


def word(chance: Random) -> str:
    """A text that readers may stumble over."""
    return chance.choice(WORDS)


def changed_bytes(content: bytes, chance: Random) -> bytes:
    """Bytes flipped, taken out, put in, repeated, moved or cut off."""
    found = bytearray(content)
    for _ in range(_some(chance)):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + chance.choice((1, 1, 1, 2, 4, 16, 200)))
        act = chance.randrange(7)
        if act == 0 and at < len(found):
            found[at] ^= 1 << chance.randrange(8)
        elif act == 1 and at < len(found):
            found[at] = chance.choice((0, 10, 13, 32, 34, 38, 60, 92, 123, 124, 127, 128, 192, 237, 239, 255))
        elif act == 2:
            del found[at:end]
        elif act == 3:
            found[at:at] = word(chance).encode()
        elif act == 4:
            found[at:at] = found[at:end] * chance.choice((1, 2, 50))
        elif act == 5:
            other = chance.randrange(len(found) + 1)
            found[other:other] = found[at:end]
        elif chance.random() < 0.2:
            del found[at:]
    return bytes(found)


def changed_text(text: str, chance: Random, tokens: Callable[[str], list[str]], more: tuple[str, ...] = ()) -> str:
    """Tokens of a text taken out, put in, repeated, moved, or replaced by others of the text, of ``more``, by words."""
    parts = tokens(text)
    for _ in range(_some(chance)):
        if not parts:
            break
        at = chance.randrange(len(parts))
        act = chance.randrange(8)
        if act == 0:
            del parts[at : at + chance.choice((1, 1, 2, 5))]
        elif act == 1:
            parts.insert(at, word(chance))
        elif act == 2:
            parts[at] = word(chance)
        elif act == 3:
            parts[at] = parts[at] * chance.choice((2, 3, 40))
        elif act == 4:
            parts[at] = chance.choice(parts)
        elif act == 5:
            parts[at:at] = parts[chance.randrange(len(parts)) :][: chance.choice((1, 3, 12))]
        elif act == 6 and more:
            parts.insert(at, chance.choice(more))
        elif more:
            parts[at] = chance.choice(more)
    return "".join(parts)


def changed_json(content: bytes, chance: Random, mend: Callable[[Any], None] | None = None) -> bytes:
    """The tree of a JSON text changed: other types, keys gone, twice or renamed, values from elsewhere in it, numbers
    that are huge, half characters, deep nesting. ``mend`` may then put right what hides everything else.
    """
    data = json.loads(content)
    raw: list[str] = []
    for _ in range(_some(chance)):
        _change_tree(data, chance, raw)
    if mend is not None and chance.random() < 0.7:
        mend(data)
    text = json.dumps(data, ensure_ascii=chance.random() < 0.1)
    if raw:
        text = _PLACES.sub(lambda found: raw[int(found[1]) % len(raw)], text.replace("\\ue000", "\ue000"))
    return text.encode("utf-8", "surrogatepass")


def _change_tree(data: Any, chance: Random, raw: list[str]) -> None:
    """One change somewhere below ``data``; those that lie deep are reached as often as their branches are chosen."""
    holder: Any = data
    while True:
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        if not keys:
            return
        key = chance.choice(keys)
        inner = holder[key]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.85:
            holder = inner
            continue
        break
    act = chance.randrange(10)
    if act == 0:
        del holder[key]
    elif act <= 2:
        raw.append(chance.choice(_RAW_JSON))
        holder[key] = _PLACE.format(len(raw) - 1)
    elif act == 3:
        holder[key] = _other_value(data, chance)
    elif act == 4 and isinstance(holder, dict):
        raw.append(json.dumps(chance.choice((key, *holder))))
        holder[_PLACE.format(len(raw) - 1)] = chance.choice((inner, _other_value(data, chance), 1))
    elif act == 5 and isinstance(holder, list):
        holder.insert(chance.randrange(len(holder) + 1), _copy(inner))
    elif act == 5 and isinstance(holder, dict):
        holder[word(chance)] = holder.pop(key)
    elif isinstance(inner, str):
        holder[key] = _changed_word(inner, chance)
    elif isinstance(inner, int | float) and not isinstance(inner, bool):
        holder[key] = chance.choice((inner + 1, inner - 1, inner + chance.randrange(-40, 40), -inner, 0, 1 << 40))
    elif isinstance(inner, bool):
        holder[key] = not inner
    elif inner is None:
        holder[key] = chance.choice((word(chance), 1, 0.5, True, [], {}))
    elif isinstance(inner, list):
        chance.shuffle(inner)
    else:
        holder[key] = list(inner.values())


def _changed_word(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    act = chance.randrange(5)
    if act == 0:
        return word(chance)
    if act == 1:
        return text[:at] + word(chance) + text[at:]
    if act == 2:
        return text[:at] + text[at + 1 :]
    return text.swapcase() if act == 3 else text + text[:at]


def _other_value(data: Any, chance: Random) -> Any:
    """A value from elsewhere in a tree."""
    found = data
    for _ in range(chance.randrange(1, 7)):
        if not (isinstance(found, dict | list) and found):
            break
        found = found[chance.choice(list(found) if isinstance(found, dict) else range(len(found)))]
    return _copy(found)


def _copy(value: Any) -> Any:
    return json.loads(json.dumps(value)) if isinstance(value, dict | list) else value


def changed_cells(text: str, chance: Random, delimiter: str) -> str:
    """The cells of a table changed: rows and columns gone, twice or moved, cells by each other, quotes, more values."""
    rows = [line.split(delimiter) for line in text.split("\n")]
    for _ in range(_some(chance)):
        row = chance.choice(rows)
        if not row:
            row.append("")
        at = chance.randrange(len(row))
        act = chance.randrange(9)
        if act == 0:
            rows.insert(chance.randrange(len(rows) + 1), list(row))
        elif act == 1 and len(rows) > 1:
            rows.remove(row)
        elif act == 2:
            del row[at]
        elif act == 3:
            row.insert(at, word(chance))
        elif act == 4:
            row[at] = chance.choice(chance.choice(rows) or [""])
        elif act == 5:
            row[at] += chance.choice(("|", "\\|", "|x", '"', '""', "\\", "|" + row[0]))
        elif act == 6:
            row[at] = '"' + row[at] + chance.choice(('"', "", '""', '" '))
        elif act == 7:
            row[at] = chance.choice(_HEADINGS)
        else:
            row[at] = _changed_word(row[at], chance)
    return chance.choice(("\n", "\n", "\r\n", "\r", "\n\n")).join(delimiter.join(row) for row in rows)


_HEADINGS = (
    *listed("""
    uri id notation preferred@en preferred@ar alternative hidden@fr broader narrower BT related scope@en state
    deprecated gone scheme scheme_name@en scheme_version replaced_by المصطلح label preferred@
    preferred@xx-yyyyyyyyy note@ar use
    """),
    "المصطلح الأعم",
    "Term (English)",
)


def _some(chance: Random) -> int:
    """Mostly one change, sometimes many."""
    return chance.choice((1, 1, 1, 1, 2, 2, 3, 6))

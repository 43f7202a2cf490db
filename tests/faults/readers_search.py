"""The reader of what is searched for: words and regular expressions."""

import json
import re
from random import Random

from model.search.matching import Matcher
from model.search.query import Query
from tests.faults.desk import TEXTS, Desk
from tests.faults.mutations import changed_bytes, changed_json, changed_text, listed
from tests.faults.readers import Reader

_TOKENS = re.compile(r"\\.|\(\?[a-zA-Z<=!#:]*|\{[0-9,]*\}|\[\^?|.", re.DOTALL)
_EXPRESSIONS = (
    *listed(r"""
    قـ*رار [0-9]{1,3}/[0-9]+ (?:إذ|وإذ)\s+\w+ \b(\d+)\s*-\s*(?P<verb>\w+) [أإآا]ل.{0,5}? (?<=\()[^)]+(?=\))
    (?i)RÉSOLUTION|ab\1? [\p{Arabic}--\p{Lu}]+ (\w)\1 (?>a+)b? المكتبات 59/187 ٢ A/59/1 "قرار" (أ)
    """),
    "^1 -|2 -$",
    "(?x) قرار # x",
    "تشير إلى",
)
_MORE = (
    *listed(r"""
    * + ? {2} {,3} {0} {99999} {3,1} *+ ?? | ( ) (?: (?= (?! (?<= (?<! (?> (?P<a> (?P=a) (?P>a) (?&a) (?1) (?R)
    (?(1)a|b) (?| (?# (?r) (?i) (?x) (?b) (?e) (?p) (?V1) (?V0) (?a) (?L) (?s-i: {e<=2} {i<=1,d<=1:[ab]} \1
    \g<1> \g<9> \p{L} \P{x} \p{ \N{x} \L<a> \K \G \X \R \m \M \u0627 \x \U0010ffff \ud800 \ \Q \Z [ ] [^
    [[:alpha:]] [a- -- && || (*FAIL) (*SKIP) (*PRUNE) .* (.*)* (a|a)* (?:x*)* ـ ً ﷲ ﷺ # $ ^
    """),
    "\\N{ARABIC LETTER ALEF}",
    "\n",
)


def _change(chance: Random) -> bytes:
    text = changed_text(chance.choice(_EXPRESSIONS), chance, _TOKENS.findall, _MORE)
    query = {
        "text": text,
        "regex": chance.random() < 0.75,
        "exact": chance.random() < 0.4,
        "whole_words": chance.random() < 0.4,
        "label": None,
    }
    content = json.dumps(query).encode()
    if chance.random() < 0.02:
        return changed_json(content, chance) if chance.random() < 0.5 else changed_bytes(content, chance)
    return content


def _query(content: bytes) -> Query | None:
    """The query of a file; nothing where another thing stands in it, which no window and no command line lets in."""
    try:
        data = json.loads(content)
        data["text"].encode("utf-8")
        return Query(**data) if all(data[each] in (True, False) for each in ("regex", "exact", "whole_words")) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _read(_: Desk, content: bytes) -> object:
    query = _query(content)
    if query is None:
        return None
    matcher = Matcher(query)
    for text in TEXTS:
        last = 0
        for start, end in matcher.ranges(text):
            assert last <= start < end <= len(text)
            last = end
            assert query.regex or not query.exact or text[start:end] == matcher.needle
    return matcher


def _find(desk: Desk, content: bytes) -> object:
    """What the project finds by its index is what looking at each text finds."""
    query = _query(content)
    if query is None:
        return None
    matcher = Matcher(query)
    wanted = {document: tuple(matcher.ranges(text)) for document, text in zip(desk.documents, TEXTS, strict=True)}
    found = {each.document: each.hits for each in desk.standing.find(query)}
    assert found == {document: hits for document, hits in wanted.items() if hits}
    count, exact = desk.standing.count_documents_with(query)
    assert count == len(found) if exact else count >= len(found)
    return found


READERS = (Reader("query", ".json", _change, _read, _find, 12, every=3),)

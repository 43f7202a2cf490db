"""Small files that would cost much: each of one sign, or one trick, that is repeated as often as is asked."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath

from tests.faults.inputs import PROJECT, WORD_PARTS

Content = Callable[[int], bytes]
Held = Callable[[int], int]
MIB = 1024 * 1024


@dataclass(frozen=True)
class Bomb:
    """``make`` gives the bytes of a file of a size: how often something stands in it, ``largest`` at most. Where it is
    read, a project holds so many documents and concepts of it; ``refused``: it must never be read, of whatever size.
    """

    name: str
    make: Content
    largest: int
    documents: Held = lambda _: 0
    concepts: Held = lambda _: 0
    refused: bool = False

    @property
    def family(self) -> str:
        """What reads it."""
        return PurePath(self.name).suffix[1:]


def _one(_: int) -> int:
    return 1


def _all(size: int) -> int:
    return size


# Akoma Ntoso


def _akoma(inside: bytes, before: bytes = b"") -> bytes:
    start = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><mainBody><p>A</p>'
    return b'<?xml version="1.0"?>' + before + start + inside + b"</mainBody></statement></akomaNtoso>"


def _numbered(signs: bytes, size: int) -> bytes:
    """Those signs again and again, each time with another number where ``%d`` stands."""
    return b"".join([signs % number for number in range(size)])


def _nested(start: bytes, inside: bytes, end: bytes, size: int) -> bytes:
    return start * size + inside + end * size


def _entities(size: int) -> bytes:
    """Each entity is the one before, ten times."""
    declared = b"".join(b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, size + 1))
    return _akoma(b"<p>&e%d;</p>" % size, b'<!DOCTYPE a [<!ENTITY e0 "aaaaaaaaaa">' + declared + b"]>")


def _long_entity(size: int) -> bytes:
    """One long entity, used often."""
    return _akoma(b"<p>" + b"&e;" * size + b"</p>", b'<!DOCTYPE a [<!ENTITY e "' + b"e" * size + b'">]>')


XML = (
    Bomb("elements.xml", lambda size: _akoma(b"<p/>" * size), 16_000_000, _one),
    Bomb("wide-elements.xml", lambda size: _akoma(b"<p/>" * size).decode().encode("utf-16"), 7_000_000, _one),
    Bomb("attributes.xml", lambda size: _akoma(b"<p" + _numbered(b" a%d=''", size) + b"/>"), 4_000_000, _one),
    Bomb("namespaces.xml", lambda size: _akoma(b"<p" + _numbered(b" xmlns:n%d='u'", size) + b"/>"), 3_000_000, _one),
    Bomb("text.xml", lambda size: _akoma(b"<p>" + "ن".encode() * size + b"</p>"), 32_000_000, _one),
    Bomb("references.xml", lambda size: _akoma(b"<p>" + b"&#x646;" * size + b"</p>"), 9_000_000, _one),
    Bomb("comments.xml", lambda size: _akoma(b"<!---->" * size), 9_000_000, _one),
    Bomb("deep.xml", lambda size: _akoma(_nested(b"<p>", b"x", b"</p>", size)), 8_000_000, _one),
    Bomb("notes.xml", lambda size: _akoma(b"<p>x<eol/></p><paragraph><num>1</num></paragraph>" * size), 900_000, _one),
    Bomb("entities.xml", _entities, 9, refused=True),
    Bomb("long-entity.xml", _long_entity, 200_000, refused=True),
)

# Word


def _word(body: bytes, more: Iterable[tuple[str, bytes]] = (), before: bytes = b"") -> bytes:
    namespace = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    start = b'<?xml version="1.0"?>' + before + b"<w:document " + namespace + b"><w:body>"
    parts = {**WORD_PARTS, "word/document.xml": start + body + b"</w:body></w:document>"}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in (*parts.items(), *more):
            file.writestr(name, content)
    return target.getvalue()


def _paragraph(inside: bytes) -> bytes:
    return b"<w:p>" + inside + b"</w:p>"


def _run(text: bytes) -> bytes:
    return b"<w:r><w:t>" + text + b"</w:t></w:r>"


def _in_tables(size: int) -> bytes:
    cell = b"<w:tbl><w:tr><w:tc>", b"<w:p/></w:tc></w:tr></w:tbl>"
    return _word(_nested(cell[0], _paragraph(_run(b"x")), cell[1], size))


def _lying(size: int) -> bytes:
    """A part that is larger than the file says."""
    found = bytearray(_word(_paragraph(_run(b"a" * size))))
    name = b"word/document.xml"
    for sign, length in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = found.find(sign)
        while at >= 0:
            start = at + (30 if sign[2] == 3 else 46)
            if found[start : start + len(name)] == name:
                found[at + length : at + length + 4] = (100).to_bytes(4, "little")
            at = found.find(sign, at + 1)
    return bytes(found)


def _word_entity(size: int) -> bytes:
    before = b'<!DOCTYPE w [<!ENTITY e "' + b"e" * size + b'">]>'
    return _word(_paragraph(_run(b"&e;" * size)), before=before)


DOCX = (
    Bomb("paragraphs.docx", lambda size: _word(b"<w:p/>" * size + _paragraph(_run(b"x"))), 40_000_000, _one),
    Bomb("runs.docx", lambda size: _word(_paragraph(_run(b"x") * size)), 5_000_000, _one),
    # Not so well packed: the ratio alone does not betray it.
    Bomb("other-runs.docx", lambda size: _word(_paragraph(_numbered(_run(b"%d"), size))), 3_000_000, _one),
    Bomb("text.docx", lambda size: _word(_paragraph(_run(b"x" * size))), 200 * MIB, _one),
    Bomb("breaks.docx", lambda size: _word(_paragraph(b"<w:r>" + b"<w:br/>" * size + b"</w:r>")), 20_000_000, _one),
    Bomb("deep.docx", lambda size: _word(_nested(b"<w:sdt>", b"", b"</w:sdt>", size)), 300_000, _one),
    Bomb("tables.docx", _in_tables, 100_000, _one),
    Bomb(
        "parts.docx",
        lambda size: _word(_paragraph(_run(b"x")), ((f"word/{n}.xml", b"<a/>") for n in range(size))),
        60_000,
        _one,
    ),
    Bomb("lying.docx", _lying, 100 * MIB, _one),
    Bomb("entity.docx", _word_entity, 100_000, refused=True),
)

# Project JSON


def _project(**changed: object) -> bytes:
    return json.dumps({**json.loads(PROJECT), **changed}, ensure_ascii=False).encode()


def _with_text(**changed: str) -> bytes:
    """A project whose first document has other members."""
    documents = json.loads(PROJECT)["documents"]
    documents[0] |= changed
    return _project(documents=documents)


def _with_annotators(size: int) -> bytes:
    annotators = [*json.loads(PROJECT)["annotators"], *({"id": str(n), "name": f"A{n}"} for n in range(size))]
    return _project(annotators=annotators)


def _with_documents(content: bytes) -> bytes:
    """A project that has those as its documents; they stand before its end."""
    return _project(documents=[]).replace(b'"documents": []', b'"documents": [' + content + b"]")


PROJECTS = (
    Bomb(
        "same-keys.json",
        lambda size: b'{"format":"qarar-project/3"' + b',"k":1' * (size + 1) + b"}",
        9_000_000,
        refused=True,
    ),
    Bomb(
        "keys.json",
        lambda size: _with_documents(b"{" + _numbered(b'"k%d":1,', size) + b'"k":1}'),
        900_000,
        refused=True,
    ),
    Bomb("lists.json", lambda size: _with_documents(b"[" + b"[]," * size + b"[]]"), 40_000_000, refused=True),
    Bomb("items.json", lambda size: _with_documents(b"[]," * size + b"[]"), 90_000_000, refused=True),
    Bomb(
        "annotators.json",
        lambda size: _with_annotators(size),
        900_000,
        lambda _: 2,
        lambda _: 2,
    ),
    Bomb("deep.json", lambda size: _with_documents(_nested(b"[", b"", b"]", size + 1)), 20_000_000, refused=True),
    Bomb("text.json", lambda size: _with_text(text="ن" * size), 60_000_000, refused=True),
    Bomb("note.json", lambda size: _with_text(note="x" * size), 300 * MIB, lambda _: 2, lambda _: 2),
    Bomb(
        "escapes.json",
        lambda size: _with_text(note="#").replace(b'"#"', b'"' + rb"\u0646" * size + b'"'),
        40_000_000,
        lambda _: 2,
        lambda _: 2,
    ),
    Bomb("open.json", lambda size: b'{"format":"' + b"q" * size, 600 * MIB, refused=True),
    Bomb("digits.json", lambda size: _with_documents(b"9" * size), 50_000_000, refused=True),
    Bomb("fraction.json", lambda size: _with_documents(b"0." + b"9" * size + b"e-999"), 50_000_000, refused=True),
    Bomb("blanks.json", lambda size: b" " * size + PROJECT, 300 * MIB, lambda _: 2, lambda _: 2),
)

# SKOS

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PREFIXES = f"@prefix s: <{_SKOS}> . @prefix : <urn:a:> .\n".encode()


def _turtle(inside: bytes) -> bytes:
    return _PREFIXES + b':c a s:Concept ; s:prefLabel "C"@en . ' + inside


def _chain(concept: bytes, size: int) -> bytes:
    return b"".join([concept.replace(b"#N", b"%d" % n).replace(b"#M", b"%d" % (n + 1)) for n in range(size)])


_TURTLE_CONCEPT = b':c#N a s:Concept ; s:prefLabel "L#N"@en ; s:broader :c#M .\n'
_LONG = b"@prefix l: <urn:" + b"l" * 10_000 + b":> .\n"

TURTLE = (
    Bomb("commas.ttl", lambda size: _turtle(b":c :p :v" + _numbered(b",:v%d", size) + b" ."), 6_000_000, concepts=_one),
    Bomb("same.ttl", lambda size: _turtle(b":c :p :v" + b",:v" * size + b" ."), 20_000_000, concepts=_one),
    Bomb("semicolons.ttl", lambda size: _turtle(b":c :p :v " + b";" * size + b" ."), 60_000_000, concepts=_one),
    Bomb("members.ttl", lambda size: _turtle(b":c :p (" + b" 1" * size + b") ."), 30_000_000, concepts=_one),
    Bomb(
        "parentheses.ttl",
        lambda size: _turtle(b":c :p " + _nested(b"(", b"1", b")", size) + b" ."),
        30_000_000,
        concepts=_one,
    ),
    Bomb(
        "brackets.ttl",
        lambda size: _turtle(b":c :p " + _nested(b"[:p ", b"1", b"]", size) + b" ."),
        9_000_000,
        concepts=_one,
    ),
    Bomb("open-brackets.ttl", lambda size: _turtle(b":c :p " + b"[" * size), 60_000_000, refused=True),
    Bomb("empty.ttl", lambda size: _turtle(b"[] :p [] .\n" * size), 5_000_000, concepts=_one),
    Bomb("prefixes.ttl", lambda size: _turtle(_numbered(b"@prefix p%d: <urn:p> .", size)), 2_000_000, concepts=_one),
    Bomb(
        "long-prefix.ttl",
        lambda size: _turtle(_LONG + b":c :p l:" + _numbered(b",l:%d", size) + b" ."),
        6_000_000,
        concepts=_one,
    ),
    Bomb("broader.ttl", lambda size: _PREFIXES + _chain(_TURTLE_CONCEPT, size), 900_000, concepts=_all),
    Bomb("text.ttl", lambda size: _turtle(b':c s:note """' + b"x" * size + b'""" .'), 63 * MIB, concepts=_one),
    Bomb(
        "escapes.ttl", lambda size: _turtle(b':c s:note """' + rb"\u0646" * size + b'""" .'), 10_000_000, concepts=_one
    ),
    Bomb("lines.ttl", lambda size: _turtle(b"\n" * size), 63 * MIB, concepts=_one),
    Bomb("comments.ttl", lambda size: _turtle(b"#\n" * size), 30_000_000, concepts=_one),
)


def _described(inside: bytes, before: bytes = b"") -> bytes:
    rdf = b'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="' + _SKOS.encode() + b'"'
    concept = b'<s:Concept r:about="urn:c"><s:prefLabel xml:lang="en">C</s:prefLabel>'
    return before + b"<r:RDF " + rdf + b">" + concept + inside + b"</s:Concept></r:RDF>"


_DEEPER = b"<s:related><s:Concept>", b"</s:Concept></s:related>"
RDF = (
    Bomb("notes.rdf", lambda size: _described(b"<s:note>x</s:note>" * size), 3_000_000, concepts=_one),
    Bomb("deep.rdf", lambda size: _described(_nested(_DEEPER[0], b"", _DEEPER[1], size)), 1_000_000, concepts=_one),
    Bomb("text.rdf", lambda size: _described(b"<s:note>" + b"x" * size + b"</s:note>"), 63 * MIB, concepts=_one),
    Bomb(
        "entity.rdf",
        lambda size: _described(
            b"<s:note>" + b"&e;" * size + b"</s:note>", b'<!DOCTYPE r [<!ENTITY e "' + b"e" * size + b'">]>'
        ),
        200_000,
        concepts=_one,
    ),
)


def _json_ld(context: object, **more: object) -> bytes:
    concept = {"@id": "urn:c", "@type": f"{_SKOS}Concept", f"{_SKOS}prefLabel": {"@value": "C", "@language": "en"}}
    return json.dumps({"@context": context, **concept, **more}).encode()


def _circular(size: int) -> bytes:
    """Each term stands for one that begins with the next, and the last for the first."""
    return _json_ld({f"t{n}": f"t{(n + 1) % (size + 1)}:x" for n in range(size + 1)}, t0="x")


def _within(size: int) -> bytes:
    """Terms that have contexts in which terms have contexts."""
    inner = b'{"t":{"@id":"urn:t","@context":'
    return _json_ld("#").replace(b'"#"', _nested(inner, b"{}", b"}}", size))


JSON_LD = (
    Bomb("remote.jsonld", lambda size: _json_ld([{}] * size + ["http://127.0.0.1:9/context"]), 500_000, refused=True),
    Bomb(
        "imported.jsonld",
        lambda size: _json_ld([{}] * size + [{"@import": "http://127.0.0.1:9/c"}]),
        500_000,
        refused=True,
    ),
    Bomb("circular.jsonld", _circular, 100_000, concepts=_one),
    Bomb("within.jsonld", _within, 1_000_000, concepts=_one),
    Bomb("terms.jsonld", lambda size: _json_ld({f"t{n}": f"urn:{n}" for n in range(size)}), 1_500_000, concepts=_one),
    Bomb("values.jsonld", lambda size: _json_ld({}, **{"urn:p": list(range(size))}), 5_000_000, concepts=_one),
    Bomb(
        "long-prefix.jsonld",
        lambda size: _json_ld({"l": f"urn:{'l' * 10_000}:"}, **{"urn:p": [{"@id": f"l:{n}"} for n in range(size)]}),
        900_000,
        concepts=_one,
    ),
    Bomb(
        "deep.jsonld",
        lambda size: _json_ld({}, x="#").replace(b'"#"', _nested(b'{"urn:p":', b"1", b"}", size)),
        6_000_000,
        concepts=_one,
    ),
)

# Tables

_HEADINGS = b"uri,prefLabel@en,broader,altLabel@en"


def _table(*rows: bytes, more: bytes = b"") -> bytes:
    return b"\n".join((_HEADINGS + more, *rows)) + b"\n"


CSV = (
    Bomb("cell.csv", lambda size: _table(b"urn:1," + b"x" * size), 63 * MIB, concepts=_one),
    Bomb("columns.csv", lambda size: _table(b"urn:1,C", more=b",note@en" * size), 8_000_000, concepts=_one),
    Bomb("cells.csv", lambda size: _table(b"urn:1,C,," + b"," * size), 60_000_000, concepts=_one),
    Bomb("quote.csv", lambda size: _table(b'urn:1,"' + b'""' * size), 30_000_000, refused=True),
    Bomb("lines-in-quotes.csv", lambda size: _table(b'urn:1,"C' + b"\n" * size + b'"'), 60_000_000, concepts=_one),
    Bomb("rows.csv", lambda size: _table(_chain(b"urn:#N,L#N,urn:#M\n", size)), 2_000_000, concepts=_all),
    Bomb("same-rows.csv", lambda size: _table(b"urn:1,C,,\n" * size), 6_000_000, concepts=_one),
    Bomb("labels.csv", lambda size: _table(b"urn:1,C,," + _numbered(b"|x%d", size)), 6_000_000, concepts=_one),
    Bomb("empty-lines.csv", lambda size: _table(b"urn:1,C", b"\n" * size), 60_000_000, concepts=_one),
)

# Resolutions


def _resolution(text: str, header: str = "") -> bytes:
    return f"%%%{header}\n\nقرار {text}\n".encode()


def _text(name: str, signs: str, largest: int) -> Bomb:
    return Bomb(f"{name}.txt", lambda size: _resolution(signs * size), largest, _one)


TEXT = (
    Bomb("descriptors.txt", lambda size: _resolution("", "".join(f"T{n}|" for n in range(size))), 900_000, _one, _all),
    Bomb("bars.txt", lambda size: _resolution("نص", "|" * size), 10_000_000, _one),
    Bomb("same-descriptors.txt", lambda size: _resolution("", "T|" * size), 5_000_000, _one, _one),
    _text("words", "كلمة ", 3_000_000),
    _text("letters", "ن", 10_000_000),
    _text("lines", "س\n", 3_000_000),
    _text("marks", "\u0651\u064e", 5_000_000),
    _text("marks-out-of-order", "\u0315\u0300", 3_000_000),
    _text("controls", "\u202e\u2067\u2069", 3_000_000),
    _text("tatweel", "ـ", 10_000_000),
    _text("pairs", "([{«", 2_000_000),
    _text("numbers", " 1 - (أ) ’1‘ ", 500_000),
    _text("symbols", " A/RES/79/1", 900_000),
    _text("dates", " المؤرخ 1 أيار/مايو 2020", 300_000),
    _text("signs", "\U0001f4dc", 4_000_000),
    _text("ligatures", "\ufdfa", 3_000_000),  # eighteen letters each, where it is folded
)

BOMBS = (*XML, *DOCX, *PROJECTS, *TURTLE, *RDF, *JSON_LD, *CSV, *TEXT)

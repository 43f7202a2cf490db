"""Small sound inputs of every kind that is read, all invented: what fuzzing begins with."""

import json
from typing import Any

from model.annotation.documents import sha256_of
from tests.model.conftest import TEXT

RESOLUTIONS = (
    f"%%%LIBRARIES|READING|\n\n{TEXT} ".encode(),
    f"%%%\n\n{TEXT}\n".encode(),
    b"\xef\xbb\xbf" + f"%%%LIBRARIES |  BOOKS|\r\n\r\n{TEXT}\r\nًقــرار ٢\r\n".encode(),
    "%%%مكتبات|PEACE|PEACE|\n\nقرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004 ]دون[ A/59/1 ()".encode(),
)
PLAIN = (TEXT.encode(), b"\xef\xbb\xbf" + f"{TEXT}\r\nسطر\r\n".encode(), "سطر\r\nسطر\nA\rB\u2028\n".encode())

_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKOMA_NTOSO = f"""<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="{_AKN}"><statement name="resolution"><meta><identification source="#x"><FRBRWork>
<FRBRdate date="2025-05-01" name="adoption"/></FRBRWork><FRBRExpression><FRBRlanguage language="ara"/></FRBRExpression>
</identification><classification source="#DHLAUTH"><keyword dictionary="UNBISThesaurus" showAs="LIBRARIES" value="l"/>
<keyword dictionary="UNBISThesaurus" value="BOOKS|READING"/></classification></meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/80/1</docNumber></p><p><img src="logo.jpg"/></p>
<p><inline name="agenda item">البند 1</inline></p><p>
<docTitle>قرار اتخذته الجمعية العامة في 1 أيار/مايو 2025</docTitle></p>
<p><docProponent>[دون الإحالة (<inline>A/80/L.1</inline>)]</docProponent></p></coverPage>
<preface><p><docNumber>80/1.</docNumber> <docTitle>- المكتبات</docTitle></p></preface>
<preamble><formula><p><i>إن الجمعية العامة</i>،</p></formula><container name="r"><p>
<i>إذ تشير</i> إلى المكتبات<authorialNote marker="1"><p>حاشية</p></authorialNote>،</p></container>
<crossHeading refersTo="#preamble">عنوان</crossHeading></preamble>
<mainBody><paragraph><num>1 -</num><content><p><i>تطلب</i> إلى الدول ما يلي:</p></content><subparagraph><num>(أ)</num>
<content><p>فتح<eol/>المكتبات؛</p></content></subparagraph><list><point><num>’1‘</num><p>الكتب؛</p></point></list>
<wrapUp><p>وغيرها؛</p></wrapUp></paragraph><table><tr><th>أ</th><td><p>ب</p></td></tr></table><blockList>
<listIntroduction>
قائمة</listIntroduction><item><num>•</num><p>بند</p></item></blockList></mainBody>
<conclusions><p>الجلسة العامة 1</p><p><docDate refersTo="#adoptionDate" date="2025-05-01">1 أيار</docDate>
</p></conclusions>
<attachments><attachment><doc name="annex"><preface><p><docTitle>مرفق</docTitle></p></preface><mainBody>
<p>نص</p></mainBody>
</doc></attachment></attachments></statement></akomaNtoso>"""

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def _relations(*relations: tuple[str, str]) -> bytes:
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'.encode()


def _part(root: str, inside: str) -> bytes:
    return (
        f'{_DECLARED}<w:{root} xmlns:w="{_WORD}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"{inside}</w:{root}>"
    ).encode()


# In the order of their weight: the last is mostly the one that is changed.
WORD_PARTS: dict[str, bytes] = {
    "[Content_Types].xml": (
        f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
            for name, kind in (
                ("document", "document.main"),
                ("numbering", "numbering"),
                ("styles", "styles"),
                ("header1", "header"),
            )
        )
        + "</Types>"
    ).encode(),
    "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": _relations(
        ("numbering", "numbering.xml"), ("styles", "styles.xml"), ("header", "header1.xml")
    ),
    "word/header1.xml": _part("hdr", "<w:p><w:r><w:t>A/60/1</w:t></w:r></w:p>"),
    "word/styles.xml": _part(
        "styles",
        "<w:docDefaults><w:rPrDefault><w:rPr><w:i w:val='0'/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:iCs/></w:rPr></w:style>'
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="List"><w:basedOn w:val="Base"/><w:pPr/><w:rPr><w:i/></w:rPr></w:style>',
    ),
    "word/numbering.xml": _part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1 -"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="arabicAbjad"/>'
        '<w:lvlRestart w:val="1"/><w:pStyle w:val="List"/><w:lvlText w:val="(%2)"/></w:lvl><w:lvl w:ilvl="2">'
        '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl><w:lvl w:ilvl="3">'
        '<w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1">'
        '<w:numStyleLink w:val="Base"/>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId '
        'w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride '
        'w:val="5"/></w:lvlOverride></w:num>',
    ),
    "word/document.xml": _part(
        "document",
        "<w:body><w:p><w:r><w:t>إن الجمعية العامة،</w:t></w:r></w:p>"
        '<w:p><w:r><w:t xml:space="preserve">إذ تشير </w:t><w:tab/><w:t>إلى المكتبات</w:t>'
        '<w:footnoteReference w:id="2"/>'
        '</w:r><w:ins w:id="1"><w:r><w:rPr><w:rStyle w:val="List"/><w:i/><w:rtl/></w:rPr><w:br/>'
        "<w:t>، </w:t></w:r></w:ins><w:del w:id='2'><w:r>"
        "<w:delText>x</w:delText></w:r></w:del>"
        '</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r>'
        "<w:t>تطلب:</w:t></w:r></w:p>"
        '<w:p><w:pPr><w:pStyle w:val="List"/></w:pPr><w:r><w:t>فتح</w:t></w:r><w:r><w:rPr>'
        "<w:vanish/></w:rPr><w:t>x</w:t>"
        '</w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>دعم</w:t>'
        '<w:sym w:font="S" w:char="F0B7"/><w:sym w:font="S" w:char="0041"/><w:noBreakHyphen/></w:r></w:p>'
        "<w:tbl><w:tblPr/><w:tr><w:tc><w:p><w:r><w:t>أ</w:t></w:r></w:p></w:tc></w:tr><w:tr>"
        "<w:trPr><w:del w:id='3'/></w:trPr>"
        "<w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        "<w:txbxContent/></w:drawing>"
        "</mc:Choice></mc:AlternateContent><w:pict/><w:object/><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:r></w:p>"
        "<w:sectPr/></w:body>",
    ),
}


def label(label_id: str, key: str, inside: tuple[str, ...] = (), top: bool = True, **more: Any) -> dict[str, Any]:
    """A label of a scheme as JSON."""
    found = {"id": label_id, "names": {"en": label_id, "ar": "تسمية"}, "colour": "#c9a227", "key": key}
    return {
        **found,
        "definitions": {"en": "x"},
        "inside": list(inside),
        "top": top,
        "features": [],
        "numbered": False,
    } | more


_FEATURES = [
    {"name": "annex", "kind": "yes-no", "names": {"en": "Annex"}, "choices": []},
    {"name": "voice", "kind": "choice", "names": {"ar": "الصوت"}, "choices": ["one", "two"]},
]
LAYERS = [
    {
        "id": "clause",
        "names": {"en": "Clauses"},
        "overlap": "tree",
        "within": None,
        "labels": [
            label("preambular", "P", features=_FEATURES),
            label("operative", "O", numbered=True),
            label("subclause", "S", ("operative", "subclause"), top=False),
        ],
    },
    {"id": "lead", "names": {"en": "L"}, "overlap": "apart", "within": "clause", "labels": [label("lead", "L")]},
    {"id": "reference", "names": {"en": "R"}, "overlap": "free", "within": None, "labels": [label("date", "D")]},
]
_SCHEME = {"id": "small", "version": "1", "names": {"en": "Small", "ar": "صغير"}, "layers": LAYERS}
SCHEME = json.dumps({"format": "qarar-scheme/1", **_SCHEME}).encode()

_TIME = "2026-01-02T03:04:05.678Z"
_MANUAL = {"kind": "manual", "version": None, "confidence": None}
_MODEL = {"kind": "model", "version": "m-1", "confidence": 0.5}
_NOTHING = {"symbol": None, "organ": None, "session": None, "adopted": None, "title": None}


def _span(place: int, label_id: str, layer: str, part: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(part)
    return {
        "id": f"span-{place}",
        "layer": layer,
        "label": label_id,
        "start": start,
        "end": start + len(part),
        "number": None,
        "depth": 0,
        "features": [],
        "note": "",
        "status": "confirmed",
        "annotator": "amal",
        "created": _TIME,
        "modified": _TIME,
        "origin": _MANUAL,
        "confirmed_by": None,
        "proposed": None,
    } | more


def _document(number: int, text: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"document-{number}",
        "name": f"مكتبات {number}",
        "folder": "GA",
        "text": text,
        "text_sha256": sha256_of(text),
        "wrapping": {"header": "%%%LIBRARIES|", "bom": False, "newline": "lf", "final_newline": False},
        "recognised": {**_NOTHING, "symbol": "A/RES/60/1", "organ": "GA", "adopted": "2005-10-24"},
        "corrected": dict(_NOTHING),
        "note": "",
        "tags": [],
        "assignee": None,
        "created": _TIME,
        "progress": [],
        "spans": [],
        "assignments": [],
    } | more


def _concept(concept: str, vocabulary: str, **more: Any) -> dict[str, Any]:
    labels = [
        {"language": "en", "kind": "preferred", "text": concept.upper()},
        {"language": "ar", "kind": "alternative", "text": "مكتبات"},
    ]
    return {
        "id": concept,
        "vocabulary": vocabulary,
        "uri": f"urn:{concept}",
        "labels": labels,
        "notes": [{"language": "en", "text": "A note."}],
        "broader": [],
        "related": [],
        "replaced_by": [],
        "notations": ["01"],
        "states": [],
        "documentation": [],
    } | more


_ASSIGNMENT = {
    "id": "assignment-1",
    "concept": "books",
    "term": "BOOKS",
    "rank": 0,
    "major": True,
    "status": "confirmed",
    "annotator": "badr",
    "created": _TIME,
    "modified": _TIME,
    "origin": _MODEL,
    "confirmed_by": "amal",
    "evidence": [{"id": "evidence-1", "start": 4, "end": 11, "annotator": "amal", "created": _TIME, "origin": _MANUAL}],
}
_SEARCHES = [
    {
        "id": f"search-{number}",
        "name": name,
        "text": text,
        "whole_words": number != 2,
        "exact": number == 3,
        "regex": number == 3,
        "label": "operative" if number == 1 else None,
        "created": _TIME,
    }
    for number, (name, text) in enumerate((("مكتبات", "المكتبات"), ("59", "59/187"), ("Years", "[0-9]{4}")), 1)
]
_OWN_VOCABULARY = {"id": "own", "uri": "urn:own", "names": {}, "version": "", "own": True}


def _project() -> dict[str, Any]:
    spans = [
        _span(1, "preambular", "clause", "إذ تشير إلى أهمية المكتبات،", features=[{"name": "annex", "value": "true"}]),
        _span(2, "operative", "clause", TEXT[TEXT.index("1 -") : TEXT.index("2 -")], number="1"),
        _span(3, "subclause", "clause", "(أ) فتح المكتبات؛", depth=1, number="أ"),
        _span(4, "lead", "lead", "إذ تشير", status="suggested", origin=_MODEL, proposed={"start": 20, "end": 25}),
        _span(5, "date", "reference", "الجمعية", status="rejected", confirmed_by="badr"),
    ]
    progress = [{"task": "clause", "state": "done", "annotator": "amal", "modified": _TIME}]
    vocabulary = {"id": "v", "uri": "urn:v", "names": {"en": "V"}, "version": "1", "own": False}
    layout = {"paragraphs": [20, 40], "lines": [30], "cells": [35], "italics": [{"start": 20, "end": 25}]}
    marked = {"spans": spans, "assignments": [_ASSIGNMENT], "layout": layout}
    documents = [
        _document(1, TEXT, **marked, tags=["أ", "b"], assignee="badr", progress=progress),
        _document(2, "قرار ٢ A/59/1 🕊"),
    ]
    return {
        "format": "qarar-project/4",
        "scheme": _SCHEME,
        "annotators": [{"id": "amal", "name": "Amal"}, {"id": "badr", "name": "Badr"}],
        "vocabularies": [vocabulary],
        "concepts": [_concept("books", "v", broader=["reading"], states=["deprecated"]), _concept("reading", "v")],
        "documents": documents,
        "saved_searches": _SEARCHES[:1],
    }


PROJECT = json.dumps(_project()).encode()
SEARCHES = json.dumps(
    {
        "format": "qarar-project/2",
        "scheme": {**_SCHEME, "layers": LAYERS[:1]},
        "annotators": [],
        "vocabularies": [],
        "concepts": [],
        "documents": [],
        "saved_searches": _SEARCHES,
    }
).encode()

CLAUSES = json.dumps(
    {
        "text_sha256": sha256_of(TEXT),
        "symbol": "A/RES/60/1",
        "segmenter": None,
        "clauses": [
            {
                "start": span["start"],
                "end": span["end"],
                "type": span["label"],
                "number": span["number"],
                "depth": span["depth"],
                "lead": lead,
                "annex": False,
                "confidence": 0.5,
            }
            for span, lead in (
                (_span(1, "preambular", "clause", "إذ تشير إلى أهمية المكتبات،"), [20, 25]),
                (_span(2, "operative", "clause", TEXT[TEXT.index("1 -") : TEXT.index("2 -")], number="1"), None),
                (_span(3, "subclause", "clause", "(أ) فتح المكتبات؛", depth=1), None),
            )
        ],
    }
).encode()

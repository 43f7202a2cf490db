import time
import tracemalloc
from pathlib import Path

import pytest

from model.errors import UserError
from model.formats import budgets, safe_xml
from model.formats.thesaurus_file import read_thesaurus

PATH = Path("t.rdf")
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
NAMESPACES = (
    f'<!DOCTYPE rdf:RDF [\n<!ENTITY rdf "{RDF}">\n<!ENTITY skos "{SKOS}">\n<!ENTITY t "http://example.org/t/">\n]>\n'
)
BODY = (
    '<rdf:RDF xmlns:rdf="&rdf;" xmlns:skos="&skos;">\n'
    + "".join(
        f'<skos:Concept rdf:about="&t;{number}"><skos:prefLabel xml:lang="en">Reading {number}</skos:prefLabel>'
        f'<skos:inScheme rdf:resource="&t;"/></skos:Concept>\n'
        for number in range(200)
    )
    + "</rdf:RDF>"
)


def refused(content: str | bytes) -> str:
    with pytest.raises(UserError) as refusal:
        safe_xml.check_rdf(PATH, content.encode() if isinstance(content, str) else content)
    return str(refusal.value)


def test_entities_for_namespaces_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.rdf"
    path.write_text(NAMESPACES + BODY, "utf-8")
    found = read_thesaurus(path)
    assert (found.uri, len(found.concepts), found.concepts[0].uri) == (
        "http://example.org/t/",
        200,
        "http://example.org/t/0",
    )


def test_entities_that_grow_are_refused_before_they_do() -> None:
    laughs = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">\n' for n in range(1, 10))
    long = "a" * 2000
    cases = {
        f'<!DOCTYPE a [<!ENTITY b0 "ha">\n{laughs}]><a>&b9;</a>': "more than a short text (line 2)",
        f'<!DOCTYPE a [<!ENTITY b "{"a" * 200_000}">]><a>{"&b;" * 200_000}</a>': "more than a short text (line 1)",
        f'<!DOCTYPE a [<!ENTITY b "{long}">]><a>{"&b;" * 500_000}</a>': "many times as long",
        f'<!DOCTYPE a [<!ENTITY b "{long}">]><a c="{"&b;" * 500_000}"/>': "many times as long",
        '<!DOCTYPE a [<!ENTITY b "<c/>">]><a>&b;</a>': "more than a short text",
        "<!DOCTYPE a [<!ENTITY % b \"<!ENTITY c 'd'>\"> %b;]><a>&c;</a>": "more than a short text",
        '<!DOCTYPE a [<!ENTITY % b "c">]><a/>': "more than a short text",
        "<!DOCTYPE a [<!ENTITY b '&#37;c;'>]><a>&b;</a>": "more than a short text",
    }
    cases[f'<!DOCTYPE a [<!ATTLIST b c CDATA "{long}">]><a>{"<b/>" * 100_000}</a>'] = "gives attributes values (line 1)"
    many = "".join(f'<!ENTITY e{number} "x">' for number in range(300))
    cases[f"<!DOCTYPE a [{many}]><a/>"] = "more entities of its own (line 1) than are read"
    cases[f'<a xmlns:b="{long}b">{"<b:c/>" * 100_000}</a>'] = "a namespace that is more than a short text (line 1)"
    for content, sentence in cases.items():
        started = time.process_time()
        tracemalloc.start()
        assert sentence in refused(content)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000 + 10 * len(content)
        tracemalloc.stop()
        assert time.process_time() - started < 5
    utf_16 = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "{long}">]><a>{"&b;" * 500_000}</a>'
    assert "many times as long" in refused(utf_16.encode("utf-16"))


def test_what_lies_elsewhere_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    for content, sentence in (
        (
            f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>',
            "has an entity that lies elsewhere (line 1)",
        ),
        (
            f'<!DOCTYPE a [<!ENTITY % x SYSTEM "{secret.as_uri()}"> %x;]><a/>',
            "has an entity that lies elsewhere (line 1)",
        ),
        (f'<!DOCTYPE a SYSTEM "{secret.as_uri()}"><a/>', "has a DTD that lies elsewhere (line 1)"),
        ('<!DOCTYPE a PUBLIC "x" "http://example.invalid/a.dtd"><a/>', "has a DTD that lies elsewhere (line 1)"),
        (
            f'<a xmlns:xi="http://www.w3.org/2001/XInclude">\n<xi:include href="{secret.as_uri()}"/></a>',
            "wants another file to be included (line 2)",
        ),
    ):
        assert refused(content).startswith(f"t.rdf: {sentence}")
        assert refused(content).endswith("and nothing is ever fetched.")


def test_what_is_not_declared_or_no_xml() -> None:
    assert refused("<a>&b;</a>") == "t.rdf: not well-formed XML (line 1: undefined entity)."
    assert refused("<a>") == "t.rdf: not well-formed XML (line 1: no element found)."
    assert refused("<a>&#xD800;</a>").startswith("t.rdf: not well-formed XML (line 1: reference to invalid character")


def test_a_very_long_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "LONGEST_TEXT", 1000)
    monkeypatch.setattr(safe_xml, "LONGEST_TEXT", 1000)
    several = BODY.replace("Reading 7<", f"{'a&lt;' * 499}<")  # in pieces, and of fewer characters
    safe_xml.check_rdf(PATH, (NAMESPACES + several).encode())
    assert refused(NAMESPACES + several.replace("a&lt;", "ab&lt;", 3)) == (
        "t.rdf: its text is longer than 1000 characters, so it is not read."
    )

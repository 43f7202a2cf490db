import http.server
import json
import logging
import socket
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib

from model.errors import Cancelled, UserError
from model.formats import rdf_files
from model.formats.rdf_files import NO_BASE, Node, Text, statements
from model.formats.thesaurus_file import read_thesaurus

SKOS = "http://www.w3.org/2004/02/skos/core#"
TURTLE = f'<urn:a> <{SKOS}prefLabel> "كتب"@ar .'
XML = (
    '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    f'xmlns:skos="{SKOS}"><rdf:Description rdf:about="urn:a"><skos:prefLabel xml:lang="ar">كتب</skos:prefLabel>'
    "</rdf:Description></rdf:RDF>"
)
JSON = json.dumps({"@context": {"skos": SKOS}, "@id": "urn:a", "skos:prefLabel": {"@value": "كتب", "@language": "ar"}})
FOUND = [(Node("urn:a"), f"{SKOS}prefLabel", Text("كتب", "ar"))]


def read(content: str | bytes, name: str = "t.ttl") -> list[rdf_files.Statement]:
    return list(statements(Path(name), content.encode() if isinstance(content, str) else content))


def refused(content: str | bytes, name: str = "t.ttl") -> str:
    with pytest.raises(UserError) as refusal:
        read(content, name)
    return str(refusal.value)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that somebody has asked it for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "application/ld+json")
            self.end_headers()
            self.wfile.write(b'{"@context": {}}')

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as found:
        thread = threading.Thread(target=found.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{found.server_address[1]}", asked
        found.shutdown()
        thread.join()


@pytest.mark.parametrize("start", ["", "\ufeff", "\n  "])
@pytest.mark.parametrize(
    "content, name",
    [
        *((TURTLE, name) for name in ("a.ttl", "a.nt", "a.TTL")),
        *((XML, name) for name in ("a.rdf", "a.xml", "a.owl", "a.ttl", "a.json")),
        *((JSON, name) for name in ("a.jsonld", "a.json", "a.ttl", "a.rdf")),
        *((f"@prefix : <urn:> . {TURTLE}", name) for name in ("a.rdf", "a.owl", "a.jsonld")),
        (f"[{JSON}]", "a.json"),
    ],
)
def test_the_same_statements_from_every_notation_whatever_the_suffix(content: str, name: str, start: str) -> None:
    if start == "\n  " and content.startswith("<?xml"):
        content = content.partition("?>")[2]  # a declaration must come first
        name = "a.rdf"
    assert read(start + content, name) == FOUND


def test_utf_16_and_latin_1_where_xml_says_so() -> None:
    assert read(XML.replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16"), "a.rdf") == FOUND
    found = read(XML.replace('"1.0"', '"1.0" encoding="iso-8859-6"').encode("iso-8859-6"), "a.rdf")
    assert found == FOUND


def test_blank_nodes_named_graphs_and_numbers() -> None:
    (first, name, value), *_ = read('[] <urn:p> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .')
    assert (first.blank, name, value) == (True, "urn:p", Text("007"))
    data = {"@id": "urn:g", "@graph": [{"@id": "urn:a", "urn:p": [{"@id": "urn:b"}, 1]}]}
    assert sorted(map(str, read(json.dumps(data), "a.jsonld"))) == sorted(
        map(str, [(Node("urn:a"), "urn:p", Node("urn:b")), (Node("urn:a"), "urn:p", Text("1"))])
    )


@pytest.mark.parametrize("uri", ["HTTP://EXAMPLE.ORG/A", "http://example.org/a/../b", "http://example.org/?", "Urn:a#"])
def test_absolute_uris_are_kept_letter_by_letter(uri: str) -> None:
    for content, name in ((XML, "a.rdf"), (JSON, "a.json"), (TURTLE, "a.ttl")):
        assert [subject for subject, *_ in read(content.replace("urn:a", uri), name)] == [Node(uri)]


def test_relative_uris_stay_recognisable() -> None:
    relative = (
        (XML.replace("urn:a", "a"), "a.rdf"),
        (JSON.replace("urn:a", "a"), "a.json"),
        (TURTLE.replace("urn:a", "a"), ""),
    )
    for content, name in relative:
        assert [subject for subject, *_ in read(content, name or "a.ttl")] == [Node(f"{NO_BASE}a")]
    assert read(f"@base <http://example.org/> . {TURTLE.replace('urn:a', 'a')}")[0][0] == Node("http://example.org/a")


BAD: tuple[tuple[str | bytes, str, str], ...] = (
    ("hello world", "t.ttl", "not Turtle that can be read (line 1)."),
    ("\n\n<urn:a> <urn:b> foo:bar .", "t.ttl", "not Turtle that can be read (line 3)."),
    ("{<a> <b> <c>} => {<a> <b> <d>} .", "t.ttl", "not JSON (at character 1: "),
    ("<a> <b> " + "[ <c> " * 5000, "t.ttl", "nested too deeply."),
    (b"<urn:a> <urn:b> '\xff' .", "t.ttl", "not UTF-8 at byte 17."),
    (b"<urn:a> <urn:b> '\xed\xa0\x80' .", "t.ttl", "a lone surrogate at byte 17."),
    (b"<urn:a> <urn:b> 'a\0b' .", "t.ttl", "a NUL character at character 18."),
    ("<rdf:RDF", "t.rdf", "not well-formed XML (line 1: unclosed token)."),
    ("", "t.rdf", "not well-formed XML (line 1: no element found)."),
    ("<html><body><p>x</p><p/></body></html>", "t.rdf", "not RDF/XML that can be read"),
    (
        '\n<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<r:Bag r:ID="1"/></r:RDF>',
        "t.rdf",
        "not RDF/XML that can be read (line 3).",
    ),
    (XML.replace("</rdf:D", '<x rdf:about="y"/></rdf:D'), "t.rdf", "not RDF/XML that can be read (line 1)."),
    ("<a>" * 300 + "</a>" * 300, "t.rdf", "nested too deeply (line 1)."),
    ('<?xml version="1.0" encoding="none"?><a/>', "t.rdf", "not XML that can be read (unknown encoding: none)."),
    ("", "t.json", "not JSON (at character 0: Expecting value)."),
    ('{"@id": 5, "@type": [[1]], "@context": 7}', "t.json", "not JSON-LD that can be read."),
    ('{"a": 1, "a": 2}', "t.json", "not JSON that can be read (the key “a” stands twice in one object)."),
    ('{"@id": "a\\ud800"}', "t.json", "/@id holds half of a character (a lone surrogate)."),
    ("[" * 100_000, "t.json", "nested too deeply"),
)


@pytest.mark.parametrize("content, name, sentence", BAD)
def test_what_is_no_rdf_is_refused_in_a_sentence(content: str | bytes, name: str, sentence: str) -> None:
    assert refused(content, name).startswith(f"{name}: {sentence}")


def test_no_context_is_ever_fetched(server: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    place, asked = server
    remote = f"{place}/context.jsonld"
    label = {"skos:prefLabel": "a"}
    inline = {"skos": SKOS}
    cases: tuple[Any, ...] = (
        {"@context": remote, "@id": "urn:a", **label},
        {"@context": [inline, remote], "@id": "urn:a", **label},
        {"@context": [inline, [[remote]]], "@id": "urn:a", **label},
        {"@context": {**inline, "@import": remote}, "@id": "urn:a", **label},
        {"@context": [{"@import": remote, "@version": 1.1}], "@id": "urn:a", **label},
        {"@context": {"@context": remote}, "@id": "urn:a", **label},
        {"@context": {**inline, "x": {"@id": "skos:x", "@context": remote}}, "@id": "urn:a", "x": label},
        {"@context": inline, "@id": "urn:a", "skos:broader": {"@context": remote, "@id": "urn:b"}},
        [{"@context": inline, "@id": "urn:a"}, {"@context": [remote], "@id": "urn:b", **label}],
        {"@context": "context.jsonld", "@id": "urn:a", **label},
        {"@context": f"file://{__file__}", "@id": "urn:a", **label},
    )
    # The server is there and answers.
    assert urllib.request.urlopen(f"{place}/there").read()
    assert asked.pop() == "/there"

    def connected(*_: Any) -> None:
        raise AssertionError("somebody wants to connect")

    monkeypatch.setattr(socket.socket, "connect", connected)
    for case in cases:
        sentence = refused(json.dumps(case), "t.jsonld")
        assert "its @context lies elsewhere" in sentence
        assert "nothing is ever fetched; put what it says into the file." in sentence
    assert asked == []
    # Where no context is meant, a word or an address is only a text.
    read(
        json.dumps({"@context": {"@vocab": f"{place}/"}, "@id": "urn:a", "context": remote, "see": "@import"}), "t.json"
    )
    assert asked == []


def test_nothing_else_is_fetched_either(
    server: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, asked = server
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("somebody wants to connect"))
    owl = "http://www.w3.org/2002/07/owl#"
    path = tmp_path / "t.ttl"
    path.write_text(f"<urn:s> <{owl}imports> <{place}/other.ttl> . {TURTLE} <urn:a> a <{SKOS}Concept> .", "utf-8")
    found = read_thesaurus(path)
    assert [str(remark) for remark in found.remarks] == [
        f"{path}: wants {place}/other.ttl to be read too, which it never is."
    ]
    for suffix, content in (
        (".rdf", XML.replace("?>", f'?><?xml-stylesheet href="{place}/a.xsl"?>')),
        (".rdf", XML.replace("<rdf:RDF", f'<rdf:RDF xml:base="{place}/"')),
        (".ttl", f"@base <{place}/> . @prefix a: <{place}/a#> . {TURTLE}"),
    ):
        assert read(content, f"a{suffix}") == FOUND
    assert asked == []


def test_progress_is_told_and_reading_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    content = "".join(f'<urn:{number}> <urn:p> "{number}" .\n' for number in range(2500)).encode()
    assert len(list(statements(Path("a.nt"), content, lambda *each: told.append(each)))) == 2500
    # More often than statements are: before one is made, many names may be read.
    assert {0, 1000, 2000} <= {done for done, _ in told} and told == sorted(told)
    assert all(done <= total for done, total in told)

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(statements(Path("a.nt"), content, stop))


def test_abbreviations_that_grow_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf_files, "_ALWAYS", 100_000)
    long = f"urn:{'a' * 10_000}:"
    uses = range(5000)
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    described = "".join(f'<r:Bag r:about="{number}"/>' for number in uses)
    for content, name in (
        (f"@prefix : <{long}> . :a :b {','.join(f':{number}' for number in uses)} .", "t.ttl"),
        (f"@base <http://{'a' * 10_000}/> . {''.join(f'<{number}> <urn:p> 1 .' for number in uses)}", "t.ttl"),
        (f'<r:RDF xmlns:r="{rdf}" xml:base="http://{"a" * 10_000}/">{described}</r:RDF>', "t.rdf"),
        (json.dumps({"@context": {"a": long}, "@id": "urn:a", "urn:p": [{"@id": f"a:{n}"} for n in uses]}), "t.json"),
    ):
        assert refused(content, name).endswith(
            ": its abbreviations would make it many times as long, so it is not read."
        )
    short = ",".join(f":{number % 10}{number}" for number in uses)
    assert len(read(f"@prefix : <http://example.org/a/long/thesaurus/of/many/terms/> . :a :b {short} .")) == 5000


def test_more_concepts_than_are_read_are_refused_before_the_rest_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf_files, "MOST_CONCEPTS", 3)
    typed = f'<urn:%s> a <{SKOS}Concept> ; <{SKOS}notation> "1" .\n'
    three = "".join(typed % name for name in ("a", "b", "c", "a", "a"))
    assert len(read(f"{three} [] a <{SKOS}Concept> . <urn:d> a <urn:e> .")) == 8
    assert refused(f"{three}{typed % 'd'} < nonsense") == "t.ttl: has more concepts than are read of one file (50000)."


def test_contexts_of_too_many_terms_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf_files, "_MOST_TERMS", 10)
    for number, contexts in ((5, 2), (6, 2), (2, 6)):
        terms = [{f"t{one}": "urn:t" for one in range(number)}] * contexts
        content = json.dumps({"@context": terms, "@id": "urn:a", "urn:p": dict.fromkeys(map(str, range(50)), 1)})
        if number == 5:
            read(content, "t.jsonld")
        else:
            assert "says more than is read of one file" in refused(content, "t.jsonld")


def test_semicolons_are_counted_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf_files, "_MOST_STOPS", 100)
    content = "<urn:s> <urn:p> 1 {} ."
    assert len(read(content.format(";" * 100))) == 1
    assert "says more than is read of one file" in refused(content.format(";" * 101))


def test_rdflib_is_left_as_it_was(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", True)
    monkeypatch.setattr(logging.getLogger("rdflib"), "level", logging.INFO)
    with caplog.at_level(logging.DEBUG):
        read('<urn:a> <urn:b> "no date"^^<http://www.w3.org/2001/XMLSchema#date>, "a"@x-y . <a b> <urn:b> <c d> .')
    assert caplog.records == []
    assert (logging.getLogger("rdflib").level, rdflib.NORMALIZE_LITERALS) == (logging.INFO, True)

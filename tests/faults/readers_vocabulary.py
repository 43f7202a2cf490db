"""Readers of vocabularies: the notations of RDF, and tables."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from model.errors import UserError
from model.formats import vocabulary_csv
from model.formats.thesaurus_file import WRITTEN, is_obvious, read_thesaurus, write_thesaurus
from model.vocabulary import edition
from model.vocabulary.thesaurus import of_vocabulary
from tests.faults.desk import Desk
from tests.faults.mutations import changed_bytes, changed_cells, changed_json, changed_text, listed
from tests.faults.readers import Reader
from tests.faults.xml_mutations import changed_xml
from tests.model.vocabulary.thesauri import TURTLE, written

_TOKENS = re.compile(r'<[^>\s]*>|"(?:[^"\\\n]|\\.)*"|@[A-Za-z-]+|\^\^|[.;,()\[\]]|\s+|[^\s<>".;,()\[\]]+')
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_MORE = (
    *listed(r"""
    a ; , . [ ] ( ) [] () <> <x> <#> <urn:x> <http://[> _:b : 'x' "x ''' < > "x"@ar- "x"@en-- "x"^^<y> "\u0000"
    "\ud800" "\U00110000" 1 -1.5e3 true ^ ! skos:broader skos:prefLabel skos:Collection skosxl:literalForm
    owl:sameAs :é%zz { } => = ?x \ @prefix
    """),
    "<a b>",
    "@base <http://b/> .",
    "@prefix : <x> .",
    "PREFIX p: <y>",
    "@prefix skos: <> .",
    '"""x"""',
    "# c",
    "skos:related :books",
    "skos:narrower :reading",
    "dcterms:replaces :t",
    "<< >>",
    "@forAll :x .",
    "is :a of",
    ":letters skos:broader :letters .",
    ":books a skos:ConceptScheme .",
    "skos:broaderTransitive :reading",
)


def _made() -> dict[str, str]:
    """The small thesaurus as each kind of file."""
    with TemporaryDirectory() as folder:
        thesaurus = read_thesaurus(written(Path(folder)))
        found: dict[str, str] = {}
        for suffix in WRITTEN:
            path = Path(folder) / f"t{suffix}"
            write_thesaurus(thesaurus, path)
            found[suffix] = path.read_bytes().decode("utf-8-sig")
    return {**found, ".ttl": TURTLE}


_FILES = _made()
_CONTEXT = f'[{{"@context": {{"skos": "{_SKOS}"}}, "@graph": [{{"@id": "urn:a", "@type": "skos:Concept", '
_COMPACT = _CONTEXT + '"skos:prefLabel": {"@value": "A", "@language": "en"}, "skos:broader": {"@id": "urn:b"}}]}]'
_PLAIN_TABLE = (
    "id,Term (English),المصطلح,BT,RT,UF,Scope note,state,notation\n1,READING,القراءة,,,,,,\n"
    '2,BOOKS,الكتب,READING,3,VOLUMES|BOKS,"Bound\npaper.",,01\n3,LIBRARIES,المكتبات,1,,,,gone,\n'
)


def _turtle(text: str, more: tuple[str, ...]) -> Callable[[Random], bytes]:
    def change(chance: Random) -> bytes:
        if chance.random() < 0.1:
            return changed_bytes(text.encode(), chance)
        return changed_text(text, chance, _TOKENS.findall, more).encode()

    return change


def _change_xml(chance: Random) -> bytes:
    text = _FILES[".rdf"]
    return changed_bytes(text.encode(), chance) if chance.random() < 0.1 else changed_xml(text, chance)


def _change_json(chance: Random) -> bytes:
    content = (_FILES[".jsonld"] if chance.random() < 0.5 else _COMPACT).encode()
    return changed_bytes(content, chance) if chance.random() < 0.1 else changed_json(content, chance)


def _table(delimiter: str, own: str) -> Callable[[Random], bytes]:
    texts = (own, _PLAIN_TABLE.replace(",", delimiter))

    def change(chance: Random) -> bytes:
        text = chance.choice(texts)
        found = changed_bytes(text.encode(), chance) if chance.random() < 0.1 else b""
        found = found or changed_cells(text, chance, delimiter).encode()
        if chance.random() < 0.02:
            return found.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-16-le", "cp1256")), "replace")
        return found

    return change


def _read(suffix: str) -> Callable[[Desk, bytes], object]:
    def read(desk: Desk, content: bytes) -> object:
        path = desk.path(suffix, content)
        is_obvious(path)
        if suffix in vocabulary_csv.SUFFIXES:
            columns = vocabulary_csv.columns(path)
            assert len(columns.headings) == len(columns.mapping) and columns.left_out(columns.mapping) is not None
        thesaurus = read_thesaurus(path)
        uris = {concept.uri for concept in thesaurus.concepts}
        assert len(uris) == len(thesaurus.concepts)
        for concept in thesaurus.concepts:
            assert {*concept.broader, *concept.related, *concept.replaced_by} <= uris
            assert concept.uri not in concept.broader
        for remark in thesaurus.remarks:
            assert len(str(remark).splitlines()) == 1
        return thesaurus

    return read


def _deep(suffix: str) -> Callable[[Desk, bytes], object]:
    """Every notation that can hold it gives it back; so does a project, also where an older edition was there."""

    def deep(desk: Desk, content: bytes) -> object:
        thesaurus = read_thesaurus(desk.path(suffix, content))
        what = (thesaurus.uri, thesaurus.names, thesaurus.version, thesaurus.concepts)
        for other in WRITTEN:
            target = desk.folder / f"written{other}"
            try:
                write_thesaurus(thesaurus, target)
            except UserError:
                continue
            found = read_thesaurus(target)
            assert (found.uri, found.names, found.version, found.concepts) == what, other
        with desk.fresh() as project:
            older = read_thesaurus(desk.path(".ttl", TURTLE.encode()))
            for each in (older, thesaurus) if len(content) % 2 else (thesaurus, thesaurus):
                with project.operation(edition.OPERATION) as writing:
                    report = edition.bring_in(writing, each)
            if len(content) % 2 == 0:
                stored = project.read(of_vocabulary, report.vocabulary)
                assert (stored.uri, stored.names, stored.version, stored.concepts) == what
                assert (report.added, report.changed, report.gone) == ((), (), ())
            desk.check_travels(project)
        return thesaurus

    return deep


def _reader(name: str, suffix: str, change: Callable[[Random], bytes], share: float, every: int) -> Reader:
    return Reader(name, suffix, change, _read(suffix), _deep(suffix), share, every)


READERS = (
    _reader("turtle", ".ttl", _turtle(TURTLE, _MORE), 3, 60),
    _reader("n-triples", ".nt", _turtle(_FILES[".nt"], _MORE), 2, 60),
    _reader("rdf-xml", ".rdf", _change_xml, 3, 60),
    _reader("json-ld", ".jsonld", _change_json, 4, 60),
    _reader("csv", ".csv", _table(",", _FILES[".csv"]), 8, 100),
    _reader("tsv", ".tsv", _table("\t", _FILES[".csv"].replace('","', '"\t"')), 5, 100),
)

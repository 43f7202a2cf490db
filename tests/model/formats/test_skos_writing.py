import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from model.errors import UserError
from model.formats import skos
from model.formats.thesaurus_file import read_thesaurus, write_thesaurus
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept
from tests.model.vocabulary.thesauri import small, thesauri


def of(text: str, language: str = "ar", uri: str = "urn:c:1", broader: tuple[str, ...] = ()) -> Thesaurus:
    concept = ThesaurusConcept(uri, ((language, "preferred", text),), broader=broader)
    return Thesaurus("urn:t", (), "", (concept,))


@given(thesauri())
@example(of("\\"))
@example(of("'=1|\\"))
@settings(max_examples=40)
@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".rdf", ".jsonld", ".csv", ".tsv"])
def test_what_is_written_and_read_is_the_same_thesaurus(suffix: str, thesaurus: Thesaurus) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"t{suffix}"
        write_thesaurus(thesaurus, path)
        first = path.read_bytes()
        found = read_thesaurus(path)
        assert found == thesaurus
        # Nothing was left out; what the thesaurus itself calls alike, or does not call at all, is told.
        told = ("are those of several concepts in one language", "concepts have no label")
        assert all(any(words in str(remark) for words in told) for remark in found.remarks)
        write_thesaurus(found, path)
        assert path.read_bytes() == first


def test_turtle_as_people_read_it(tmp_path: Path) -> None:
    write_thesaurus(small(tmp_path), tmp_path / "u.ttl")
    text = (tmp_path / "u.ttl").read_text("utf-8")
    assert text.split("\n\n")[1:3] == [
        '<http://example.org/t> a skos:ConceptScheme ;\n    skos:prefLabel "القراءة"@ar, "Reading"@en ;\n'
        '    owl:versionInfo "1" .',
        "<http://example.org/books> a skos:Concept ;\n    skos:inScheme <http://example.org/t> ;\n"
        '    skos:prefLabel "الكتب"@ar, "BOOKS"@en, "libros"@es ;\n    skos:altLabel "VOLUMES"@en ;\n'
        '    skos:hiddenLabel "BOKS"@en ;\n    skos:notation "01" ;\n    skos:broader <http://example.org/reading> ;\n'
        "    skos:related <http://example.org/libraries> ;\n"
        '    skos:scopeNote "Bound paper."@en ;\n    skos:historyNote "Since 1450."@en .',
    ]


def test_json_has_its_context_with_it(tmp_path: Path) -> None:
    write_thesaurus(small(tmp_path), tmp_path / "u.jsonld")
    data = json.loads((tmp_path / "u.jsonld").read_text("utf-8"))
    assert data["@context"]["skos"] == "http://www.w3.org/2004/02/skos/core#"
    assert [each["@id"] for each in data["@graph"]][:2] == ["http://example.org/t", "http://example.org/books"]


@pytest.mark.parametrize(
    "thesaurus, suffix, sentence",
    [
        (of("كتب", uri="not a uri"), ".ttl", "“not a uri” is no absolute URI"),
        (of("كتب", broader=("<x>",)), ".nt", "“<x>” is no absolute URI"),
        (of("كتب", language="a b"), ".jsonld", "“a b” is no language code, so “كتب” cannot be written"),
        (of("ك\x07"), ".rdf", "XML cannot hold U\\+0007"),
        (of("كتب"), ".txt", "no thesaurus is written with this suffix"),
    ],
)
def test_what_cannot_be_written_is_refused_and_no_file_is_made(
    tmp_path: Path, thesaurus: Thesaurus, suffix: str, sentence: str
) -> None:
    path = tmp_path / f"t{suffix}"
    with pytest.raises(UserError, match=sentence):
        write_thesaurus(thesaurus, path)
    assert not path.exists()


def test_every_suffix_has_its_notation() -> None:
    assert set(skos.SUFFIXES) == {".ttl", ".nt", ".rdf", ".xml", ".owl", ".jsonld", ".json"}

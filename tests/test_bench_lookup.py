"""The benchmark of look-up: its concepts are what they say, and everything can be measured."""

import json
from pathlib import Path

import pytest

from model.project import Project
from model.vocabulary.thesaurus import ThesaurusConcept
from tests.bench import bench_lookup, many_concepts

KNOWN = (
    ThesaurusConcept("http://example.org/a", (("ar", "preferred", "التعليم العالي"), ("en", "preferred", "EDUCATION"))),
    ThesaurusConcept("http://example.org/b", (("en", "preferred", "WATER SUPPLY"), ("zh", "preferred", "供水工程"))),
)


def test_the_same_seed_gives_the_same_concepts_of_the_known_words():
    made = list(many_concepts.invented(KNOWN, 30))
    assert made == list(many_concepts.invented(KNOWN, 30))
    assert made != list(many_concepts.invented(KNOWN, 30, seed=8))
    assert len({concept.uri for concept in made}) == 30
    for concept in made:
        for language, _, text in concept.labels:
            if language != "zh":
                assert set(text.split()) <= {"التعليم", "العالي", "EDUCATION", "WATER", "SUPPLY"}


def test_a_project_of_them_can_be_searched(tmp_path: Path):
    path = tmp_path / "bench.qarar"
    assert many_concepts.make(path, KNOWN) == 4
    with Project.open(path, None) as project:
        assert project.counts().concepts == 2
        assert [match.label.text for match in project.search_concepts("عالي")] == ["التعليم العالي"]


@pytest.mark.parametrize("options", [[], ["--against-fts5"]])
def test_everything_is_measured_at_both_sizes(tmp_path, monkeypatch, capsys, options):
    monkeypatch.setattr(many_concepts, "read", lambda: KNOWN)
    monkeypatch.setattr(bench_lookup, "SIZES", (2, 20))
    monkeypatch.setattr(bench_lookup, "TIMES", 1)
    assert bench_lookup.main([*options, "--json", str(tmp_path / "figures.json")]) == 0
    found = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert [each["concepts"] for each in found] == [2, 20]
    for each in found:
        assert each["index"] > 0 and each["after a new term"] > 0
        assert len(each["keystrokes"]) == len(bench_lookup.TYPED) + len(bench_lookup.LONG)
        assert ("fts5 keystrokes" in each) == bool(options)
    said = capsys.readouterr().out
    assert "20 concepts" in said and "rights human" in said


def test_without_the_thesaurus_it_ends_with_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(many_concepts.read, "__defaults__", (tmp_path / "none.ttl",))
    assert bench_lookup.main([]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "is not there" in said.err


def test_the_real_thesaurus_is_read(thesaurus):
    known = many_concepts.read()
    assert len(known) == bench_lookup.SIZES[0]
    assert sum(len(concept.labels) for concept in known) > 46_000

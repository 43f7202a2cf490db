"""The sample resolutions and their marks: what every shipped pair of files must keep."""

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from model.annotation.layers import read_scheme
from model.formats.thesaurus_file import read_thesaurus
from model.suggestion.terms import Terms

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "samples"
STEMS = sorted(path.stem for path in SAMPLES.glob("*.txt"))
NUMBERED = re.compile(r"(?:(\d+) ?- |\((\w+)\) |’(\d+)‘ )")
MONTHS = {10: "تشرين الأول/أكتوبر", 12: "كانون الأول/ديسمبر"}


@dataclass(frozen=True)
class Sample:
    """One sample: the terms of its header, its text, and the object of its JSON file."""

    terms: list[str]
    text: str
    marks: dict[str, Any]

    @property
    def clauses(self) -> list[dict[str, Any]]:
        """The marks in the order of the file."""
        return self.marks["clauses"]

    def quote(self, clause: dict[str, Any]) -> str:
        """The text between a clause's limits."""
        return self.text[clause["start"] : clause["end"]]

    def parent(self, clause: dict[str, Any]) -> dict[str, Any] | None:
        """The smallest other clause around a clause."""
        around = [
            other
            for other in self.clauses
            if other is not clause and other["start"] <= clause["start"] and clause["end"] <= other["end"]
        ]
        return min(around, key=lambda other: other["end"] - other["start"], default=None)


@pytest.fixture(params=STEMS)
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each sample in turn."""
    return read(request.param)


def read(stem: str) -> Sample:
    """The sample of a stem, its text file taken apart by the rules of the input format."""
    header, empty, text, rest = (SAMPLES / f"{stem}.txt").read_bytes().decode("utf-8").split("\n")
    assert header.startswith("%%%")
    assert header.endswith("|")
    assert (empty, rest) == ("", "")
    marks = json.loads((SAMPLES / f"{stem}.json").read_text("utf-8"))
    return Sample(header.removeprefix("%%%").removesuffix("|").split("|"), text, marks)


def test_three_organs() -> None:
    """Three pairs of files, each of another organ."""
    assert sorted(path.stem for path in SAMPLES.glob("*.json")) == STEMS
    symbols = [read(stem).marks["symbol"] for stem in STEMS]
    assert len(symbols) == 3
    assert len({symbol.partition("RES/")[0] for symbol in symbols}) == 3


def test_together_they_show_every_part() -> None:
    """Every label of the clause layer but the table occurs, and so do the traps that annotators meet."""
    samples = [read(stem) for stem in STEMS]
    shown = {clause["type"] for sample in samples for clause in sample.clauses}
    assert shown == {label.id for label in read_scheme().layer("clause").labels} - {"table"}
    for sample in samples:
        quotes = [sample.quote(clause) for clause in sample.clauses if clause["type"] == "preambular"]
        assert any("، وإذ " in quote for quote in quotes)
        assert "()" in sample.text
        assert "/Add." in sample.text
        assert {clause["depth"] for clause in sample.clauses} == {0, 1, 2}


def test_header_and_metadata(sample: Sample) -> None:
    """The keys of the file, the terms of the header, the digest, and the day that the text gives."""
    marks = sample.marks
    assert list(marks) == ["symbol", "adopted", "title_en", "text_sha256", "descriptors", "clauses"]
    assert marks["text_sha256"] == hashlib.sha256(sample.text.encode()).hexdigest()
    assert marks["descriptors"] == sample.terms
    assert all(term and term == term.strip().upper() for term in sample.terms)
    year, month, day = map(int, marks["adopted"].split("-"))
    assert sample.quote(sample.clauses[0]).endswith(f"في {day} {MONTHS[month]} {year}")
    assert 2500 <= len(sample.text) <= 6000


def test_text_is_clean(sample: Sample) -> None:
    """No controls, no presentation forms, no two blanks: what the samples show, they show on purpose."""
    assert unicodedata.normalize("NFC", sample.text) == sample.text
    assert sample.text == " ".join(sample.text.split())
    assert not {unicodedata.category(character) for character in sample.text} & {"Cc", "Cf", "Co", "Cn"}
    assert not re.search("[\ufb50-\ufdff\ufe70-\ufeff]", sample.text)


def test_limits(sample: Sample) -> None:
    """Within the text, trimmed, in text order, no two alike, none crossing."""
    limits = [(clause["start"], clause["end"]) for clause in sample.clauses]
    assert len(set(limits)) == len(limits)
    assert limits == sorted(limits, key=lambda pair: (pair[0], -pair[1]))
    for clause in sample.clauses:
        assert 0 <= clause["start"] < clause["end"] <= len(sample.text)
        assert sample.quote(clause) == sample.quote(clause).strip()
    for start, end in limits:
        for other_start, other_end in limits:
            assert not start < other_start < end < other_end


def test_clauses_cover_the_text(sample: Sample) -> None:
    """The outermost clauses follow each other with one blank between them and leave nothing out."""
    outermost = [sample.quote(clause) for clause in sample.clauses if sample.parent(clause) is None]
    assert " ".join(outermost) == sample.text


def test_nesting_follows_the_scheme(sample: Sample) -> None:
    """Labels exist; each clause stands where its label may; depth counts the clauses around it."""
    labels = {label.id: label for label in read_scheme().layer("clause").labels}
    for clause in sample.clauses:
        label, parent = labels[clause["type"]], sample.parent(clause)
        if parent is None:
            assert label.top
            assert clause["depth"] == 0
        else:
            assert parent["type"] in label.inside
            assert clause["depth"] == parent["depth"] + 1
        if "annex" in clause:
            assert clause["annex"] is True
            assert "annex" in [feature.name for feature in label.features]


def test_numbers(sample: Sample) -> None:
    """A number stands at the clause's opening, without its brackets and tatweel; other clauses have none."""
    for clause in sample.clauses:
        found = NUMBERED.match(sample.quote(clause))
        number = next(filter(None, found.groups())).replace("ـ", "") if found else None
        assert clause["number"] == number
        assert (number is not None) == (clause["type"] in {"operative", "subclause"})


def test_punctuation(sample: Sample) -> None:
    """Recitals end in a comma, acts in a semicolon, the last act of a part in a full stop."""
    for clause, following in zip(sample.clauses, [*sample.clauses[1:], None], strict=True):
        if clause["type"] in {"enacting", "preambular"}:
            assert sample.quote(clause).endswith("،")
        elif clause["type"] in {"operative", "subclause"} and not clause.get("annex"):
            last = following is None or following["type"] == "closing"
            assert sample.quote(clause).endswith("." if last else "؛")


def test_leads(sample: Sample) -> None:
    """Every recital and act outside an annex has its lead: whole words from its opening, in the organ's gender."""
    feminine = sample.marks["symbol"].startswith("A/RES/")
    for clause in sample.clauses:
        has_lead = clause["type"] in {"preambular", "operative"} and not clause.get("annex")
        assert ("lead" in clause) == has_lead
        if not has_lead:
            continue
        start, end = clause["lead"]
        quote = sample.quote(clause)
        opening = NUMBERED.match(quote)
        assert start == clause["start"] + (opening.end() if opening else 0)
        assert sample.text[end] == " "
        words = sample.text[start:end].split()
        if words[0] in {"إذ", "وإذ"}:
            words = words[1:]
        if clause["type"] == "operative" or words[0] not in {"وقد", "واقتناعا", "وإدراكاً"}:
            assert words[0].startswith("ت" if feminine else "ي")


def test_the_thesaurus_has_the_terms_of_every_sample(sample: Sample) -> None:
    terms = Terms(read_thesaurus(SAMPLES / "terms.ttl"))
    assert all(terms.uri(key) for key in terms.keys(sample.terms))


def test_every_concept_of_the_thesaurus_has_one_label_in_arabic_and_one_in_english() -> None:
    thesaurus = read_thesaurus(SAMPLES / "terms.ttl")
    assert len(thesaurus.concepts) == 40 and not thesaurus.remarks
    for concept in thesaurus.concepts:
        preferred = [language for language, kind, _ in concept.labels if kind == "preferred"]
        assert sorted(preferred) == ["ar", "en"]

import json
from pathlib import Path

import pytest

from model.annotation.documents import sha256_of
from model.errors import UserError
from model.formats import budgets
from model.formats.importing import import_sources
from model.project import Project
from tests.faults.inputs import PROJECT

PATH = Path("a.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le"])
def test_no_sign_is_missed_in_any_encoding(encoding: str) -> None:
    content = '<a b="c">نص</a>'.encode(encoding)
    assert budgets.count(content, (b"<", b"=")) >= 3


def test_xml_is_counted_by_its_elements_and_attributes() -> None:
    content = b'<a b="c"/>'
    budgets.check_xml(content, PATH, most=2)
    with pytest.raises(UserError) as refusal:
        budgets.check_xml(content, PATH, most=1)
    assert str(refusal.value) == "a.xml: has more elements and attributes than are read of one file (1)."


def test_a_text_that_folding_makes_far_longer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "LONGEST_TEXT", 1000)
    for text in ("\ufdfa" * 55, "\ufefb" * 5000, "\u0646" * 5000, "\u3316" * 160):
        budgets.check_folded(text, PATH)
    for text in ("\ufdfa" * 56, "\u3316" * 170, "a" * 900 + "\ufdfa" * 60):
        with pytest.raises(UserError):
            budgets.check_folded(text, PATH)


def test_every_reader_of_texts_asks_how_long_they_become(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "LONGEST_TEXT", 1000)
    grown = "\u0642\u0631\u0627\u0631 " + "\ufdfa" * 80
    document = json.loads(PROJECT)["documents"][1] | {"text": grown, "text_sha256": sha256_of(grown)}
    (tmp_path / "a.json").write_text(json.dumps(json.loads(PROJECT) | {"documents": [document]}), "utf-8")
    (tmp_path / "a.txt").write_text(f"%%%\n\n{grown}\n", "utf-8")
    (tmp_path / "b.txt").write_text("%%%\n\n\u0642\u0631\u0627\u0631\n", "utf-8")
    with Project.create(tmp_path / "p.qarar", "Amal") as project:
        report = import_sources(project, [tmp_path / "a.json", tmp_path / "a.txt", tmp_path / "b.txt"])
        assert [(line.path.name, line.outcome) for line in report.lines] == [
            ("a.json", "refused"),
            ("a.txt", "refused"),
            ("b.txt", "imported"),
        ]


def test_what_is_at_the_limit_is_read() -> None:
    budgets.check_text(budgets.LONGEST_TEXT, PATH)
    with pytest.raises(UserError) as refusal:
        budgets.check_text(budgets.LONGEST_TEXT + 1, PATH)
    assert str(refusal.value) == "a.xml: its text is longer than 10000000 characters, so it is not read."
    budgets.check_clauses(budgets.MOST_CLAUSES, PATH)
    with pytest.raises(UserError) as refusal:
        budgets.check_clauses(budgets.MOST_CLAUSES + 1, PATH)
    assert str(refusal.value) == "a.xml: has more clauses than are read of one file (20000)."


def test_annotators_are_limited() -> None:
    budgets.check_annotators(budgets.MOST_ANNOTATORS, PATH)
    with pytest.raises(UserError, match=r"more annotators than are read of one file \(10000\)"):
        budgets.check_annotators(budgets.MOST_ANNOTATORS + 1, PATH)

"""Some dozens of damaged copies, and that the harness sees what it is there to see."""

from pathlib import Path

import pytest

from model.recovery import settling
from model.storage import salvage
from tests.faults.damaged_copies import DAMAGES, Copies, run, tabulate

COUNT = 40


def test_a_sound_project_is_recovered_of_every_damaged_copy(tmp_path: Path) -> None:
    table = tabulate(COUNT, 1, tmp_path)
    kept = [path.read_text("utf-8") for path in tmp_path.glob("*.trace")]
    assert {name: well for name, (_, well) in table.items()} == {name: tried for name, (tried, _) in table.items()}, (
        kept
    )
    assert table.keys() == DAMAGES.keys()


def test_the_same_seed_damages_the_same_copies(tmp_path: Path) -> None:
    copies = Copies(tmp_path)
    made = [copies.damaged(number, 2) for number in range(20)]
    assert made == [copies.damaged(number, 2) for number in range(20)]
    assert made != [copies.damaged(number, 3) for number in range(20)]
    assert all(content != copies.content for _, content in made)


def test_what_is_not_recovered_is_a_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(salvage._Salvage, "_take_orphan", lambda *_: None)
    tried, well = run(30, 1, tmp_path)
    assert tried == 30
    assert well < 30
    assert len(list(tmp_path.glob("*.trace"))) == len(list(tmp_path.glob("*.qarar"))) == 30 - well


def test_what_comes_back_as_another_is_a_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = settling._chosen

    def another(*arguments):
        values = chosen(*arguments)
        return values if values is None or arguments[3] != "document_tag" else (*values[:-1], "غير ذلك")

    monkeypatch.setattr(settling, "_chosen", another)
    copies = Copies(tmp_path)
    assert "another" in str(copies.problem(copies.content))

"""Some dozens of damaged copies, and that the harness sees what it is there to see."""

import signal
from dataclasses import replace
from pathlib import Path

import pytest

from model.recovery import row_states
from model.storage import readable_rows
from tests.faults import damaged_copies
from tests.faults.damaged_copies import Copies, as_markdown, run, tabulate
from tests.faults.damages import DAMAGES, PAGE, free_pages

COUNT = 40


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    return Copies(tmp_path_factory.mktemp("copies"))


def test_every_damaged_copy_is_told_and_recovered(tmp_path: Path) -> None:
    table = tabulate(COUNT, 1, tmp_path)
    kept = [path.read_text("utf-8") for path in tmp_path.glob("*.trace")]
    assert all(counts["well"] == counts["tried"] for counts in table.values()), kept
    assert {name for _, name in table} == DAMAGES.keys()
    tried = {base: sum(counts["tried"] for (other, _), counts in table.items() if other == base) for base, _ in table}
    assert tried == {"today": COUNT // 2, "first schema": COUNT // 2}
    seen = ("told unsound", "refused at opening", "sound and equal", "sound, unseen")
    assert sum(counts[column] for counts in table.values() for column in seen) == COUNT
    assert as_markdown(table).splitlines()[-1].startswith(f"| all | all | {COUNT} |")


def test_the_same_seed_damages_the_same_copies(copies: Copies) -> None:
    made = [copies.damaged(number, 2) for number in range(20)]
    assert made == [copies.damaged(number, 2) for number in range(20)]
    assert made != [copies.damaged(number, 3) for number in range(20)]
    assert all(content != base.content for _, base, content in made)


def test_the_project_of_today_has_free_pages_to_damage(copies: Copies) -> None:
    today, first = copies.bases
    assert len(free_pages(today.content)) > 5
    assert len(today.content) % PAGE == len(first.content) % PAGE == 0
    assert "baseline" in today.rows
    assert "baseline" not in first.rows


def test_what_is_not_recovered_is_a_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readable_rows._Reader, "_take_orphan", lambda *_: None)
    tried, well = run(30, 1, tmp_path)
    assert tried == 30
    assert well < 30
    assert len(list(tmp_path.glob("*.trace"))) == len(list(tmp_path.glob("*.qarar"))) == 30 - well


def test_what_comes_back_as_another_is_a_find(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = row_states._Choice._chosen

    def another(*arguments):
        values = chosen(*arguments)
        return values if values is None or arguments[1] != "document_tag" else (*values[:-1], "غير ذلك")

    monkeypatch.setattr(row_states._Choice, "_chosen", another)
    today = copies.bases[0]
    assert "another" in str(copies.tried(today, today.content).problem)


def test_what_is_called_whole_and_is_not_is_a_find(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = row_states._Choice._chosen
    today = copies.bases[0]
    monkeypatch.setattr(
        row_states._Choice, "_chosen", lambda *arguments: None if arguments[1] == "document_tag" else chosen(*arguments)
    )
    everywhere = {document: {1} for document in today.documents}
    touched = replace(today, pages=everywhere)
    content = bytes([*today.content[:60], today.content[60] ^ 1, *today.content[61:]])  # of the user, not of SQLite
    assert "is called whole" in str(copies.tried(touched, content).problem)


def test_what_check_does_not_see_is_a_find(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    today = copies.bases[0]
    place = today.content.index("ملاحظة ملاحظة".encode())
    content = today.content[:place] + "م".encode() + "س".encode() + today.content[place + 4 :]
    assert copies.tried(today, content).counts["told unsound"] == 1
    monkeypatch.setattr("model.project.Project.integrity_problems", lambda _: [])
    monkeypatch.setattr("model.checking.soundness.problems", lambda _: iter(()))
    assert "other rows in" in str(copies.tried(today, content).problem)


def test_what_hangs_is_a_find(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(damaged_copies, "_LONGEST", 0.2)
    monkeypatch.setattr(damaged_copies, "recover", hang)
    today = copies.bases[0]
    assert copies.tried(today, today.content).problem == "it hangs"
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_a_traceback_is_a_find(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("بلا تفسير")

    monkeypatch.setattr(damaged_copies, "recover", fail)
    today = copies.bases[0]
    assert "ValueError: بلا تفسير" in str(copies.tried(today, today.content).problem)

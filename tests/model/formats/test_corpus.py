import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from model.annotation.documents import sha256_of
from model.errors import UserError
from model.formats.corpus import newest, read
from model.segmentation.gold import GoldDocument
from model.segmentation.values import ProposedClause
from tests.conftest import ROOT

SAMPLES = ROOT / "resources" / "samples"
TEXT = "قرار اتخذته الجمعية العامة في 9 كانون الأول/ديسمبر 2021 {number} - المكتبات إن الجمعية العامة، 1 - تقرر النظر."


def put(
    folder: Path, name: str, text: str, clauses: Sequence[dict[str, object]] | None = None, apart: bool = True
) -> Path:
    """A document of a corpus with its gold, in ``texts`` and ``gold``, or side by side."""
    texts, gold = (folder / "texts" / "GA", folder / "gold" / "GA") if apart else (folder, folder)
    texts.mkdir(parents=True, exist_ok=True)
    gold.mkdir(parents=True, exist_ok=True)
    (texts / f"{name}.txt").write_text(f"%%%\n\n{text}\n", "utf-8")
    start = text.index("1 -")
    rows = clauses or [
        {"start": start, "end": len(text), "type": "operative", "number": "1", "lead": [start + 4, start + 8]}
    ]
    path = gold / f"{name}.json"
    path.write_text(json.dumps({"text_sha256": sha256_of(text), "clauses": rows}), "utf-8")
    return path


def refusal(folder: Path) -> str:
    with pytest.raises(UserError) as caught:
        read([folder])
    return str(caught.value)


@pytest.mark.parametrize("apart", [True, False])
def test_documents_come_with_their_clauses_and_groups(tmp_path: Path, apart: bool) -> None:
    text = TEXT.format(number="76/12")
    put(tmp_path, "b", text, apart=apart)
    put(tmp_path, "a", TEXT.format(number="75/3"), apart=apart)
    seen: list[tuple[int, int]] = []
    start = text.index("1 -")
    first, second = read([tmp_path], lambda done, total: seen.append((done, total)))
    assert second == GoldDocument(
        "b",
        text,
        (ProposedClause(start, len(text), "operative", "1", lead=(start + 4, start + 8)),),
        "GA 76",
    )
    assert (first.name, first.group) == ("a", "GA 75")
    assert seen == [(0, 2), (1, 2), (2, 2)]
    assert newest([first, second]) == ([first], [second])


def test_a_folder_of_samples_is_a_corpus() -> None:
    assert [(each.group, len(each.clauses) > 9) for each in read([SAMPLES])] == [
        *(("SC 2024", True), ("HRC 57", True), ("GA 79", True)),
    ]


def test_emergency_sessions_count_with_the_newest_and_each_organ_by_itself() -> None:
    documents = [
        GoldDocument(group, "", (), group) for group in ("GA 76", "GA 75", "SC 2021", "SC 2022", "HRC 9", "HRC 10")
    ]
    older, newer = newest(documents)
    assert [each.group for each in older] == ["GA 75", "SC 2021", "HRC 9"]
    assert [each.group for each in newer] == ["GA 76", "SC 2022", "HRC 10"]


def test_an_emergency_session_is_as_new_as_the_newest(tmp_path: Path) -> None:
    for number in ("75/3", "76/12", "دإط-11/1"):
        put(tmp_path, number.replace("/", "_"), TEXT.format(number=number))
    assert sorted(each.group for each in read([tmp_path])) == ["GA 75", "GA 76", "GA 76"]


def test_what_does_not_fit_is_refused_in_a_sentence(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none").endswith("none: there is no such folder.")
    assert refusal(tmp_path) == f"{tmp_path}: no gold clauses (*.json) in this folder."
    text = TEXT.format(number="76/12")
    gold = put(tmp_path, "a", text)
    other = put(tmp_path / "gold", "a", text)
    assert "the same name" in refusal(tmp_path)
    other.unlink()
    (tmp_path / "texts" / "GA" / "a.txt").write_text(f"%%%\n\n{text} ", "utf-8")
    assert refusal(tmp_path).startswith(f"{gold}: these clauses were made for another text")
    (tmp_path / "texts" / "GA" / "a.txt").unlink()
    assert refusal(tmp_path) == f"{gold}: there is no resolution of this name."
    put(tmp_path, "a", text, [{"start": 0, "end": len(text) + 1, "type": "operative"}])
    assert refusal(tmp_path) == f"{gold}: /clauses/0: its limits lie outside the text."
    gold.write_text("{}", "utf-8")
    assert "needs “text_sha256”" in refusal(tmp_path)


def test_of_two_texts_of_one_stem_the_one_that_the_gold_was_made_for_is_taken(tmp_path: Path) -> None:
    text = TEXT.format(number="76/12")
    put(tmp_path, "a", text)
    (tmp_path / "texts" / "AA").mkdir()
    (tmp_path / "texts" / "AA" / "a.txt").write_text("%%%\n\nنص آخر\n", "utf-8")
    (found,) = read([tmp_path])
    assert found.text == text


def test_several_corpora_are_read_together_and_a_document_of_two_is_one(tmp_path: Path) -> None:
    text = TEXT.format(number="76/12")
    put(tmp_path / "one", "a", text)
    put(tmp_path / "two", "a", text)
    put(tmp_path / "two", "b", TEXT.format(number="77/3"))
    folders = [tmp_path / "one", tmp_path / "two"]
    assert [(each.name, each.group) for each in read(folders)] == [("a", "GA 76"), ("b", "GA 77")]
    other = put(tmp_path / "two", "a", f"{text} ثم")
    with pytest.raises(UserError) as caught:
        read(folders)
    first = tmp_path / "one" / "gold" / "GA" / "a.json"
    assert str(caught.value) == f"{other} and {first} are clauses of documents of the same name."


def test_the_shared_corpora_together_are_divided_by_time(corpus: Path, newer_corpus: Path) -> None:
    older, newer = newest(read([corpus, newer_corpus]))
    assert {each.group for each in newer} == {"GA 78", "SC 2024", "ECOSOC 2024", "HRC 57"}
    assert (len(older), len(newer)) == (1691, 426)


def test_the_shared_corpus_is_divided_by_time(corpus: Path) -> None:
    documents = read([corpus])
    older, newer = newest(documents)
    assert len(documents) == 1242
    assert {each.group for each in newer} == {"GA 76", "SC 2022", "ECOSOC 2022", "HRC 55"}
    assert (len(older), len(newer)) == (811, 431)
    assert sum(each.name.startswith("Emergency") for each in newer) == 8

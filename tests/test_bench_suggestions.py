"""The benchmark of suggestions: everything is measured, whatever it is given."""

from pathlib import Path

import pytest

from model.suggestion import ranking
from tests.bench import bench_suggestions
from tests.model.suggestion.indexed_resolutions import put, put_thesaurus


@pytest.mark.parametrize("count", [3, 40])
def test_everything_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(ranking, "ROUNDS", ranking.ROUNDS)  # what the benchmark sets is put back
    monkeypatch.setattr(ranking, "OWN_FROM", 20)
    folder, thesaurus = put(tmp_path / "corpus", range(count)), put_thesaurus(tmp_path)
    assert bench_suggestions.main([str(folder), str(thesaurus), "--rounds", "3"]) == 0
    said = capsys.readouterr().out
    taken_in = min(bench_suggestions.TAKEN_IN, count // 2)
    for what in (
        "read the thesaurus",
        f"learn from {count - taken_in} documents",
        "in all, from files to ready",
        "take one more document in",
        "suggest for a text",
        "suggest for one of 188,000 characters",
    ):
        assert what in said
    assert ranking.ROUNDS == 3

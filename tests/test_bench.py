"""The benchmark itself: its documents are what they say, its table and its JSON hold what was measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from model.annotation import nesting
from model.project import Project
from tests.bench import bench_speed
from tests.bench.figures import Figure, percentile, table, write_json
from tests.bench.generator import Corpus, Wanted, gap_in, joined, make_project

ROOT = Path(__file__).resolve().parent.parent
KEYS = {"name", "size", "value", "unit", "limit", "ratio", "target", "met"}
FIGURES = [
    Figure("open", "0 spans", 20.0, "ms", 4.0, 40.0, 7, "the least"),
    Figure("open", "1,000 spans", 60.0, "ms", 8.0, 60.0, 7, "the least"),
    Figure("growth", "1,000 against none", 1.25, "x", 1.0, 1.5, 7, "none"),
]


def test_a_value_meets_its_target_only_below_it():
    assert [figure.met for figure in FIGURES] == [True, False, True]
    assert [figure.ratio for figure in FIGURES] == [5.0, 7.5, 1.25]


def test_the_json_is_an_array_of_objects_with_exactly_these_keys(tmp_path):
    write_json(tmp_path / "figures.json", FIGURES)
    found = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert [each["met"] for each in found] == [True, False, True]
    assert all(each.keys() == KEYS for each in found)
    assert found[0] == {
        "name": "open",
        "size": "0 spans",
        "value": 20.0,
        "unit": "ms",
        "limit": 4.0,
        "ratio": 5.0,
        "target": 40.0,
        "met": True,
    }


def test_the_table_has_a_line_for_each_figure_and_says_what_the_limits_are():
    lines = table(FIGURES).splitlines()
    assert lines[0].split() == ["what", "size", "value", "unit", "limit", "ratio", "target", "met", "n"]
    assert lines[2].split() == ["open", "0", "spans", "20.00", "ms", "4.00", "5.0", "40", "yes", "7"]
    assert lines[3].split()[-2:] == ["NO", "7"]
    assert lines[-2:] == ["  open: the least", "  growth: none"]


@pytest.mark.parametrize("share, expected", [(0.99, 99), (1.0, 100), (0.0, 1), (0.5, 50)])
def test_a_percentile_is_one_of_the_values(share, expected):
    assert percentile([float(value) for value in range(100, 0, -1)], share) == expected


def test_without_the_corpus_it_ends_with_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(bench_speed, "Corpus", lambda: Corpus(tmp_path / "corpus"))
    assert bench_speed.main([]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{tmp_path / 'corpus'}: the resolutions that the projects are made of are not there.\n"


def test_a_folder_that_is_not_there_is_said_before_anything_is_measured(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        bench_speed.main(["--json", str(tmp_path / "none" / "figures.json")])
    assert ended.value.code == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_the_command_explains_itself_wherever_it_is_called(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "__init__.py").write_text("raise SystemExit(9)")
    # As script/bench starts it, but for the set-up: a test must not change the environment that it runs in.
    command = [sys.executable, "-P", "-m", "tests.bench.bench_speed", "--help"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--json FILE" in done.stdout


def test_the_same_seed_gives_the_same_text_of_exactly_that_length(corpus):
    found = joined(Corpus(corpus), 3, 30_000)
    assert found == joined(Corpus(corpus), 3, 30_000)
    assert found.text != joined(Corpus(corpus), 4, 30_000).text
    assert len(found.text) == 30_000
    assert "\n" not in found.text
    assert all(0 <= clause.start < clause.end <= 30_000 for clause in found.clauses)


def test_documents_have_as_many_spans_as_wanted_and_none_in_the_gap(corpus, tmp_path):
    found = joined(Corpus(corpus), 3, 40_000)
    low, high = gap_in(found, 5_000)
    wanted = [
        Wanted("none", 40_000),
        Wanted("few", 40_000, 10),
        Wanted("many", 40_000, 700, 300, (low, high)),
        Wanted("proposed", 40_000, 60, status="suggested"),
    ]
    path = tmp_path / "bench.qarar"
    ids = make_project(path, Corpus(corpus), wanted, 3, 3)
    with Project.open(path, None) as project:
        assert project.counts().documents == 7
        assert project.counts().operations == 1
        for each in wanted:
            spans = project.spans(ids[each.name])
            nesting.check(project.scheme, spans)
            assert sum(span.layer == "clause" for span in spans) == each.clauses
            assert sum(span.layer == "reference" for span in spans) == each.references
            assert {span.status for span in spans if span.layer == "clause"} <= {each.status}
            text = project.text(ids[each.name])
            assert len(text) == each.length
            assert not any(text[span.start : span.end].isspace() for span in spans)
        assert not any(span.start < high and span.end > low for span in project.spans(ids["many"]))
        assert project.assignments(ids["none"])


@pytest.mark.usefixtures("qapp")
def test_every_figure_is_measured_at_three_sizes(corpus, tmp_path, monkeypatch):
    """At small sizes, for what they are worth: that it can be measured at all."""
    small = {
        "LONG": 60_000,
        "LONG_CLAUSES": {0: 150.0, 10: 150.0, 200: 150.0},
        "SCROLLED": {5_000: 1, 6_000: 1, 7_000: 1},
        "PRESENT": (0, 5, 100),
        "GROWN": (3, 5, 100),
        "PROPOSED": (3, 4, 5),
        "UNMARKED": (4_000, 5_000, 6_000),
        "CONFIRMED": 2,
        "MARKED": 10_000,
        "OTHERS": 2,
        "OPENINGS": 2,
        "LONG_OPENINGS": 2,
        "MARKS": 2,
        "UNDONE": 2,
        "BARE": 2,
        "LEAST": 5_000,
    }
    for name, value in small.items():
        monkeypatch.setattr(bench_speed, name, value)
    said: list[str] = []
    figures = bench_speed.measure(Corpus(corpus), tmp_path, 1, said.append)
    names = [figure.name for figure in figures]
    assert len(set(names)) == 9
    assert all(names.count(name) == 3 for name in names)
    assert all(figure.value > 0 and figure.limit > 0 for figure in figures)
    assert said
    QApplication.processEvents()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

"""The benchmark of the thesaurus' tree: what it times is there when it has been timed."""

from gui.panels.thesaurus import reading
from tests.bench import bench_tree, many_concepts
from tests.test_bench_lookup import KNOWN


def test_each_act_is_timed(qapp, monkeypatch, capsys):
    monkeypatch.setattr(many_concepts, "read", lambda: KNOWN)
    monkeypatch.setattr(reading, "MANY", 10)
    assert bench_tree.main(["--concepts", "40"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.partition("  ")[0] for line in said] == ["shown", "in another language", "scrolled to its end"]
    assert all("there after" in line and "stood still" in line for line in said)

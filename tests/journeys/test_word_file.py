"""A Word file of thirty clauses, from import to done with one key: its paragraphs and italics say what words do not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.dialogs.import_dialog import ImportChoice
from gui.main_window import MainWindow
from gui.session.segmentation_service import SegmentationService
from model.checking import soundness
from model.segmentation.segmenter import Segmenter
from model.segmentation.values import ProposedClause
from tests.journeys.test_main_line import CONTROL, press
from tests.journeys.word_resolution import resolution_in_word, word_resolution
from tests.open_window import open_window

Clause = tuple[int, int, str, str | None, int]


@pytest.fixture
def window(qtbot) -> Iterator[MainWindow]:
    segmenting = SegmentationService()
    segmenting.load()
    with open_window("Sara", segmenting) as window:
        yield window


def clause(each: ProposedClause) -> Clause:
    return each.start, each.end, each.label, each.number, each.depth


def test_its_words_alone_do_not_say_where_all_recitals_begin_and_what_leads_all_paragraphs() -> None:
    text, clauses = word_resolution()
    found = Segmenter.shipped().segment(text)
    wrong = {clause(each) for each in clauses} - {clause(each) for each in found}
    assert {label for _, _, label, _, _ in wrong} == {"preambular"}
    assert len(wrong) >= 2
    phrases = {each.limits: each.lead for each in found}
    assert any(phrases.get(each.limits, each.lead) != each.lead for each in clauses)


def test_from_import_to_done_with_one_key(window, tmp_path: Path, monkeypatch, qtbot) -> None:
    text, clauses = word_resolution()
    assert len(clauses) == 30
    source = tmp_path / "A_RES_81_914.docx"
    source.write_bytes(resolution_in_word())
    files, session = window.files, window.session
    reports = []
    monkeypatch.setattr(files, "ask_new_path", lambda: tmp_path / "work.qarar")
    monkeypatch.setattr(files, "ask_import", lambda _: ImportChoice((source,), kind="docx"))
    monkeypatch.setattr(files, "show_report", reports.append)
    window.actions_["new"].trigger()
    press(window, Qt.Key.Key_I, CONTROL)
    assert (reports[0].documents, reports[0].of("refused")) == (1, [])
    qtbot.waitUntil(lambda: session.proposals.state == "known")
    project, document = session.project, session.document
    assert (project.text(document), project.spans(document)) == (text, [])
    layout = project.layout(document)
    assert layout.lines and layout.cells and set(layout.italics) > {each.lead for each in clauses if each.lead}

    press(window, Qt.Key.Key_F6)

    assert project.document(document).state("clause") == "done"
    assert [record.name for record in project.history(50)][1:] == ["import"]
    spans = project.spans(document)
    assert {span.status for span in spans} == {"confirmed"}
    marked = [span for span in spans if span.layer == "clause"]
    assert {(*span.limits, span.label, span.number, span.depth) for span in marked} == set(map(clause, clauses))
    assert len(marked) == len(clauses)
    leads = [span for span in spans if span.layer != "clause"]
    assert {span.label for span in leads} == {"lead"}
    assert sorted(span.limits for span in leads) == sorted(each.lead for each in clauses if each.lead)

    version = session.proposals.segmenting.version
    # The text's beginning is no break, and of the cells of a table most are no clauses.
    unbroken = {span.origin.version for span in marked if not span.start or span.start in layout.cells}
    broken = {span.origin.version for span in marked if span.start and span.start not in layout.cells}
    assert (unbroken, broken) == ({version}, {f"{version}+breaks"})
    assert {span.origin.version for span in leads} == {f"{version}+breaks+italics"}
    assert list(soundness.problems(project.tables)) == []

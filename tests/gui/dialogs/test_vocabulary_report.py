import pytest

from gui.dialogs.vocabulary_report import EditionPages, VocabularyReport
from gui.item_models.listed_pages import Page, PageRow
from gui.session.session import Session
from model.annotation import documents
from model.project import Project


@pytest.fixture
def session(tmp_path):
    project = Project.create(tmp_path / "p.qarar", "Sara")
    with project.operation("import") as writing:
        documents.add(writing, "A_RES_1", "نص")
    session = Session()
    session.set_project(project)
    yield session
    session.set_project(None)


def _report(qtbot, session: Session, free: int) -> VocabularyReport:
    (document,) = session.project.document_ids()
    page = Page("Free terms left", ("Free term",), (PageRow(("PEACE",), (document, "gone")),))
    report = VocabularyReport(EditionPages("1 term stays free.", (page,), free), session)
    qtbot.addWidget(report)
    report.show()
    return report


def test_what_is_listed_leads_to_its_documents(qtbot, session):
    report = _report(qtbot, session, 1)
    assert report.summary.text() == "1 term stays free."
    assert report.pages.documents.item(0).text() == "\u2066A_RES_1\u2069"
    with qtbot.waitSignal(report.document_wanted):
        report.pages.documents.itemActivated.emit(report.pages.documents.item(0))
    assert not report.isVisible()


def test_what_stays_free_leads_to_merging(qtbot, session):
    assert not _report(qtbot, session, 0).free_button.isVisible()
    report = _report(qtbot, session, 1)
    with qtbot.waitSignal(report.free_terms_wanted):
        report.free_button.click()


def test_a_list_is_written_or_says_why_not(qtbot, session, tmp_path, monkeypatch):
    report = _report(qtbot, session, 1)
    said: list[str] = []
    monkeypatch.setattr("gui.dialogs.vocabulary_report.say", lambda parent, title, words: said.append(words))
    for target in (tmp_path / "list.csv", tmp_path / "missing" / "list.csv", None):
        monkeypatch.setattr(report.pages, "ask_target", lambda folder, target=target: target)
        report.export_button.click()
    assert "A_RES_1" in (tmp_path / "list.csv").read_text("utf-8-sig")
    assert len(said) == 1

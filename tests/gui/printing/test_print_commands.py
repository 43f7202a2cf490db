from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gui.printing import print_commands as module
from gui.printing.print_commands import PrintCommands
from gui.printing.print_dialog import PrintChoice
from gui.session.session import Session
from model.annotation import documents
from model.errors import Cancelled
from model.project import Project
from tests.gui.printing.conftest import TEXT


@pytest.fixture
def session(project: Project):
    with project.operation("import") as writing:
        documents.add(writing, "second/name", TEXT)
    session = Session()
    session.set_language("en")
    session.set_project(project)
    session.set_document(project.document_ids()[0])
    session.said = []
    session.message.connect(lambda text: session.said.append(text) if text else None)
    yield session
    session.set_project(None)


@pytest.fixture
def acts(qtbot, session, tmp_path, monkeypatch):
    """What the commands do, its dialogs answered: one document, into ``out.pdf``; refusals are collected."""
    window = QWidget()
    qtbot.addWidget(window)
    acts = PrintCommands(session, window, selected=session.project.document_ids)
    acts.refused, acts.asked = [], []
    monkeypatch.setattr(acts, "ask_what", lambda to_pdf: acts.asked.append(acts._counts()) or PrintChoice())
    monkeypatch.setattr(acts, "ask_target", lambda proposed: acts.asked.append(proposed) or tmp_path / "out.pdf")
    monkeypatch.setattr(acts, "show_error", lambda title, refusal: acts.refused.append(str(refusal)))
    return acts


def test_the_document_shown_becomes_a_pdf_named_after_it(acts, session, tmp_path):
    acts.export_pdf()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert acts.asked == [(1, 2, 2), tmp_path / "99_187.pdf"]
    assert session.said[-1].startswith("1 page(s) written to") and "out.pdf" in session.said[-1]


@pytest.mark.parametrize("which", ["all", "selected"])
def test_several_documents_become_one_pdf_named_after_the_project(acts, session, tmp_path, monkeypatch, which):
    monkeypatch.setattr(acts, "ask_what", lambda to_pdf: PrintChoice(which))
    acts.export_pdf()
    assert acts.asked == [tmp_path / "printed.pdf"]
    assert session.said[-1].startswith("2 page(s) written to")


def test_a_name_that_no_file_can_have_is_proposed_without_it(acts, session, tmp_path):
    session.set_document(session.project.find_document("second/name").id)
    acts.export_pdf()
    assert acts.asked[-1] == tmp_path / "second_name.pdf"


def test_what_was_chosen_is_kept_for_the_next_time(acts, monkeypatch):
    choice = PrintChoice("all", marks=False)
    monkeypatch.setattr(acts, "ask_what", lambda to_pdf: choice)
    acts.export_pdf()
    assert acts._choice is choice
    monkeypatch.setattr(acts, "ask_what", lambda to_pdf: None)
    acts.export_pdf()
    assert acts._choice is choice


def test_dialogs_that_are_left_do_nothing(acts, session, tmp_path, monkeypatch):
    monkeypatch.setattr(acts, "ask_target", lambda proposed: None)
    acts.export_pdf()
    monkeypatch.setattr(acts, "ask_what", lambda to_pdf: None)
    acts.export_pdf()
    acts.print_out()
    assert not list(tmp_path.glob("*.pdf")) and session.said == []


def test_without_documents_nothing_is_asked(qtbot, tmp_path, monkeypatch):
    window, session = QWidget(), Session()
    qtbot.addWidget(window)
    acts = PrintCommands(session, window)
    monkeypatch.setattr(acts, "ask_what", lambda to_pdf: pytest.fail("there is nothing to print"))
    acts.export_pdf()
    session.set_project(Project.create(tmp_path / "empty.qarar", "Sara"))
    acts.print_out()
    session.set_project(None)


def test_a_target_that_cannot_be_written_is_told(acts, session, tmp_path, monkeypatch):
    monkeypatch.setattr(acts, "ask_target", lambda proposed: tmp_path / "none" / "out.pdf")
    acts.export_pdf()
    assert len(acts.refused) == 1 and "its folder does not exist" in acts.refused[0]
    assert session.said == []


def test_an_export_that_is_stopped_says_so_and_leaves_nothing(acts, session, tmp_path, monkeypatch):
    def stopped(*_):
        raise Cancelled

    monkeypatch.setattr(module, "write_pdf", stopped)
    acts.export_pdf()
    assert session.said == ["Stopped. No file was written."]
    assert not list(tmp_path.glob("*.pdf"))


def test_a_printer_gets_the_document_under_its_name(acts, session, tmp_path, monkeypatch):
    from PySide6.QtPrintSupport import QPrinter

    printers = []

    def chosen(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printers.append(printer)
        return True

    monkeypatch.setattr(acts, "ask_printer", chosen)
    acts.print_out()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert printers[0].docName() == "99_187"
    assert session.said == ["1 page(s) sent to the printer."]
    acts.print_out()
    assert printers[1] is printers[0]  # as it was set up before


def test_a_printer_that_is_not_chosen_gets_nothing(acts, session, tmp_path, monkeypatch):
    monkeypatch.setattr(acts, "ask_printer", lambda printer: False)
    acts.print_out()
    assert session.said == []


def test_what_is_printed_follows_the_way_the_text_is_displayed(qtbot, session, tmp_path, monkeypatch):
    from gui.text_view.display import DisplayOptions

    window = QWidget()
    qtbot.addWidget(window)
    acts = PrintCommands(session, window, display=lambda: DisplayOptions(mend_brackets=False, family="Other"))
    options = acts._options(PrintChoice(marks=False))
    assert (options.marks, options.descriptors, options.language) == (False, True, "en")
    assert (options.family, options.mend_brackets) == ("Other", False)


def test_the_dialogs_are_the_ones_of_the_system(qtbot, session, monkeypatch):
    from PySide6 import QtPrintSupport

    window = QWidget()
    qtbot.addWidget(window)
    acts, opened, gone = PrintCommands(session, window), [], []
    for name in ("QPrintDialog", "QPageSetupDialog"):

        class Stand:
            def __init__(self, printer, parent, name=name):
                opened.append((name, printer, parent))

            def exec(self):
                return 1

            def deleteLater(self, name=name):
                gone.append(name)

        monkeypatch.setattr(QtPrintSupport, name, Stand)
    acts.ask_page_setup()
    assert acts.ask_printer(acts.printer())
    assert opened == [(name, acts.printer(), window) for name in ("QPageSetupDialog", "QPrintDialog")]
    assert gone == ["QPageSetupDialog", "QPrintDialog"]
    monkeypatch.setattr(module.QFileDialog, "getSaveFileName", lambda *_: ("/x/a.pdf", ""))
    assert acts.ask_target(Path("/x")) == Path("/x/a.pdf")
    monkeypatch.setattr(module.QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert acts.ask_target(Path("/x")) is None


def test_what_stands_in_the_place_of_the_file_now_is_not_printed(acts, session, tmp_path):
    Project.create(tmp_path / "other.qarar", "Omar").close()
    (tmp_path / "other.qarar").replace(session.project.path)
    acts.export_pdf()
    assert len(acts.refused) == 1
    assert "moved, deleted or replaced" in acts.refused[0]
    assert not (tmp_path / "out.pdf").exists()

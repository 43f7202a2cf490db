import errno
import os
import re
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize

from gui.printing.content import PrintOptions
from gui.printing.writing import print_documents, write_pdf
from model.annotation import documents
from model.errors import Cancelled, UserError
from model.formats import atomic
from model.project import Project
from tests.gui.printing.conftest import TEXT

ENGLISH = PrintOptions(language="en")


def page_count(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


@pytest.fixture
def three(project: Project) -> Project:
    """The project with two more documents, one of several pages."""
    with project.operation("import") as writing:
        documents.add(writing, "long", TEXT * 40)
        documents.add(writing, "short", "نص")
    return project


def test_a_pdf_has_the_pages_that_were_counted(three, tmp_path):
    ids = three.document_ids()
    counts = [write_pdf(three, [each], tmp_path / "one.pdf", ENGLISH) for each in ids]
    target = tmp_path / "all.pdf"
    assert write_pdf(three, ids, target, ENGLISH) == sum(counts) == page_count(target)
    assert max(counts) > 2
    assert target.read_bytes().startswith(b"%PDF-")
    assert target.read_bytes().rstrip().endswith(b"%%EOF")
    assert sorted(path.name for path in tmp_path.iterdir() if "qarar" not in path.suffix) == ["all.pdf", "one.pdf"]


def test_the_cross_references_of_a_pdf_written_in_pieces_are_right(three, tmp_path):
    target = tmp_path / "all.pdf"
    write_pdf(three, three.document_ids(), target, ENGLISH)
    data = target.read_bytes()
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    assert data[start : start + 4] == b"xref"
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", data[start:])]
    assert len(places) > 5
    assert all(re.match(rb"\d+ 0 obj", data[place : place + 12]) for place in places)


@pytest.mark.parametrize("paper, size", [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_paper_is_the_one_that_was_chosen(project, tmp_path, paper, size):
    target = tmp_path / "one.pdf"
    write_pdf(project, project.document_ids(), target, ENGLISH, paper)
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", target.read_bytes())
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == size


def test_what_is_stopped_leaves_the_file_that_was_there(three, tmp_path):
    target = tmp_path / "kept.pdf"
    target.write_bytes(b"before")

    def stop(done, total):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(three, three.document_ids(), target, ENGLISH, on_progress=stop)
    assert target.read_bytes() == b"before"
    assert not list(tmp_path.glob(".qarar-*"))


def test_the_work_tells_how_far_it_is(three, tmp_path):
    told = []
    write_pdf(three, three.document_ids(), tmp_path / "all.pdf", ENGLISH, on_progress=lambda *each: told.append(each))
    assert next(each for each in told if each[1] == 3) == (0, 3)
    long = next(summary.id for summary in three.documents() if summary.name == "long")
    told.clear()
    count = write_pdf(three, [long], tmp_path / "one.pdf", ENGLISH, on_progress=lambda *each: told.append(each))
    assert [each for each in told if each[1]] == [(number, count) for number in range(count + 1)]


def test_a_target_in_no_folder_is_refused(project, tmp_path):
    with pytest.raises(UserError, match="its folder does not exist"):
        write_pdf(project, project.document_ids(), tmp_path / "none" / "a.pdf", ENGLISH)


def test_a_disk_that_fills_up_is_told_and_leaves_nothing(three, tmp_path, monkeypatch):
    written = []
    write = atomic._Explaining.write

    def fills_up(file, data):
        written.append(len(data))
        if len(written) > 1:
            with atomic._explained(tmp_path / "a.pdf"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(file, data)

    monkeypatch.setattr(atomic, "io", _Small)
    monkeypatch.setattr(atomic._Explaining, "write", fills_up)
    with pytest.raises(UserError, match=r"a\.pdf: the disk is full"):
        write_pdf(three, three.document_ids(), tmp_path / "a.pdf", ENGLISH)
    assert len(written) == 2
    assert not [path for path in tmp_path.iterdir() if "qarar" not in path.suffix]


class _Small:
    """A module ``io`` whose buffers are small, so that a file is written page by page."""

    @staticmethod
    def BufferedWriter(raw, size):
        import io

        return io.BufferedWriter(raw, 16)


def test_a_pdf_can_be_written_in_a_thread_of_its_own(three, tmp_path):
    ids, path = three.document_ids(), three.path
    write_pdf(three, ids, tmp_path / "here.pdf", ENGLISH)
    counts = []

    def work():
        with Project.open(path, None) as own:
            counts.append(write_pdf(own, ids, tmp_path / "there.pdf", ENGLISH))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    stamps = re.compile(
        rb"D:\d+[Z+\-0-9']*|/ID \[.*?\]|<[0-9a-f-]{32,36}>|uuid:[0-9a-f-]{36}|\d{4}-\d\d-\d\dT[0-9:+Z-]+", re.S
    )
    here, there = (stamps.sub(b"", (tmp_path / name).read_bytes()) for name in ("here.pdf", "there.pdf"))
    assert counts and len(here) == len(there)


def test_a_printer_gets_the_pages(three, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    count = print_documents(three, three.document_ids(), printer, ENGLISH)
    assert page_count(tmp_path / "printed.pdf") == count > 4


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt tells developers too
def test_a_printer_that_cannot_be_started_is_told(project, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "none" / "printed.pdf"))
    with pytest.raises(UserError, match="The printer could not be started"):
        print_documents(project, project.document_ids(), printer, ENGLISH)

"""Documents onto a printer, or into a PDF that appears whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter

from gui.printing.content import PrintOptions, read_content
from gui.printing.printout import Printout
from gui.printing.sheet import Paper, Sheet, page_layout
from model.errors import UserError
from model.formats.atomic import replacing
from model.progress import ProgressCallback, no_progress
from model.project import Project
from model.version import VERSION

RESOLUTION = 600  # dots an inch, of lines that are put at device pixels; letters are outlines


def write_pdf(
    project: Project,
    documents: Sequence[str],
    target: Path,
    options: PrintOptions,
    paper: Paper = "A4",
    on_progress: ProgressCallback = no_progress,
) -> int:
    """Write documents, one after the other, each on pages of its own, as one PDF; gives how many pages it has.

    Refuses, naming the target, what ``replacing`` refuses; then nothing of it is left. It may be called in a thread of
    its own, with a project of its own.
    """
    with project.reading(), replacing(target) as file:
        drained = _Drained(file)
        writer = QPdfWriter(drained.buffer)
        writer.setResolution(RESOLUTION)
        writer.setPageLayout(page_layout(paper))
        writer.setCreator(f"Qarar {VERSION}")
        writer.setTitle(_title(project, documents))
        pages = paint_documents(project, documents, writer, options, on_progress, drained.drain)
        drained.drain()
    return pages


def print_documents(
    project: Project,
    documents: Sequence[str],
    device: QPagedPaintDevice,
    options: PrintOptions,
    on_progress: ProgressCallback = no_progress,
) -> int:
    """Print documents; gives how many pages went to the printer. Refuses where it takes none."""
    with project.reading():
        return paint_documents(project, documents, device, options, on_progress)


def paint_documents(
    project: Project,
    documents: Sequence[str],
    device: QPagedPaintDevice,
    options: PrintOptions,
    on_progress: ProgressCallback,
    after_page=lambda: None,
) -> int:
    """Paint all pages on a device, page after page; ``on_progress`` counts the pages of one document, or documents."""
    painter = QPainter()
    if not painter.begin(device):
        raise UserError("The printer could not be started.")
    count = 0
    try:
        sheet = Sheet.of(device)
        for done, document in enumerate(documents):
            content = read_content(project, document, options)
            printout = Printout(content, options, sheet, on_progress)
            for number in range(len(printout.pages)):
                if len(documents) == 1:
                    on_progress(number, len(printout.pages))
                else:
                    on_progress(done, len(documents))
                if count:
                    device.newPage()
                printout.paint(painter, number)
                count += 1
                after_page()
        on_progress(count, count)
    finally:
        painter.end()
    return count


def _title(project: Project, documents: Sequence[str]) -> str:
    """What a reader shows as the PDF's title."""
    if len(documents) != 1:
        return project.path.stem
    found = project.document(documents[0])
    return found.metadata.symbol or found.name


class _Drained:
    """A buffer that Qt writes to and that goes into a file page by page: a fault of the disk is then told by the file,
    for Qt would keep it to itself, and a long PDF never stands in memory as a whole.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._bytes = QByteArray()
        self.buffer = QBuffer(self._bytes)
        self.buffer.open(QIODevice.OpenModeFlag.WriteOnly)

    def drain(self) -> None:
        """Hand on what Qt has written since the last time."""
        if self.buffer.size():
            self._file.write(self.buffer.data().data())
            self.buffer.buffer().clear()
            self.buffer.seek(0)

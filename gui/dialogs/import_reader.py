"""Reading what an import would recognise, beside the window: the files one after the other, and stopped at any time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from gui.background.worker import Worker
from model.formats.import_preview import find, preview
from model.formats.input_formats import Kind
from model.progress import ProgressCallback

SHOWN = 200  # files that are read and shown; an import reads all


class ImportReader(Worker):
    """Reads the sources once. ``found`` comes first, then ``previewed`` for each of the first ``SHOWN`` files, with its
    number from 0; both say which reader they come from, so that nobody takes those of an earlier one for news.
    One that is cancelled reads no further file, and what it still tells is for nobody; ``failed`` tells of a bug."""

    found = Signal(object, object)  # ImportReader, Found
    previewed = Signal(object, int, object)  # ImportReader, number, Preview

    def __init__(self, sources: Sequence[Path], kind: Kind | None) -> None:
        super().__init__(self._read)
        self._sources = tuple(sources)
        self._kind = kind

    def _read(self, on_progress: ProgressCallback) -> None:
        """The thread's own part."""
        files = find(self._sources, self._kind)
        on_progress(0, 0)
        self.tell(self.found, self, files)
        for number, path in enumerate(files.files[:SHOWN]):
            on_progress(number, len(files.files))
            self.tell(self.previewed, self, number, preview(path, self._kind))

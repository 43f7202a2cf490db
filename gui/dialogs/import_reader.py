"""Reading what an import would recognise, beside the window: the files one after the other, and stopped at any time."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from model.formats.import_kinds import Kind
from model.formats.import_preview import find, preview

SHOWN = 200  # files that are read and shown; an import reads all


class ImportReader(QThread):
    """Reads the sources once. ``found`` comes first, then ``previewed`` for each of the first ``SHOWN`` files, with its
    number from 0; both say which reader they come from, so that nobody takes those of an earlier one for news.
    ``failed`` tells of an error that is a bug."""

    found = Signal(object, object)  # ImportReader, Found
    previewed = Signal(object, int, object)  # ImportReader, number, Preview
    failed = Signal(object)

    def __init__(self, sources: Sequence[Path], kind: Kind | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources = tuple(sources)
        self._kind = kind
        self._stop = threading.Event()

    def stop(self) -> None:
        """Read no further file; what was read and is not told yet is told to nobody."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether nobody wants to know any more."""
        return self._stop.is_set()

    def run(self) -> None:
        """The thread's own part."""
        try:
            files = find(self._sources, self._kind)
            if self.stopped:
                return
            self.found.emit(self, files)
            for number, path in enumerate(files.files[:SHOWN]):
                if self.stopped:
                    return
                self.previewed.emit(self, number, preview(path, self._kind))
        except Exception as error:  # told to the window's thread, where bugs are seen
            self.failed.emit(error)

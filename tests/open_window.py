"""The window as an annotator has it, for tests that work with the whole of it."""

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent

from gui.main_window import MainWindow
from gui.session.segmentation_service import SegmentationService
from gui.session.session import Session
from gui.settings import Settings


@contextlib.contextmanager
def open_window(annotator: str, segmenting: SegmentationService | None = None) -> Iterator[MainWindow]:
    """A window in English with no project in it, shown; closed and gone afterwards. Without ``segmenting`` nothing is
    proposed in it.
    """
    settings = Settings()
    settings.annotator = annotator
    session = Session(segmenting=segmenting)
    session.set_language("en")
    window = MainWindow(session, settings)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))

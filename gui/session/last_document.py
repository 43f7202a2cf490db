"""Which document is shown, kept in the settings a little later: writing them waits for the disk, a reader must not."""

from PySide6.QtCore import QObject, QTimer

from gui.settings import Settings

DELAY = 500  # milliseconds


class LastDocument(QObject):
    """Keeps the last of what it is told; ``flush`` before the end."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._told: tuple[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.flush)

    def tell(self, project: str, document: str) -> None:
        """A document of a project is shown now (their ids)."""
        if self._told is not None and self._told[0] != project:
            self.flush()
        self._told = (project, document)
        self._timer.start()

    def flush(self) -> None:
        """Write what is not written yet."""
        self._timer.stop()
        if self._told is not None:
            self._settings.set_last_document(*self._told)
            self._told = None

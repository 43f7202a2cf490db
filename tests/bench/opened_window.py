"""The real window on a project, with all its panels, and what a person does in it, timed to painted."""

import gc
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from gui.app import Application

SIZE = (1360, 860)
_MOST_PASSES = 20


class PaintCount(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class OpenedWindow:
    """Qarar on a project; times are milliseconds until nothing is left to be painted. Nothing is proposed at first."""

    def __init__(self, application: QApplication, folder: Path, project: Path) -> None:
        self._application = application
        self._started = Application(application, folder)
        self._started.settings.annotator = "Bench"
        self._started.settings.proposals_shown = False
        self._started.open(project)
        self.session = self._started.session
        self.window = self._started.window
        self.view = self.window.view
        self.window.resize(*SIZE)
        for dock in self.window.findChildren(QDockWidget):
            dock.show()
        self._paints = PaintCount(self.view.viewport())
        self.idle()

    def close(self) -> None:
        self._started.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))

    def idle(self) -> None:
        """Let everything be done that waits, outside of what is timed."""
        for _ in range(3):
            self._application.processEvents()

    def _until_painted(self, before: int) -> None:
        for _ in range(_MOST_PASSES):
            seen = self._paints.count
            self._application.processEvents()
            if seen > before and self._paints.count == seen:
                return
        raise AssertionError("the text was not painted")

    def _timed(self, act) -> float:
        self.idle()
        before = self._paints.count
        begun = perf_counter()
        act()
        self._until_painted(before)
        return (perf_counter() - begun) * 1000

    def open(self, document: str) -> float:
        """Show a document."""
        return self._timed(lambda: self.session.set_document(document))

    def open_and_scroll(self, document: str) -> float:
        """Show a document and scroll it by a page."""
        bar = self.view.verticalScrollBar()

        def page_down() -> None:
            before = bar.value()
            bar.setValue(before + bar.pageStep())
            assert bar.value() > before

        opened = self.open(document)
        return opened + self._timed(page_down)

    def frames(self) -> list[float]:
        """Scroll the document that was just opened from its beginning to its end, a page a step; each step's time."""
        bar = self.view.verticalScrollBar()
        found: list[float] = []
        while bar.value() < bar.maximum():
            found.append(self._frame(lambda: bar.setValue(bar.value() + bar.pageStep())))
        return found

    def _frame(self, step) -> float:
        before = self._paints.count
        begun = perf_counter()
        step()
        self._application.processEvents()
        spent = (perf_counter() - begun) * 1000
        assert self._paints.count > before
        return spent

    def select_stretch_at(self, offset: int) -> None:
        """Put the caret there and propose the next stretch, as the space bar does."""
        self.window.focus_text()
        self.view.set_selection(offset, offset)
        self._press(" ")
        self.idle()
        start, end = self.view.selection()
        assert start < end

    def mark(self, letter: str) -> float:
        """Press a label's key, which marks what is selected."""
        project = self.session.project
        assert project is not None
        before = project.undoable()
        spent = self._timed(lambda: self._press(letter))
        assert project.undoable() != before
        return spent

    def propose(self) -> None:
        """Have proposals shown for the document, and wait for them; what is confirmed first is the first of them."""
        self._started.settings.proposals_shown = True
        deadline = perf_counter() + 120
        while not self.session.proposed and perf_counter() < deadline:
            self._application.processEvents()
        assert self.session.proposed
        self.window.focus_text()
        self.view.set_selection(0, 0)
        self.idle()

    def propose_nothing(self) -> None:
        """Have no proposals shown any more."""
        self._started.settings.proposals_shown = False

    def confirm(self) -> float:
        """Press Enter, which confirms the proposal and goes on to the next."""
        project = self.session.project
        assert project is not None
        before = project.undoable()
        spent = self._timed(lambda: self._press("\r"))
        assert project.undoable() != before
        return spent

    def undo(self) -> float:
        """Trigger the action that takes the newest operation back."""
        return self._timed(self.window.actions_["undo"].trigger)

    def _press(self, letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key.Key_Return if letter == "\r" else ord(letter.upper())
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self.view, event)


class ListedWindow(OpenedWindow):
    """The same, and what a person does with its list of documents; times are until the list is painted."""

    TYPED = "75/1"

    def __init__(self, application: QApplication, folder: Path, project: Path) -> None:
        super().__init__(application, folder, project)
        self._list = self.window.documents
        self._list_paints = PaintCount(self._list.table.viewport())
        self.window.docks["documents"].raise_()
        deadline = perf_counter() + 120
        opened = self.session.project
        assert opened is not None
        while self._list.model.unread and perf_counter() < deadline:
            self._application.processEvents()
        assert self._list.model.total == len(opened.document_ids())

    def painted(self) -> float:
        """Paint the list once more."""
        self.idle()
        begun = perf_counter()
        self._list.table.viewport().repaint()
        return (perf_counter() - begun) * 1000

    def keystrokes(self, times: int) -> list[float]:
        """Type into the filter, letter by letter, and take the letters back, so often; each letter's time."""
        steps = [
            self.TYPED[:length] for length in (*range(1, len(self.TYPED) + 1), *range(len(self.TYPED) - 1, -1, -1))
        ]
        self._list.filter.setText(self.TYPED)  # what a row is found by is made when it is first asked for
        self._list.filter.clear()
        found = [
            self._listed(lambda text=text: self._list.filter.setText(text)) for _ in range(times) for text in steps
        ]
        assert self._list.model.rowCount() == self._list.model.total
        return found

    def sorts(self, times: int) -> list[float]:
        """Sort by each column, both ways, so often; each time."""
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        table = self._list.table
        found = [
            self._listed(lambda column=column, order=order: table.sortByColumn(column, order))
            for _ in range(times)
            for column in range(self._list.model.columnCount())
            for order in orders
        ]
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        return found

    def _listed(self, act) -> float:
        self.idle()
        before = self._list_paints.count
        begun = perf_counter()
        act()
        spent = 0.0
        for _ in range(_MOST_PASSES):
            self._application.processEvents()
            spent = (perf_counter() - begun) * 1000
            if self._list_paints.count > before:
                break  # where the same rows are listed as before, nothing is painted
        return spent


def collect() -> None:
    """Leave no garbage of one figure to the next."""
    gc.collect()

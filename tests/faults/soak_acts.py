"""What a person does at random in the window, by keys and mouse. Dialogs that wait for an answer are left again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QWidget

from gui.commands.dynamic_menus import empty
from gui.dialogs.export_dialog import ExportChoice
from gui.dialogs.import_dialog import ImportChoice
from gui.dialogs.scheme_editor.dialog import SchemeEditor
from gui.main_window import MainWindow
from model.formats.export_formats import FORMATS
from tests.faults.fault_desk import FaultDesk
from tests.model.conftest import TEXT

WORDS = ("قرار", "إذ تشير", "59/187", "الدول", "library", "xyz", "A/", "أ", "مكتبات", "تقرر")
KEYS_OF_LABELS = "potslhcd"
# Those that need no answer, and those whose dialogs are left at once, each as often as it stands here.
COMMANDS = tuple(
    """
    lengthen shorten start_forward start_back next_mark previous_mark grow shrink end_later end_earlier begin_later fit
    begin_earlier split merge merge_previous nest unnest copy_marks repeat confirm reject confirm_sure confirm_document
    confirm_next next_unsure previous_unsure clauses_done descriptors_done clauses_next descriptors_finish attach
    suggestions accept_suggestions take_over thesaurus as_stored mend_brackets show_hidden show_proposals zoom_in
    zoom_out zoom_reset next_problem previous_problem mend_problem select_all copy find_next edit_mark edit_note
    document_note filters palette cheat_sheet display thresholds keys consistency free_terms progress_plots preannotate
    import import_vocabulary export_vocabulary annotator export_pdf confirm next_mark reject grow split merge nest about
    welcome export backups backup_settings save_copy new open clauses_previous descriptors_next find_previous
    to_text compact
    """.split()  # noqa: SIM905
)
_PATIENCE = 20  # ms between two looks for a dialog to leave
_Widget = TypeVar("_Widget", bound=QWidget)


class Leaving(QObject):
    """Leaves whatever waits for an answer, as Escape does: dialogs, boxes, menus."""

    def __init__(self) -> None:
        super().__init__()
        self.working = False  # something is under way that ends by itself
        self._timer = QTimer(self)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._leave)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _leave(self) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif isinstance(modal, QDialog) and not self.working:
            modal.reject()


class Acts:
    """Everything that is done, by its name."""

    def __init__(self, desk: FaultDesk, folder: Path, chance: Random, projects: tuple[Path, Path]) -> None:
        """``projects``: the one that is open, and another."""
        self._desk = desk
        self._mine, self._other = projects
        self._folder = folder
        self._chance = chance
        self.leaving = Leaving()
        self._resting: dict[str, bool] = {}  # the docks, and whether they are shown at rest
        vars(desk.window.files).pop("show_report")  # the real dialog
        self._weights: dict[Callable[[], None], int] = {
            self.click: 12,
            self.drag: 8,
            self.propose_and_mark: 14,
            self.mark: 12,
            self.confirm: 8,
            self.relabel: 6,
            self.delete: 3,
            self.command: 22,
            self.undo: 7,
            self.redo: 4,
            self.go_to_document: 12,
            self.scroll: 8,
            self.find: 4,
            self.find_in_project: 2,
            self.filter_documents: 4,
            self.panel: 8,
            self.language: 1,
            self.edit_scheme: 1,
            self.export: 1,
            self.bring_in: 1,
            self.other_project: 1,
            self.look_at_history: 3,
            self.descriptor: 4,
            self.inspect: 3,
            self.list_row: 6,
            self.second_window: 1,
            self.context_menu: 1,
            self.menu: 3,
        }

    def each_once(self) -> None:
        """Do everything once, with every command."""
        for command in dict.fromkeys(COMMANDS):
            self.window.focus_text()
            self._trigger(command)
            self._close_beside()
        for dock in self.window.docks.values():
            dock.show()
            dock.raise_()
            self.wait(30)
        for act in self._weights:
            act()
            QApplication.processEvents()

    def choose(self) -> Callable[[], None]:
        """One of all acts, at random."""
        (act,) = self._chance.choices(list(self._weights), list(self._weights.values()))
        return act

    def begin(self) -> None:
        """Remember how the window is now, and write a file to import."""
        self._resting = {name: dock.isVisible() for name, dock in self.window.docks.items()}
        more = self._folder / "more"
        more.mkdir()
        (more / "brought.txt").write_text(f"%%%BOOKS|\n\n{TEXT} more", "utf-8")

    def put_away(self) -> None:
        """Have the window as it was when all began."""
        self._close_beside()
        self.window.actions_.languages.actions()[0].trigger()
        self.window.documents.filter.clear()
        self.window.documents.filters.clear()
        # Menus that are filled when they open are as full as they were then.
        for menu in (self.window.documents.filters.menu, self.window.actions_.menu("progress")):
            empty(menu)
        self.window.find_bar.query_line.line.clear()
        self.window.find_bar.close_bar()
        for name, dock in self.window.docks.items():
            dock.setVisible(self._resting[name])
        self._trigger("zoom_reset")
        session = self.window.session
        assert session.project is not None
        session.set_document(session.project.document_ids()[0])
        self.window.view.set_selection(0, 0)
        self.window.view.verticalScrollBar().setValue(0)
        self.window.focus_text()

    @property
    def window(self) -> MainWindow:
        return self._desk.window

    # In the text

    def _point(self) -> QPoint:
        area = self.window.view.viewport().rect()
        return QPoint(self._chance.randrange(max(1, area.width())), self._chance.randrange(max(1, area.height())))

    def click(self) -> None:
        many = self._chance.random() < 0.2
        click = QTest.mouseDClick if many else QTest.mouseClick
        click(self.window.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._point())

    def drag(self) -> None:
        viewport = self.window.view.viewport()
        begin = self._point()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
        end = begin
        for _ in range(3):
            end = self._point()
            QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def _press(self, key: Qt.Key, text: str = "") -> None:
        """In the text, whatever had the keys before."""
        self.window.focus_text()
        self._desk.press(key, text)

    def propose_and_mark(self) -> None:
        self._press(Qt.Key.Key_Space, " ")
        self.mark()

    def mark(self) -> None:
        letter = self._chance.choice(KEYS_OF_LABELS)
        self._press(Qt.Key(ord(letter.upper())), letter)

    def confirm(self) -> None:
        for _ in range(self._chance.randrange(1, 4)):
            self._press(Qt.Key.Key_Return, "\r")

    def relabel(self) -> None:
        self.window.act("next_mark")()
        self.mark()

    def delete(self) -> None:
        self._press(Qt.Key.Key_Delete)

    def scroll(self) -> None:
        bar = self.window.view.verticalScrollBar()
        bar.setValue(self._chance.randint(bar.minimum(), bar.maximum()))
        for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Left):
            self._press(key)

    def context_menu(self) -> None:
        self.window.view.context_menu_requested.emit(self.window.view.mapToGlobal(self._point()))

    def menu(self) -> None:
        """Open and leave a menu, mostly one that is filled for it."""
        actions, filters = self.window.actions_, self.window.documents.filters.menu
        menus = [filters, *(actions.menu(name) for name in ("progress", "recent", "labels", "panels"))]
        chosen = self._chance.choice(menus)
        chosen.popup(self.window.mapToGlobal(QPoint(20, 20)))
        QApplication.processEvents()
        chosen.close()

    # Commands

    def _trigger(self, command: str) -> None:
        self.window.actions_[command].trigger()

    def command(self) -> None:
        self._trigger(self._chance.choice(COMMANDS))
        self._close_beside()

    def _close_beside(self) -> None:
        """Close what stays open beside the window, once in a while after some time."""
        QApplication.processEvents()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible() and not widget.isModal():
                widget.grab()
                widget.close()

    def undo(self) -> None:
        for _ in range(self._chance.choice((1, 1, 2, 5))):
            self._trigger("undo")

    def redo(self) -> None:
        for _ in range(self._chance.choice((1, 1, 3))):
            self._trigger("redo")

    def language(self) -> None:
        actions = self.window.actions_.languages.actions()
        other: QAction = next(action for action in actions if not action.isChecked())
        other.trigger()

    def panel(self) -> None:
        docks = self.window.docks
        docks[self._chance.choice(list(docks))].toggleViewAction().trigger()

    def export(self) -> None:
        files = self.window.files
        files.ask_export = self._choose_export
        self.leaving.working = True
        self._trigger("export")
        self.leaving.working = False
        del files.ask_export

    def _choose_export(self) -> ExportChoice:
        form = self._chance.choice(FORMATS)
        return ExportChoice(
            form.id, self._folder / f"export{next(iter(form.suffixes), '')}", self._chance.random() < 0.1
        )

    def bring_in(self) -> None:
        """Import a document, and take it back."""
        files, more = self.window.files, self._folder / "more"
        files.ask_import = lambda sources=(): ImportChoice((more,), rename=True)
        self.leaving.working = True
        QTimer.singleShot(600, self._stop_working)  # then the report is left
        self._trigger("import")
        self.leaving.working = False
        del files.ask_import
        self._trigger("undo")

    def _stop_working(self) -> None:
        self.leaving.working = False

    def other_project(self) -> None:
        """Go to another project, work there, and come back."""
        files = self.window.files
        assert files.open(self._other)
        self.propose_and_mark()
        self._trigger("next_document")
        self.wait(30)
        assert files.open(self._mine)

    def second_window(self) -> None:
        before = set(self._desk.application.windows)
        self._trigger("new_window")
        self.wait(100)
        for window in set(self._desk.application.windows) - before:
            window.act("next_document")()
            window.close()

    # Beside the text

    def go_to_document(self) -> None:
        if self._chance.random() < 0.6:
            self._trigger(self._chance.choice(("next_document", "previous_document")))
            return
        table = self.window.documents.table
        rows = self.window.documents.model.rowCount()
        if rows:
            table.selectRow(self._chance.randrange(rows))
            QTest.keyClick(table, Qt.Key.Key_Return)

    def find(self) -> None:
        self._trigger("find")
        line = self.window.find_bar.findChild(QLineEdit)
        assert line is not None
        self._type(line, self._chance.choice(WORDS))
        for _ in range(2):
            QTest.keyClick(line, Qt.Key.Key_Return)
        self.wait(30)
        if self._chance.random() < 0.7:
            QTest.keyClick(line, Qt.Key.Key_Escape)

    def find_in_project(self) -> None:
        self._trigger("find_in_project")
        line = self.window.finding.findChild(QLineEdit)
        assert line is not None
        self._type(line, self._chance.choice(WORDS))
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.wait(150)
        for view in self.window.finding.findChildren(QAbstractItemView):
            self._choose_row(view)

    def filter_documents(self) -> None:
        line = self.window.documents.filter
        self._type(line, self._chance.choice(("60", "_1", "zzz", "7")))
        if self._chance.random() < 0.8:
            line.clear()

    def look_at_history(self) -> None:
        self.window.docks["history"].show()
        panel = self.window.steps
        panel.catch_up()
        self._choose_row(panel.view)
        if self._chance.random() < 0.05:
            self.leaving.working = True
            panel.back.click()
            self.leaving.working = False

    def descriptor(self) -> None:
        self._trigger("descriptors")
        line = self.window.descriptors.findChild(QLineEdit)
        assert line is not None
        self._type(line, self._chance.choice(("BOOKS", "LIB", "READING", "كتب")))
        self.wait(30)
        QTest.keyClick(line, self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        self._choose_row(self.window.descriptors.view)
        if self._chance.random() < 0.3:
            QTest.keyClick(self.window.descriptors.view, Qt.Key.Key_Delete)

    def inspect(self) -> None:
        self._trigger("edit_mark")
        for line in self._some(self.window.inspector, QLineEdit):
            if line.isEnabled() and line.isVisible():
                self._type(line, self._chance.choice(("1", "12", "x")))
                QTest.keyClick(line, Qt.Key.Key_Return)
                break

    def list_row(self) -> None:
        """Choose a row of any list that is shown."""
        views = [view for view in self._some(self.window, QAbstractItemView) if view.isVisible()]
        if views:
            self._choose_row(self._chance.choice(views))

    def edit_scheme(self) -> None:
        self._trigger("scheme")
        editor = self.window.findChild(SchemeEditor)
        assert editor is not None
        for _ in range(self._chance.randrange(8)):
            QTest.keyClick(editor.tree, Qt.Key.Key_Down)
        for line in self._some(editor, QLineEdit):
            if line.isVisible() and line.isEnabled() and not line.isReadOnly() and len(line.text()) > 3:
                line.setFocus()
                QTest.keyClick(line, Qt.Key.Key_End)
                QTest.keyClicks(line, "x")
                QTest.keyClick(line, Qt.Key.Key_Return)
                break
        self.wait(30)
        editor.close()

    def _some(self, widget: QWidget, kind: type[_Widget]) -> Iterator[_Widget]:
        found = widget.findChildren(kind)
        self._chance.shuffle(found)
        yield from found

    def _choose_row(self, view: QAbstractItemView) -> None:
        model = view.model()
        rows = 0 if model is None else model.rowCount()
        if rows:
            index = model.index(self._chance.randrange(rows), 0)
            view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            place = view.visualRect(index).center()
            if view.viewport().rect().contains(place):
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _type(self, line: QLineEdit, words: str) -> None:
        """Type into a line in place of what stands there; letters as events, since Arabic ones cannot be clicked."""
        line.setFocus()
        line.selectAll()
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(line, event)

    def wait(self, milliseconds: int) -> None:
        """Let happen what happens meanwhile."""
        QTest.qWait(milliseconds)

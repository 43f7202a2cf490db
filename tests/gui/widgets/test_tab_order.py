import importlib
import pkgutil

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox

import gui.dialogs
import gui.printing
from gui import scheme_operations
from gui.dialogs.about import AboutDialog
from gui.dialogs.annotator_dialog import AnnotatorDialog
from gui.dialogs.backup_settings_dialog import BackupChoices, BackupSettingsDialog
from gui.dialogs.backups_dialog import BackupsDialog, Source
from gui.dialogs.cheat_sheet import CheatSheet
from gui.dialogs.consistency_dialog import ConsistencyDialog
from gui.dialogs.display_dialog import DisplayDialog
from gui.dialogs.export_dialog import ExportDialog
from gui.dialogs.free_terms.dialog import FreeTermsDialog
from gui.dialogs.import_dialog import ImportDialog
from gui.dialogs.import_report import ReportDialog
from gui.dialogs.keys_dialog import KeysDialog
from gui.dialogs.preannotate_dialog import DocumentCounts, PreannotateChoice, PreannotateDialog
from gui.dialogs.progress_plots.dialog import ProgressPlots
from gui.dialogs.recovery_report import RecoveryDialog
from gui.dialogs.scheme_editor.dialog import SchemeEditor
from gui.dialogs.scheme_editor.questions import DeleteLabelDialog, MissingLabelsDialog, NewItemDialog
from gui.dialogs.target_dialog import TargetDialog
from gui.dialogs.thresholds_dialog import ThresholdsDialog
from gui.dialogs.vocabulary_export_dialog import VocabularyExportDialog
from gui.dialogs.vocabulary_import_dialog import VocabularyImportDialog
from gui.dialogs.vocabulary_report import EditionPages, VocabularyReport
from gui.item_models.scheme import Node
from gui.printing.print_dialog import PrintChoice, PrintDialog
from gui.text_view.display import DisplayOptions
from gui.widgets.tab_order import InReadingOrder, reading_order, stops
from model.annotation import documents
from model.annotation.scheme_use import Use
from model.formats.importing import ImportReport
from model.formats.scheme_json import MissingLabel
from model.recovery.report import RecoveredDocument, RecoveryReport
from model.vocabulary import assignments, concepts
from model.vocabulary.concepts import Vocabulary
from tests.gui.tabbing import read_too_late, tab_round, unreached

BOTH_WAYS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
VOCABULARY = Vocabulary("own", "urn:own", (("en", "Project terms"),), "", True)
PANELS = (
    ("documents", "labels", "descriptors"),
    ("document", "inspector", "suggestions"),
    ("history", "labels", "problems"),
    ("outline", "descriptors", "find"),
    ("thesaurus", "inspector", "bidi"),
)


@pytest.fixture(params=BOTH_WAYS, ids=("left to right", "right to left"))
def direction(request, qapp):
    """A language's direction, for the whole application."""
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def full(direction, desk, qtbot):
    """The desk with something in each panel, in front of all."""
    for quote, key in (("إذ تعيد تأكيد التزامها،", "P"), ("2 - تقرر أن تواصل النظر في المسألة.", "O")):
        desk.select(quote)
        desk.type(key)
    with desk.project.operation("assign descriptor") as writing:
        for term in ("ABDUCTION", "PEACE"):
            assignments.assign(writing, desk.first, concepts.add(writing, term, "en").id)
        documents.set_tags(writing, desk.first, ["hard", "annex"])
    desk.window.resize(1280, 900)
    activate(qtbot, desk.window)
    desk.caret("إذ تعيد")
    return desk


def activate(qtbot, window) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()


def show_panels(desk, names) -> None:
    for name in names:
        desk.window.docks[name].show()
        desk.window.docks[name].raise_()
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("names", PANELS, ids=" ".join)
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["forth", "back"])
def test_tab_goes_round_the_panels_as_one_reads_and_never_into_the_text(full, names, key):
    window = full.window
    show_panels(full, names)
    tab_round(window.view, key)  # what comes into sight when a list is first entered is there now
    reached = tab_round(window.view, key)
    assert reached[0] is window.view  # and never again
    reached = reached[1:]
    in_docks = {name: [each for each in reached if window.docks[name].isAncestorOf(each)] for name in names}
    assert all(in_docks.values())
    assert unreached(window, [*reached, window.view]) == []
    for inside in in_docks.values():
        assert read_too_late(inside if key == Qt.Key.Key_Tab else inside[::-1]) == []
    # From panel to panel: each is gone through as a whole.
    owners = [next((name for name in names if window.docks[name].isAncestorOf(each)), "") for each in reached]
    runs = [owner for number, owner in enumerate(owners) if owner and owner != (["", *owners])[number]]
    assert sorted(runs) == sorted(names)


def test_what_is_typed_after_a_panels_last_field_reaches_no_clause(full, qtbot):
    window = full.window
    show_panels(full, ["document"])
    window.act("document_note")()
    panel = window.details
    assert panel.note.hasFocus()
    before = full.marks()
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert not window.view.hasFocus()
    panel.fields["title"].setFocus()
    QTest.keyClick(panel.fields["title"], Qt.Key.Key_Tab)
    assert not window.view.hasFocus()
    typed = [(0, letter) for letter in "مراجعة"] + [(int(Qt.Key.Key_Return), "\r")]
    for key, letter in typed:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(QApplication.focusWidget(), event)
    assert full.marks() == before
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.view.hasFocus()
    assert full.marks() == before


def test_tab_goes_down_the_document_panel(full):
    show_panels(full, ["document"])
    panel = full.window.details
    reached = tab_round(panel.note)
    wanted = [
        panel.note,
        *panel.tags.chips.chips,
        panel.tags.line,
        panel.assignee,
        *panel.progress.values(),
        *panel.fields.values(),
    ]
    assert reached[: len(wanted)] == wanted


def test_the_order_holds_for_what_is_made_later(full):
    show_panels(full, ["document"])
    panel = full.window.details
    scheme_operations.add_layer(full.project, {"en": "Own"})
    with full.project.operation("change tags") as writing:
        documents.set_tags(writing, full.first, ["one", "two", "three"])
    QApplication.processEvents()
    reached = tab_round(panel.note)
    fields = [panel.note, *panel.tags.chips.chips, panel.tags.line, panel.assignee, *panel.progress.values()]
    assert reached[: len(fields)] == fields
    assert len(panel.tags.chips.chips) == 3


def test_a_field_that_goes_while_one_types_gives_the_keys_to_no_text(full):
    show_panels(full, ["document"])
    panel = full.window.details
    panel.progress["reference"].setFocus()
    scheme_operations.delete_layer(full.project, "reference")
    assert not full.window.view.hasFocus()
    panel.note.setFocus()
    full.window.docks["document"].hide()
    assert not full.window.view.hasFocus()


def test_a_field_out_of_sight_is_scrolled_to(full):
    show_panels(full, ["document"])
    panel = full.window.details
    full.window.resize(1280, 420)
    QApplication.processEvents()
    assert panel.fields["title"].visibleRegion().isEmpty()
    panel.fields["adopted"].setFocus()
    QTest.keyClick(panel.fields["adopted"], Qt.Key.Key_Tab)
    assert panel.fields["title"].hasFocus()
    assert not panel.fields["title"].visibleRegion().isEmpty()


def test_a_floating_panel_has_an_order_of_its_own(full, qtbot):
    show_panels(full, ["document"])
    dock, panel = full.window.docks["document"], full.window.details
    dock.setFloating(True)
    QApplication.processEvents()
    activate(qtbot, dock)
    reached = tab_round(panel.note)
    assert all(dock.isAncestorOf(each) for each in reached)
    assert read_too_late(reached) == []
    assert unreached(dock, reached) == []


def test_without_panels_tab_stays_where_it_is(desk, qtbot):
    for dock in desk.window.docks.values():
        dock.hide()
    activate(qtbot, desk.window)
    QApplication.processEvents()
    desk.window.view.setFocus()
    desk.press(Qt.Key.Key_Tab)
    assert desk.window.view.hasFocus()


def test_the_find_bar_is_gone_through_and_left_for_the_panels(full):
    full.window.act("find")()
    line = QApplication.focusWidget()
    reached = tab_round(line)
    assert full.window.view not in reached
    in_bar = [each for each in reached if full.window.find_bar.isAncestorOf(each)]
    assert len(in_bar) > 4
    assert reached[: len(in_bar)] == in_bar
    assert read_too_late(in_bar) == []


@pytest.mark.parametrize("guided", [False, True], ids=["alone", "with first steps"])
def test_the_start_screen_is_gone_through(direction, desk, qtbot, guided):
    window = desk.window
    window.session.set_project(None)
    if guided:
        window.first_steps.begin()
    window.resize(1280, 900)
    activate(qtbot, window)
    QApplication.processEvents()
    window.focus_text()
    reached = tab_round(QApplication.focusWidget())
    assert len(reached) > 3
    assert unreached(window, reached) == []
    inside = [each for each in reached if window.centralWidget().isAncestorOf(each)]
    begin = inside.index(min(inside, key=lambda each: stops(window).index(each)))
    assert read_too_late([*inside[begin:], *inside[:begin]]) == []


DIALOGS = {
    "about": lambda desk, folder: AboutDialog(desk.window),
    "annotator": lambda desk, folder: AnnotatorDialog("Sara", desk.window),
    "backup settings": lambda desk, folder: BackupSettingsDialog(BackupChoices(True, folder, (24, 30)), 0, desk.window),
    "backups": lambda desk, folder: BackupsDialog(folder, Source(desk.project.id, "desk.qarar"), "en", desk.window),
    "cheat sheet": lambda desk, folder: CheatSheet(desk.window.actions_, desk.session, desk.window),
    "consistency": lambda desk, folder: ConsistencyDialog(desk.session, desk.window),
    "delete label": lambda desk, folder: DeleteLabelDialog(
        desk.project.scheme.label("operative"), Use(7, 3, 2), desk.project.scheme.layers[0].labels, "en", desk.window
    ),
    "display": lambda desk, folder: DisplayDialog(DisplayOptions(), lambda _: None, desk.window),
    "export": lambda desk, folder: ExportDialog(folder, "desk", "en", desk.window),
    "free terms": lambda desk, folder: FreeTermsDialog(desk.session, lambda: None, desk.window),
    "import": lambda desk, folder: ImportDialog(desk.window, sources=[folder / "A_RES_1.txt"]),
    "keys": lambda desk, folder: KeysDialog(desk.window.actions_, desk.session, desk.window),
    "missing labels": lambda desk, folder: MissingLabelsDialog(
        [MissingLabel(label, 5, ("title",)) for label in desk.project.scheme.labels()],
        desk.project.scheme,
        "en",
        desk.window,
    ),
    "new label": lambda desk, folder: NewItemDialog("Add label", ["title"], "label", desk.window),
    "preannotate": lambda desk, folder: PreannotateDialog(DocumentCounts(1, 2, 3, 5), PreannotateChoice(), desk.window),
    "print": lambda desk, folder: PrintDialog((1, 2, 5), PrintChoice(), lambda: None, desk.window),
    "progress": lambda desk, folder: ProgressPlots(desk.session, desk.window),
    "recovery": lambda desk, folder: RecoveryDialog(
        RecoveryReport(folder, False, (RecoveredDocument("1", "A", "whole"),), (), desk.project.scheme),
        "en",
        desk.window,
    ),
    "report": lambda desk, folder: ReportDialog(ImportReport(documents=1), "en", None, desk.window),
    "scheme": lambda desk, folder: SchemeEditor(desk.session, desk.window),
    "thresholds": lambda desk, folder: ThresholdsDialog(0.9, 0.6, desk.window),
    "vocabulary export": lambda desk, folder: VocabularyExportDialog((VOCABULARY,), folder, "en", desk.window),
    "vocabulary import": lambda desk, folder: VocabularyImportDialog("en", desk.window),
    "vocabulary report": lambda desk, folder: VocabularyReport(EditionPages("", (), 1), desk.session, desk.window),
}


def shown(qtbot, dialog):
    dialog.show()
    activate(qtbot, dialog)
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_goes_through_a_dialog_as_one_reads(full, qtbot, tmp_path, name):
    (tmp_path / "A_RES_1.txt").write_text("%%%PEACE|\n\nنص قرار", encoding="utf-8")
    dialog = shown(qtbot, DIALOGS[name](full, tmp_path))
    first = dialog.focusWidget() or dialog.nextInFocusChain()
    reached = tab_round(first)
    begin = reached.index(min(reached, key=lambda each: stops(dialog).index(each)))
    reached = [*reached[begin:], *reached[:begin]]
    assert read_too_late(reached) == []
    assert unreached(dialog, reached) == []
    back = tab_round(reached[0], Qt.Key.Key_Backtab)
    assert back == [reached[0], *reached[:0:-1]]
    dialog.close()
    dialog.deleteLater()


def test_every_dialog_is_gone_through_as_one_reads(full, tmp_path):
    for package in (gui.dialogs, gui.printing):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    (tmp_path / "A_RES_1.txt").write_text("%%%PEACE|\n\nنص قرار", encoding="utf-8")
    dialogs = [make(full, tmp_path) for make in DIALOGS.values()]
    kinds, ours = {type(dialog) for dialog in dialogs}, set()
    found = QDialog.__subclasses__()
    while found:
        kind = found.pop()
        found += kind.__subclasses__()
        ours |= {kind} if kind.__module__.startswith(("gui.dialogs", "gui.printing")) else set()
    assert ours - kinds == {TargetDialog}, "the others are among those that are tried above"
    assert [kind for kind in ours if not issubclass(kind, InReadingOrder)] == []
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize("page", [0, 1, 2])
def test_tab_goes_through_the_pages_of_a_label(full, qtbot, page):
    scheme_operations.add_feature(full.project, "preambular", {"en": "Mood"}, kind="choice")
    scheme_operations.set_choices(full.project, "preambular", "mood", ["calm"])
    editor = shown(qtbot, SchemeEditor(full.session, full.window))
    editor.choose(Node("label", "preambular"))
    editor.label_page.setCurrentIndex(page)
    QApplication.processEvents()
    reached = tab_round(editor.tree)
    assert unreached(editor, reached) == []
    side = [each for each in reached if each is editor.tree or each in (editor.add_layer, editor.delete, editor.down)]
    assert side == [editor.tree, editor.add_layer, editor.down, editor.delete]
    assert reached.index(editor.delete) < reached.index(editor.label_page.tabBar())
    inside = [each for each in reached if editor.label_page.isAncestorOf(each)]
    assert read_too_late(inside) == []
    assert reached[-1] is editor.close_button.button(QDialogButtonBox.StandardButton.Close)
    editor.close()


def test_lines_are_read_before_columns_and_from_the_side_of_the_language():
    def box(left: int, top: int, width: int = 10, height: int = 10) -> QRect:
        return QRect(left, top, width, height)

    form = [(box(20, 0), "b"), (box(0, 1), "a"), (box(0, 12, 30), "c")]
    assert reading_order(form, mirrored=False) == ["a", "b", "c"]
    assert reading_order(form, mirrored=True) == ["b", "a", "c"]
    columns = [(box(0, 0, 10, 100), "tall"), (box(20, 0), "x"), (box(20, 30), "y"), (box(40, 5, 10, 60), "z")]
    assert reading_order(columns, mirrored=False) == ["tall", "x", "y", "z"]
    assert reading_order(columns, mirrored=True) == ["z", "x", "y", "tall"]
    over_one_another = [(box(5, 5, 50, 50), "below"), (box(0, 0, 20, 20), "above")]
    assert reading_order(over_one_another, mirrored=False) == ["above", "below"]
    assert reading_order([], mirrored=False) == []

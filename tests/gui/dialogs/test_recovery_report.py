from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gui.dialogs.recovery_report import RecoveryDialog
from model.annotation.layers import read_scheme
from model.errors import UserError
from model.recovery.report import RecoveredDocument, RecoveryReport

REPORT = RecoveryReport(
    Path("new.qarar"),
    False,
    (
        RecoveredDocument(
            "1", None, "lost", (UserError("Its entry is lost."), UserError("Marks lost: {count}.", count=3))
        ),
        RecoveredDocument("2", "<b>A</b>", "partial", (UserError("Tags lost: {count}.", count=1),)),
        RecoveredDocument("3", "B", "whole"),
        RecoveredDocument("4", "C", "whole"),
    ),
    (UserError("The name of the annotator {id} is lost.", id="x"),),
    read_scheme(),
)


def test_every_document_is_told_with_what_became_of_it(qtbot):
    dialog = RecoveryDialog(REPORT, "en")
    qtbot.addWidget(dialog)
    model = dialog.table.model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert rows == [
        ["name unknown", "lost", "Its entry is lost. Marks lost: \u20663\u2069."],
        ["\u2068<b>A</b>\u2069", "partial", "Tags lost: \u20661\u2069."],
        ["\u2068B\u2069", "whole", ""],
        ["\u2068C\u2069", "whole", ""],
    ]
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole).count("Its entry is lost.")
    assert "2 document(s) whole. 1 document(s) partial. 1 document(s) lost." in dialog.summary.text()
    assert "begins with the recovery" in dialog.summary.text()
    assert not dialog.notes.isHidden()


def test_the_report_can_be_copied(qtbot):
    dialog = RecoveryDialog(REPORT, "en")
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == dialog.summary.text()
    assert "The name of the annotator x is lost." in copied
    assert copied[2:4] == [
        "name unknown\tlost\tIts entry is lost. Marks lost: \u20663\u2069.",
        "\u2068<b>A</b>\u2069\tpartial\tTags lost: \u20661\u2069.",
    ]
    assert dialog.result() == 0


def test_it_is_accepted_where_the_project_is_to_be_opened(qtbot):
    dialog = RecoveryDialog(REPORT, "en")
    qtbot.addWidget(dialog)
    dialog.open_button.click()
    assert dialog.result() == 1


def test_labels_are_told_by_their_names(qtbot):
    problem = UserError("“{label}” cannot stand inside “{parent}”.", label="lead", parent="table")
    detail = UserError(
        "“{label}” at {start}–{end} was left out: {problem}", label="preambular", start=0, end=9, problem=problem
    )
    note = UserError("The layer “{layer}” could not be read; it was made anew as far as it is known.", layer="clause")
    document = RecoveredDocument("1", "A", "partial", (detail,))
    dialog = RecoveryDialog(RecoveryReport(Path("new.qarar"), True, (document,), (note,), read_scheme()), "ar")
    qtbot.addWidget(dialog)
    told = dialog.table.model().index(0, 2).data()
    assert "«lead»" not in told and "preambular" not in told
    assert "فقرة من الديباجة" in told and "العبارة الفعلية" in told and "جدول" in told
    assert "clause" not in dialog.notes.text()

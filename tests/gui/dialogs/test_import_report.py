from pathlib import Path

from gui.dialogs.import_report import ReportDialog
from model.annotation.layers import read_scheme
from model.errors import UserError
from model.formats.importing import ImportReport


def test_the_report_says_what_was_refused_first_and_nothing_of_what_went_well(qtbot):
    report = ImportReport(documents=1)
    report.add(Path("good.txt"), "imported")
    report.add(Path("there.txt"), "already")
    report.add(Path("<b>bad.txt"), "refused", UserError("{path}: not UTF-8.", path=Path("bad.txt")))
    dialog = ReportDialog(report, "en")
    qtbot.addWidget(dialog)
    model = dialog.table.model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert rows == [
        ["\u2066<b>bad.txt\u2069", "refused", "\u2066bad.txt\u2069: not UTF-8."],
        ["\u2066there.txt\u2069", "there already", ""],
    ]


def test_the_report_names_labels_as_people_know_them(qtbot):
    report = ImportReport()
    refusal = UserError("{path}: “{label}” cannot stand there.", path=Path("bad.json"), label="preambular")
    report.add(Path("bad.json"), "refused", refusal)
    dialog = ReportDialog(report, "en", read_scheme())
    qtbot.addWidget(dialog)
    assert "“Preambular paragraph”" in dialog.table.model().index(0, 2).data()

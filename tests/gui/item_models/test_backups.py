from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.item_models.backups import (
    BackupColumn,
    BackupModel,
    DocumentChangeModel,
    DocumentColumn,
    made_at,
    size_words,
)
from model.backups.backup_folder import Backup
from model.backups.comparing import DocumentChange
from model.backups.contents import Contents, Listed
from model.errors import UserError
from model.project import OperationRecord

MADE = datetime(2020, 3, 1, 12, 5, 6, tzinfo=UTC)
RECORD = OperationRecord(5, "id", "mark clause", "do", None, "annotator", "2020-03-01T11:00:00.000Z")
CONTENTS = Contents(1242, 107514, 5848, 5, RECORD, "سارة")


def listed(reason="automatic", contents: Contents | None = CONTENTS) -> Listed:
    refusal = None if contents is not None else UserError("{path}: not a Qarar project.", path=Path("/b"))
    return Listed(Backup(Path("/b"), MADE, reason), 197_955_584, contents, refusal)


def cells(model, row: int = 0) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_a_backup_with_what_it_holds():
    model = BackupModel()
    model.show_rows([listed()])
    made, *middle, remark = cells(model)
    assert "1 Mar 2020" in made
    assert middle == ["1,242", "107,514", "5,848", "mark clause", "\u2068سارة\u2069", "\u2066198.0\u2069 MB"]
    assert remark == ""
    assert model.headerData(BackupColumn.MADE, Qt.Orientation.Horizontal) == "When"
    assert "2020-03-01T12:05:06.000Z" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert made_at(listed()) == "2020-03-01T12:05:06.000Z"


@pytest.mark.parametrize("reason", ["asked", "unsound", "replaced"])
def test_why_it_was_made(reason):
    model = BackupModel()
    model.show_rows([listed(reason)])
    assert cells(model)[BackupColumn.REASON]


def test_one_that_cannot_be_read_and_one_in_which_nothing_was_done():
    model = BackupModel()
    model.show_rows([listed(contents=None), listed(contents=Contents(0, 0, 0, 0, None, ""))])
    assert cells(model)[BackupColumn.REASON] == "cannot be read"
    assert cells(model)[BackupColumn.MARKS] == ""
    assert cells(model, 1)[1:6] == ["0", "0", "0", "", ""]


def test_documents_that_are_different():
    model = DocumentChangeModel()
    model.show_rows([DocumentChange("id", "A_RES_1", "changed", (1, 1200), (3, 3))])
    assert cells(model) == ["\u2066A_RES_1\u2069", "changed", "\u20661\u2069 → \u20661,200\u2069", "3"]
    assert model.rowCount() == 1
    assert model.headerData(DocumentColumn.CHANGE, Qt.Orientation.Horizontal) == "Since then"


def test_sizes():
    assert [size_words(size) for size in (0, 4096, 34_700_000)] == [
        "\u20660.00\u2069 MB",
        "\u20660.00\u2069 MB",
        "\u206634.7\u2069 MB",
    ]

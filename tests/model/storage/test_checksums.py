from pathlib import Path

from model.annotation import documents
from model.project import Project
from model.storage import checksums
from tests.model.conftest import TEXT


def test_each_operation_is_chained_to_the_one_before(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.qarar", "Amal") as project:
        connection = project.tables.connection
        baseline = checksums.of_baseline(connection)
        assert checksums.newest(connection) == (0, baseline)
        for name in ("one", "two"):
            with project.operation("add document") as writing:
                documents.add(writing, name, TEXT)
        project.undo()
        found = list(checksums.of_operations(connection))
        assert [sequence for sequence, _, _ in found] == [1, 2, 3]
        assert all(kept == expected for _, kept, expected in found)
        assert len({baseline, *(kept for _, kept, _ in found)}) == 4
        assert checksums.newest(connection) == (3, found[-1][1])


def test_the_baseline_is_what_a_project_starts_with(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.qarar", "Amal") as project:
        kinds = {str(row["kind"]) for row in project.tables.rows("SELECT kind FROM baseline")}
        assert kinds == {"project", "layer", "label", "vocabulary"}
        kept = project.tables.rows("SELECT count(*) AS number FROM baseline WHERE kind = 'label'")[0]["number"]
        assert kept == project.tables.count("label") > 10


def test_a_checksum_depends_on_every_part() -> None:
    def made(previous: str, sequence: int, operation: tuple[str, ...], *changes: tuple[str, ...]) -> str:
        checksum = checksums.OperationChecksum(previous, sequence, operation)
        for change in changes:
            checksum.add(change)
        return checksum.hexdigest()

    whole = made("p", 1, ("a", "b"), ("c", "d"))
    others = [
        made("q", 1, ("a", "b"), ("c", "d")),
        made("p", 2, ("a", "b"), ("c", "d")),
        made("p", 1, ("ab", ""), ("c", "d")),
        made("p", 1, ("a", "b"), ("cd", "")),
        made("p", 1, ("a", "b"), ("c", "d"), ()),
        made("p", 1, ("a", "b")),
    ]
    assert len({whole, *others}) == len(others) + 1
    assert checksums.of_annotator("1", "2") != checksums.of_annotator("12", "")

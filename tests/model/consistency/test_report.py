import pytest

from model.annotation import documents
from model.annotation.layers import DESCRIPTORS
from model.consistency import report as room
from model.consistency.report import report
from model.consistency.values import Named
from model.errors import Cancelled
from model.formats.importing import import_sources
from model.project import Project
from model.vocabulary import assignments
from tests.model.consistency.indexed import index

CONCEPTS = {name: [("en", name.upper())] for name in ("water", "rivers", "floods")}


@pytest.fixture
def indexed(project: Project) -> dict[str, str]:
    ids = index(
        project, CONCEPTS, {"1": ["water", "rivers"], "2": ["water", "floods"], "3": ["rivers"], "4": [], "5": []}
    )
    with project.operation("metadata") as writing:
        documents.set_progress(writing, ids["4"], DESCRIPTORS, "done")
        documents.set_progress(writing, ids["1"], DESCRIPTORS, "done")
        for name, session in (("1", "74"), ("2", "75"), ("3", "76")):
            for column, value in (("organ", "GA"), ("session", session), ("title", "المياه")):
                writing.update("document", ids[name], **{f"corrected_{column}": value})
    return ids


def test_documents_without_descriptors_are_told_apart(project: Project, indexed: dict[str, str]) -> None:
    found = project.read(report)
    assert found.documents == 5
    assert [document.name for document in found.none] == ["4"]
    assert [document.name for document in found.waiting] == ["5"]
    assert [term.concept.id for term in found.once] == ["floods"]
    assert found.none[0].id == indexed["4"]


def test_documents_have_their_symbols_beside_their_names(project: Project, indexed: dict[str, str]) -> None:
    with project.operation("metadata") as writing:
        writing.update("document", indexed["4"], recognised_symbol="A/RES/4")
        writing.update("document", indexed["2"], recognised_symbol="A/RES/1", corrected_symbol="A/RES/2")
    found = project.read(report)
    assert found.none == (Named(indexed["4"], "4", "A/RES/4"),)
    assert found.waiting == (Named(indexed["5"], "5", None),)
    assert {(row.earlier.symbol, row.later.symbol) for row in found.renewals} == {(None, "A/RES/2"), ("A/RES/2", None)}
    (water,) = (term for term in found.terms if term.concept.id == "water")
    assert [each.symbol for each in water.documents] == [None, "A/RES/2"]


def test_renewals_say_what_only_one_of_them_has(project: Project, indexed: dict[str, str]) -> None:
    found = project.read(report)
    rows = {
        row.later.name: (
            row.earlier.name,
            row.same_title,
            row.common,
            [each.id for each in row.only_earlier],
            [each.id for each in row.only_later],
        )
        for row in found.renewals
    }
    assert rows == {"2": ("1", True, 1, ["rivers"], ["floods"]), "3": ("2", True, 0, ["water", "floods"], ["rivers"])}
    assert found.alike == 0
    similarities = [row.similarity for row in found.renewals]
    assert similarities == sorted(similarities, reverse=True)
    assert all(0 < each < 1 for each in similarities)


def test_those_of_one_title_come_first(project: Project, indexed: dict[str, str]) -> None:
    with project.operation("import") as writing:
        for name, year, concept in (("6", "1999", "water"), ("7", "2000", "rivers")):
            document = documents.add(writing, name, "مجلس الأمن يجدد ولاية البعثة")
            writing.update("document", document, corrected_organ="SC", corrected_session=year)
            assignments.assign(writing, document, concept)
    found = project.read(report)
    assert [row.same_title for row in found.renewals] == [True, True, False]
    assert found.renewals[-1].similarity > found.renewals[0].similarity


def test_renewals_that_are_indexed_alike_are_only_counted(project: Project) -> None:
    ids = index(project, CONCEPTS, {"1": ["water", "rivers"], "2": ["rivers", "water"]})
    with project.operation("metadata") as writing:
        for name, session in (("1", "74"), ("2", "75")):
            writing.update(
                "document", ids[name], corrected_organ="GA", corrected_session=session, corrected_title="ماء"
            )
    found = project.read(report)
    assert (found.renewals, found.alike) == ((), 1)


def test_an_empty_project(project: Project) -> None:
    found = project.read(report)
    assert (found.documents, found.terms, found.doubles, found.renewals, found.waiting) == (0, (), (), (), ())


def test_progress_is_told_and_can_end_it(project: Project, indexed: dict[str, str]) -> None:
    told: list[tuple[int, int]] = []
    project.read(report, lambda done, of: told.append((done, of)))
    assert told[0] == (0, 6) and told[-1][0] == told[-1][1] == 6
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        project.read(report, stop)
    assert not project.tables.connection.in_transaction


def test_it_is_read_from_one_state_of_the_file(
    project: Project, indexed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    near_duplicates = room.near_duplicates.near_duplicates

    def meanwhile(*arguments: object) -> object:
        with project.open_again("Badr") as other, other.operation("delete") as writing:
            documents.remove(writing, indexed["3"])
        return near_duplicates(*arguments)

    monkeypatch.setattr(room.near_duplicates, "near_duplicates", meanwhile)
    with project.open_again(None) as reading:
        assert len(reading.read(report).renewals) == 2


def test_the_corpus_is_reported_whole(corpus, tmp_path) -> None:
    with Project.create(tmp_path / "corpus.qarar", "Amal") as project:
        import_sources(project, sorted((corpus / "texts" / "GA").glob("7[456]session__*")))
        found = project.read(report)
    assert found.documents > 900 and len(found.terms) > 1_000
    assert any(row.same_title and row.only_later for row in found.renewals)
    spelled = [double.labels for double in found.doubles if double.kind == "spelling"]
    assert any(set(map(str.casefold, labels)) == {"cooperatives", "cooperatives["} for labels in spelled)

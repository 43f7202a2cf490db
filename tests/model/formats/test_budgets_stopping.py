"""Reading is stopped at the very look at which it is told to, and looks come as often as there is more to read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.errors import Cancelled
from model.formats import akoma_ntoso, json_items, rdf_files, safe_xml, turtle, vocabulary_csv, word_text
from model.formats.importing import import_sources
from model.formats.input_formats import kind_of
from model.formats.thesaurus_file import read_thesaurus
from model.progress import ProgressCallback
from model.project import Project
from tests.faults.bomb_files import BOMBS
from tests.model.formats.projects import content

PARTS = 400  # of each file
OFTEN = 20  # so few of them come between two looks
FILES = {bomb.name: bomb for bomb in BOMBS}
TEXTS = {"notes.xml": "akoma-ntoso", "paragraphs.docx": "docx", "runs.docx": "docx", "annotators.json": None}
VOCABULARIES = ("broader.ttl", "commas.ttl", "members.ttl", "prefixes.ttl", "values.jsonld", "notes.rdf", "rows.csv")


@pytest.fixture(autouse=True)
def looking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (akoma_ntoso, turtle, word_text, safe_xml):
        monkeypatch.setattr(module, "_BETWEEN_TICKS", OFTEN)
    for module in (rdf_files, vocabulary_csv):
        monkeypatch.setattr(module, "_BETWEEN_LOOKS", OFTEN)
    monkeypatch.setattr(json_items, "_PIECE", 30 * OFTEN)


def reading(name: str, project: Project, path: Path) -> Callable[[ProgressCallback], object]:
    if name not in TEXTS:
        return lambda on_progress: read_thesaurus(path, on_progress=on_progress)
    kind = TEXTS[name]
    return lambda on_progress: import_sources(project, [path], kind=kind and kind_of(kind), on_progress=on_progress)


def looks_of(name: str, project: Project, folder: Path, parts: int, last: int | None = None) -> int:
    """How many looks there are while a file of so many parts is read; at the ``last`` it is stopped."""
    path = folder / name
    path.write_bytes(FILES[name].make(parts))
    looks = 0

    def on_progress(_done: int, _total: int) -> None:
        nonlocal looks
        looks += 1
        if last is not None and looks >= last:
            raise Cancelled

    read = reading(name, project, path)
    if last is None:
        read(on_progress)
    else:
        with pytest.raises(Cancelled):
            read(on_progress)
    return looks


@pytest.mark.parametrize("name", [*TEXTS, *VOCABULARIES])
def test_nothing_goes_on_after_the_look_that_stops_it(name: str, project: Project, tmp_path: Path) -> None:
    before = content(project)
    for last in (1, 2, 3, 5, 8):
        assert looks_of(name, project, tmp_path, PARTS, last) == last
        assert content(project) == before


@pytest.mark.parametrize("name", [*TEXTS, *VOCABULARIES])
def test_the_more_there_is_to_read_the_more_looks_there_are(name: str, project: Project, tmp_path: Path) -> None:
    few = looks_of(name, project, tmp_path, 1)
    with Project.create(tmp_path / "other.qarar", "Dana") as other:
        assert looks_of(name, other, tmp_path, PARTS) - few >= PARTS // OFTEN - 1

"""Projects for readers to bring their inputs into: one that stays as it is, and fresh ones; and what holds of them."""

import contextlib
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

from model.annotation import documents, nesting
from model.annotation.documents import sha256_of
from model.annotation.layers import scheme_from_json
from model.checking import checks, soundness
from model.formats import project_json
from model.project import Project
from model.storage.journal import Writing
from tests.faults.inputs import LAYERS
from tests.model.conftest import TEXT

TEXTS = (TEXT, "قــرار ٢ (A/59/1) 🕊 إلـى ﷲ أﻻ", "Résolution 59/187 du 20 décembre 2004\nقرار\r\nAB ab")


class _Back(Exception):
    """Whatever an operation has written is taken back."""


class Desk:
    """A folder with projects. ``standing`` has the documents of ``TEXTS`` and a small scheme, and never changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._number = 0
        self._empty = folder / "empty.qarar"
        Project.create(self._empty, "Amal").close()
        scheme = scheme_from_json({"id": "small", "version": "1", "names": {"en": "Small"}, "layers": LAYERS})
        self.standing = Project.create(folder / "standing.qarar", "Amal", scheme)
        with self.standing.operation("import") as writing:
            self.documents = [documents.add(writing, f"text {place}", text) for place, text in enumerate(TEXTS)]
        self.blank = self._copy()

    def close(self) -> None:
        self.standing.close()
        self.blank.close()

    def path(self, suffix: str, content: bytes) -> Path:
        """A file of that content; there is one of a suffix at a time."""
        path = self.folder / f"input{suffix}"
        path.write_bytes(content)
        return path

    @contextlib.contextmanager
    def fresh(self) -> Generator[Project]:
        """An empty project, for a while."""
        with self._copy() as project:
            yield project
        for path in self.folder.glob(f"{project.path.name}*"):
            path.unlink()

    def _copy(self) -> Project:
        self._number += 1
        path = self.folder / f"fresh-{self._number}.qarar"
        shutil.copyfile(self._empty, path)
        return Project.open(path, "Amal")

    def taken_back(self, project: Project, act: Callable[[Writing], object]) -> None:
        """Do something in a project that stays as it was; what was written must be sound."""
        with contextlib.suppress(_Back), project.operation("act") as writing:
            act(writing)
            _check_within(project)
            raise _Back

    def check_travels(self, project: Project) -> None:
        """A project is sound, and is the same once it has been written as JSON and read again."""
        assert project.integrity_problems() == []
        check(project)
        first, second = self.folder / "first.json", self.folder / "second.json"
        project_json.write(project, first)
        with self.fresh() as other:
            with other.operation("import") as writing:
                project_json.read_into(writing, other, first)
            project_json.write(other, second)
        assert first.read_bytes() == second.read_bytes()


def check(project: Project) -> None:
    """What ``check`` of the command line finds unsound: nothing; and what it tells besides can be told."""
    assert [str(problem) for problem in soundness.problems(project.tables)] == []
    for name, problem in checks.project_problems(project.tables):
        assert str(checks.sentence(name, problem))


def _check_within(project: Project) -> None:
    """The same within an operation, before texts are found by their words."""
    for document in project.document_ids():
        text = project.text(document)
        assert sha256_of(text) == project.document(document).text_sha256
        spans = project.spans(document, rejected=True)
        nesting.check(project.scheme, spans)
        evidence = [each for found in project.assignments(document, rejected=True) for each in found.evidence]
        for start, end in ((each.start, each.end) for each in (*spans, *evidence)):
            assert 0 <= start < end <= len(text)
    for name, problem in checks.project_problems(project.tables):
        assert str(checks.sentence(name, problem))

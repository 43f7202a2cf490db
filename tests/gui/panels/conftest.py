"""A project of one short document with a few descriptors, in a session."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gui.session.session import Session
from model.annotation import documents
from model.annotation.values import Origin
from model.project import Project
from model.vocabulary import assignments, concepts

TEXT = "إن الجمعية العامة، إذ تعيد تأكيد حقوق الإنسان، 1 - تقرر أن تعمل في سبيل السلام والتنمية؛ 2 - تطلب تقريرا."


@dataclass
class Desk:
    """What a test works with."""

    session: Session
    project: Project
    document: str
    other: str
    concepts: dict[str, str]

    def labels(self) -> list[str]:
        """The document's descriptors in order, by their English labels."""
        found = self.project.assignments(self.document)
        return [self.project.concept(each.concept).label("en") for each in found]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two documents; PEACE and HUMAN RIGHTS are assigned to the first, other concepts are there to be found."""
    project = Project.create(tmp_path / "desk.qarar", "Sara")
    made: dict[str, str] = {}
    with project.operation("import") as writing:
        document = documents.add(writing, "A_RES_1", TEXT)
        other = documents.add(writing, "A_RES_2", "قرار آخر")
        for english, arabic in (
            ("PEACE", "السلام"),
            ("HUMAN RIGHTS", "حقوق الإنسان"),
            ("HUMAN RIGHTS EDUCATION", "التثقيف في مجال حقوق الإنسان"),
            ("DEVELOPMENT", ""),
            ("TRADE", ""),
        ):
            made[english] = concepts.add(writing, english, "en").id
            if arabic:
                concepts.add_label(writing, made[english], arabic, "ar", "preferred")
        concepts.add_label(writing, made["TRADE"], "commerce", "en", "alternative")
        for english in ("PEACE", "HUMAN RIGHTS"):
            assignments.assign(writing, document, made[english], term=english, origin=Origin("import"))
    session = Session()
    session.set_project(project)
    session.set_document(document)
    yield Desk(session, project, document, other, made)
    session.set_project(None)

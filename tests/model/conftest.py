"""A small project on disk, for tests of the model."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.annotation import documents
from model.project import Project

# Invented; the shape of a resolution: formula, two recitals, a paragraph with a list, a last paragraph.
TEXT = (
    "إن الجمعية العامة، إذ تشير إلى أهمية المكتبات، وإذ تلاحظ حاجتها، "
    "1 - تطلب إلى الدول ما يلي: (أ) فتح المكتبات؛ (ب) دعمها بما يأتي: ’1‘ المال؛ ’2‘ الكتب؛ 2 - تقرر مواصلة النظر."
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "مشروع.qarar", "Amal") as made:
        yield made


@pytest.fixture
def document(project: Project) -> str:
    with project.operation("add document") as writing:
        return documents.add(writing, "مكتبات", TEXT)


def place(part: str, text: str = TEXT) -> tuple[int, int]:
    """Where a part stands in the text, as limits."""
    start = text.index(part)
    return start, start + len(part)

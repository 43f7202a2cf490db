from pathlib import Path

import pytest

from model.formats.export_formats import FORMATS, format_of, format_of_file
from model.project import Project
from tests.model.formats.projects import annotated, content


def test_a_file_has_the_format_of_its_suffix() -> None:
    assert format_of_file(Path("a.JSON")) is format_of("project-json")
    assert format_of_file(Path("a.json.jsonl")) is format_of("dataset-jsonl")
    for name in ("a.qarar", "a", ".json", "a.txt"):
        assert format_of_file(Path(name)) is None


@pytest.mark.parametrize("form", [form for form in FORMATS if form.lossless], ids=lambda form: form.id)
def test_what_a_lossless_format_writes_it_reads_and_writes_again(
    form: object, project: Project, tmp_path: Path
) -> None:
    form = next(each for each in FORMATS if each is form)
    annotated(project)
    assert form.read is not None
    assert form.write(project, tmp_path / "a") == 1
    with Project.create(tmp_path / "b.qarar", "Amal") as other:
        with other.operation("read") as writing:
            assert form.read(writing, other, tmp_path / "a") == 1
        assert form.write(other, tmp_path / "b") == 1
        assert content(other)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()

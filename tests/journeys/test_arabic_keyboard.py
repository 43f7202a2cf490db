"""The real window under X11 with an Arabic keyboard layout and no other: what no offscreen test can show of keys."""

from model.annotation import documents
from model.project import Project
from tests.journeys.conftest import until

TEXT = "إن الجمعية العامة، إذ تعيد تأكيد التزامها، 1 - تقرر أن تواصل النظر في المسألة."
# Key codes of X11 (those of the kernel and 8), whatever letters the layout puts on them.
SPACE, CONTROL = "65", "37"
KEY = {"E": "26", "P": "33", "O": "32", "Z": "52"}


def test_clauses_are_marked_and_undone_by_the_places_of_keys(screen, tmp_path):
    path = tmp_path / "keys.qarar"
    with Project.create(path, "Sara") as project, project.operation("import") as writing:
        document = documents.add(writing, "one", TEXT)

    def labels() -> list[str]:
        with Project.open(path, None) as project:
            return [span.label for span in project.spans(document) if span.layer == "clause"]

    screen.layout("ara")
    screen.settle("Sara", "ar")
    screen.open(path)
    screen.press(SPACE, KEY["E"], KEY["P"], KEY["O"])
    until(lambda: labels() == ["enacting", "preambular", "operative"])
    screen.do("keydown", CONTROL, "key", KEY["Z"], "keyup", CONTROL)
    until(lambda: labels() == ["enacting", "preambular"])

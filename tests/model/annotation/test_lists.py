from model.annotation import lists, spans
from model.annotation.values import Span
from model.project import Project
from tests.model.conftest import TEXT, place

ONE = place("1 - تطلب إلى الدول ما يلي:")


def mark(project: Project, document: str, label: str, part: str) -> Span:
    with project.operation("mark") as writing:
        lists.make_room(writing, document, label, *place(part))
        return spans.mark(writing, document, label, *place(part))


def quotes(project: Project, document: str) -> list[tuple[int, str, str]]:
    found = project.spans(document)
    return [(span.depth, TEXT[span.start : span.end][:7].strip(), TEXT[span.start : span.end][-6:]) for span in found]


def test_a_list_is_marked_item_by_item_and_held_by_its_clauses(project: Project, document: str) -> None:
    mark(project, document, "operative", "1 - تطلب إلى الدول ما يلي:")
    mark(project, document, "subclause", "(أ) فتح المكتبات؛")
    mark(project, document, "subclause", "(ب) دعمها بما يأتي:")
    mark(project, document, "subclause", "’1‘ المال؛")
    mark(project, document, "subclause", "’2‘ الكتب؛")
    assert quotes(project, document) == [
        (0, "1 - تطل", "الكتب؛"),
        (1, "(أ) فتح", "كتبات؛"),
        (1, "(ب) دعم", "الكتب؛"),
        (2, "’1‘ الم", "المال؛"),
        (2, "’2‘ الك", "الكتب؛"),
    ]
    project.undo()
    assert quotes(project, document)[0] == (0, "1 - تطل", "المال؛")


def test_an_item_far_from_any_clause_makes_none_grow(project: Project, document: str) -> None:
    one = mark(project, document, "operative", "1 - تطلب إلى الدول ما يلي:")
    mark(project, document, "subclause", "(ب) دعمها بما يأتي:")
    assert project.span(one.id) == one


def test_a_letter_is_no_part_of_the_letter_before(project: Project, document: str) -> None:
    with project.operation("mark") as writing:
        spans.mark(writing, document, "operative", ONE[0], place("(أ) فتح المكتبات؛")[1])
        spans.mark(writing, document, "subclause", *place("(أ) فتح المكتبات؛"))
    mark(project, document, "subclause", "(ب) دعمها بما يأتي:")
    assert [depth for depth, _, _ in quotes(project, document)] == [0, 1, 1]


def test_a_clause_of_its_own_makes_no_other_grow(project: Project, document: str) -> None:
    one = mark(project, document, "operative", "1 - تطلب إلى الدول ما يلي:")
    mark(project, document, "paragraph", "(أ) فتح المكتبات؛")
    assert project.span(one.id) == one


def test_an_item_that_reaches_into_another_clause_cuts_none(project: Project, document: str) -> None:
    one = mark(project, document, "operative", "1 - تطلب إلى الدول ما يلي:")
    two = mark(project, document, "operative", "2 - تقرر مواصلة النظر.")
    with project.operation("mark") as writing:
        assert lists.make_room(writing, document, "subclause", place("(أ)")[0], two.start + 8) is None
    assert project.spans(document) == [one, two]

from model.project import Project
from model.vocabulary import concepts


def found(project: Project, query: str) -> list[str]:
    return [match.concept.label("en") for match in project.search_concepts(query)]


def test_words_in_any_order_prefixes_and_folding(project: Project) -> None:
    with project.operation("terms") as writing:
        for english, arabic in (
            ("HUMAN RIGHTS", "حقوق الإنسان"),
            ("HUMAN RIGHTS EDUCATION", "التثقيف في مجال حقوق الإنسان"),
            ("RIGHT TO EDUCATION", "الحق في التعليم"),
            ("EDUCATION", "التعليم"),
        ):
            made = concepts.create(writing, english)
            concepts.add_label(writing, made.id, arabic, "ar", "preferred")
    assert found(project, "education") == ["EDUCATION", "RIGHT TO EDUCATION", "HUMAN RIGHTS EDUCATION"]
    assert found(project, "rig hum") == ["HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    assert found(project, "حقـوق الانسان") == ["HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    assert found(project, "الحق في") == ["RIGHT TO EDUCATION"]
    assert found(project, "ights") == found(project, " ") == found(project, "xyz") == []
    assert found(project, "e") == ["EDUCATION", "RIGHT TO EDUCATION", "HUMAN RIGHTS EDUCATION"]
    assert len(project.search_concepts("e", limit=2)) == 2


def test_a_match_says_by_which_label(project: Project) -> None:
    with project.operation("terms") as writing:
        made = concepts.create(writing, "REFUGEES")
        concepts.add_label(writing, made.id, "DISPLACED PERSONS", "en")
    (match,) = project.search_concepts("displaced")
    assert (match.concept.label("en"), match.label.text, match.label.kind) == (
        "REFUGEES",
        "DISPLACED PERSONS",
        "alternative",
    )

from model.annotation.values import Origin
from model.consistency import terms
from model.consistency.values import Named
from model.project import Project
from model.vocabulary import assignments
from tests.model.consistency.indexed import index
from tests.model.vocabulary.concept_rows import relate, set_state

CONCEPTS = {name: [("en", name.upper())] for name in ("water", "rivers", "floods", "deluges")}


def read(project: Project) -> terms.Indexing:
    return project.read(terms.read, {each.id: Named(each.id, each.name) for each in project.documents()})


def test_terms_by_use_with_their_documents(project: Project) -> None:
    index(project, CONCEPTS, {"2": ["water", "rivers"], "10": ["water", "free"], "1": ["water"]}, {"free": "AFLOAT"})
    found = terms.by_use(read(project))
    assert [(term.concept.label("en"), term.own, [each.name for each in term.documents]) for term in found] == [
        ("WATER", False, ["1", "2", "10"]),
        ("AFLOAT", True, ["10"]),
        ("RIVERS", False, ["2"]),
    ]


def test_only_what_is_confirmed_counts(project: Project) -> None:
    ids = index(project, CONCEPTS, {"1": ["water", "rivers"]})
    with project.operation("judge") as writing:
        assignments.set_status(writing, project.assignments(ids["1"])[0].id, "rejected")
        assignments.assign(writing, ids["1"], "floods", status="suggested", origin=Origin("model", "1", 0.9))
    assert [term.concept.id for term in terms.by_use(read(project))] == ["rivers"]


def test_what_a_header_named_twice(project: Project) -> None:
    ids = index(project, CONCEPTS, {"1": ["rivers"], "2": []})
    with project.operation("import") as writing:
        assignments.assign_found(
            writing, ids["2"], [("water", "WATER"), ("rivers", "R"), ("water", "Water")], Origin("import")
        )
    (term,) = terms.twice(read(project))
    assert (term.concept.id, [each.name for each in term.documents]) == ("water", ["2"])
    assert [len(each.documents) for each in terms.by_use(read(project))] == [2, 1]


def test_outdated_terms_with_what_replaces_them(project: Project) -> None:
    index(project, CONCEPTS, {"1": ["floods", "water"], "2": ["rivers"]})
    with project.operation("edition") as writing:
        set_state(writing, "floods", "deprecated")
        set_state(writing, "rivers", "gone")
        set_state(writing, "deluges", "gone")
        relate(writing, ("floods", "replaced_by", "deluges"))
    indexing = read(project)
    found = project.read(terms.outdated, indexing)
    assert [(each.term.concept.id, each.term.state, [one.id for one in each.replaced_by]) for each in found] == [
        ("floods", "deprecated", ["deluges"]),
        ("rivers", "gone", []),
    ]

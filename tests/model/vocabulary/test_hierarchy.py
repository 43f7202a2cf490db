import pytest

from model.errors import Cancelled
from model.project import Project
from model.vocabulary import concepts, hierarchy
from model.vocabulary.hierarchy import Node
from tests.model.vocabulary.concept_rows import VOCABULARY, add_concepts, add_vocabulary, relate, set_state


@pytest.fixture
def tree(project: Project) -> Project:
    with project.operation("thesaurus") as writing:
        add_vocabulary(writing)
        add_concepts(
            writing,
            {
                "water": [("en", "WATER"), ("ar", "المياه")],
                "rivers": [("en", "RIVERS"), ("ar", "الأنهار")],
                "floods": [("en", "FLOODS"), ("ar", "الفيضانات")],
                "disasters": [("en", "DISASTERS"), ("ar", "الكوارث")],
                "flash": [("en", "FLASH FLOODS")],
                "abbreviations": [("en", "ABBREVIATIONS"), ("fr", "États abrégés")],
                "bare": [],
            },
        )
        relate(
            writing,
            ("rivers", "broader", "water"),
            ("floods", "broader", "water"),
            ("floods", "broader", "disasters"),
            ("flash", "broader", "floods"),
            ("flash", "related", "rivers"),
        )
        set_state(writing, "disasters", "deprecated")
        set_state(writing, "disasters", "gone")
    return project


def test_roots_have_nothing_broader_and_are_sorted_by_label(tree: Project) -> None:
    assert tree.read(hierarchy.roots, VOCABULARY, "en") == [
        Node("abbreviations", "ABBREVIATIONS", False),
        Node("disasters", "DISASTERS", True, "gone"),
        Node("water", "WATER", True),
        Node("bare", "http://example.org/bare", False),
    ]


def test_what_lacks_the_language_stands_under_another_label(tree: Project) -> None:
    assert [node.label for node in tree.read(hierarchy.roots, VOCABULARY, "ar")] == [
        "الكوارث",
        "المياه",
        "ABBREVIATIONS",
        "http://example.org/bare",
    ]
    assert [node.label for node in tree.read(hierarchy.roots, VOCABULARY, "fr")][:2] == ["États abrégés", "DISASTERS"]


def test_accents_are_passed_over_where_labels_are_sorted() -> None:
    keys = ["zèbre", "états", "eau", "étude"]
    assert sorted(keys, key=lambda key: hierarchy.filing_key(key, "fr")) == ["eau", "états", "étude", "zèbre"]


def test_the_article_is_passed_over_where_arabic_labels_are_sorted(project: Project) -> None:
    with project.operation("thesaurus") as writing:
        add_vocabulary(writing)
        labels = ("الوثائق", "بيانات", "البحار", "أسماك")
        add_concepts(writing, {str(number): [("ar", label)] for number, label in enumerate(labels)})
    assert [node.label for node in project.read(hierarchy.roots, VOCABULARY)] == [
        "أسماك",
        "البحار",
        "بيانات",
        "الوثائق",
    ]


def test_the_narrower_ones_say_whether_there_is_more_below(tree: Project) -> None:
    assert tree.read(hierarchy.narrower, "water", "en") == [
        Node("floods", "FLOODS", True),
        Node("rivers", "RIVERS", False),
    ]
    assert [node.concept for node in tree.read(hierarchy.narrower, "disasters")] == ["floods"]
    assert tree.read(hierarchy.narrower, "flash") == tree.read(hierarchy.narrower, "nothing") == []


def test_the_way_from_the_top(tree: Project) -> None:
    def way(concept: str) -> list[str]:
        return [node.concept for node in tree.read(hierarchy.path, concept, "en")]

    assert way("flash") == ["disasters", "floods", "flash"]
    assert way("rivers") == ["water", "rivers"]
    assert way("water") == ["water"]
    assert way("nothing") == []
    assert [node.has_narrower for node in tree.read(hierarchy.path, "flash", "en")] == [True, True, False]


def test_of_several_ways_up_the_shortest_is_taken(tree: Project) -> None:
    with tree.operation("relate") as writing:
        relate(writing, ("flash", "broader", "water"))
    assert [node.concept for node in tree.read(hierarchy.path, "flash")] == ["water", "flash"]


def test_cycles_end_and_stay_reachable(tree: Project) -> None:
    with tree.operation("relate") as writing:
        add_concepts(writing, {"b": [("en", "B")], "a": [("en", "A")], "c": [("en", "C")], "self": [("en", "SELF")]})
        relate(writing, ("a", "broader", "b"), ("b", "broader", "a"), ("c", "broader", "b"))
        relate(writing, ("self", "broader", "self"))
    tops = [node.concept for node in tree.read(hierarchy.roots, VOCABULARY, "en")]
    assert [each for each in tops if each in ("a", "b", "c", "self")] == ["a", "self"]
    assert [node.concept for node in tree.read(hierarchy.path, "c")][-1] == "c"
    assert [node.concept for node in tree.read(hierarchy.path, "self")] == ["self"]


def test_each_vocabulary_has_its_own_roots(tree: Project) -> None:
    with tree.operation("own term") as writing:
        own = concepts.create(writing, "RAIN").id
        relate(writing, (own, "broader", "water"))
    assert [node.concept for node in tree.read(hierarchy.roots, concepts.OWN_VOCABULARY, "en")] == [own]
    assert own in [node.concept for node in tree.read(hierarchy.narrower, "water")]


def test_concepts_and_roots_are_counted(tree: Project) -> None:
    with tree.operation("cycle") as writing:
        add_concepts(writing, {"b": [("en", "B")], "a": [("en", "A")]})
        relate(writing, ("a", "broader", "b"), ("b", "broader", "a"))
    assert tree.read(hierarchy.count, VOCABULARY) == 9
    assert tree.read(hierarchy.count_of_roots, VOCABULARY) == len(tree.read(hierarchy.roots, VOCABULARY)) == 5
    assert tree.read(hierarchy.count, "nowhere") == tree.read(hierarchy.count_of_roots, "nowhere") == 0


def test_many_rows_are_sorted_as_few_are(tree: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with tree.operation("more") as writing:
        add_concepts(writing, {str(number): [("en", f"TERM {number * 37 % 101:03}")] for number in range(100)})
    few = tree.read(hierarchy.roots, VOCABULARY, "en")
    monkeypatch.setattr(hierarchy, "_AT_ONCE", 7)
    assert tree.read(hierarchy.roots, VOCABULARY, "en") == few
    terms = [node.label for node in few if node.label.startswith("TERM")]
    assert terms == sorted(terms) and len(terms) == 100


def test_reading_the_top_tells_how_far_it_is_and_can_be_stopped(tree: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hierarchy, "_AT_ONCE", 3)
    told: list[tuple[int, int]] = []
    tree.read(hierarchy.roots, VOCABULARY, "en", lambda done, total: told.append((done, total)))
    assert [each for each in told if each != (0, 0)] == [(0, 8), (3, 8), (4, 8), (7, 8)]
    for last in range(len(told)):
        seen: list[int] = []

        def stop(done: int, _: int, last: int = last, seen: list[int] = seen) -> None:
            seen.append(done)
            if len(seen) > last:
                raise Cancelled

        with pytest.raises(Cancelled):
            tree.read(hierarchy.roots, VOCABULARY, "en", stop)
        assert len(seen) == last + 1

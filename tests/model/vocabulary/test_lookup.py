import random

import pytest

from model.annotation import documents
from model.project import Project
from model.vocabulary import assignments, concepts, lookup
from tests.model.vocabulary.concept_rows import add_concepts, add_vocabulary, set_state


def found(project: Project, query: str, *languages: str) -> list[str]:
    matches = project.search_concepts(query, languages=languages or lookup.LANGUAGES)
    return [match.concept.label("en") for match in matches]


def by(project: Project, query: str) -> list[str]:
    return [match.label.text for match in project.search_concepts(query)]


@pytest.fixture
def rights(project: Project) -> Project:
    with project.operation("terms") as writing:
        for english, arabic in (
            ("HUMAN RIGHTS", "حقوق الإنسان"),
            ("HUMAN RIGHTS EDUCATION", "التثقيف في مجال حقوق الإنسان"),
            ("RIGHT TO EDUCATION", "الحق في التعليم"),
            ("EDUCATION", "التعليم"),
        ):
            made = concepts.create(writing, english)
            concepts.add_label(writing, made.id, arabic, "ar", "preferred")
    return project


def test_words_in_any_order_prefixes_and_folding(rights: Project) -> None:
    assert found(rights, "education") == ["EDUCATION", "RIGHT TO EDUCATION", "HUMAN RIGHTS EDUCATION"]
    assert found(rights, "rig hum") == ["HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    assert found(rights, "حقـوق الانسان") == ["HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    assert found(rights, "حُقوق ٱلإنسان") == ["HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    assert found(rights, "ights") == found(rights, " ") == found(rights, "xyz") == []
    assert found(rights, "e") == ["EDUCATION", "RIGHT TO EDUCATION", "HUMAN RIGHTS EDUCATION"]
    assert len(rights.search_concepts("e", limit=2)) == 2
    assert rights.search_concepts("e", limit=0) == []


def test_what_is_written_together_with_an_arabic_word_is_in_nobodys_way(rights: Project) -> None:
    assert found(rights, "الحق في") == ["RIGHT TO EDUCATION", "HUMAN RIGHTS EDUCATION"]
    assert found(rights, "تعليم") == found(rights, "والتعليم") == found(rights, "للتعليم")
    assert found(rights, "تعليم") == ["EDUCATION", "RIGHT TO EDUCATION"]
    assert found(rights, "بالتعليم الحق") == ["RIGHT TO EDUCATION"]
    assert found(rights, "وحقوق انسان") == ["HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]


def test_a_word_that_may_only_begin_with_a_preposition_comes_last(project: Project) -> None:
    with project.operation("terms") as writing:
        for label in ("حرية الرأي", "أعالي البحار", "البحر", "قانون البحار", "بحر الشمال", "الحرب"):
            concepts.create(writing, label, "ar")
    assert by(project, "بحا") == ["أعالي البحار", "قانون البحار"]
    assert by(project, "بحر") == ["البحر", "بحر الشمال"]
    assert by(project, "بحري") == ["حرية الرأي"]  # بـ + حري…: better than nothing
    assert by(project, "حرب") == ["الحرب"]
    assert by(project, "ا") == ["البحر", "الحرب", "أعالي البحار", "بحر الشمال", "حرية الرأي", "قانون البحار"]


def test_the_best_comes_first(project: Project) -> None:
    with project.operation("terms") as writing:
        add_vocabulary(writing)
        add_concepts(
            writing,
            {
                "whole": [("en", "WATER SUPPLY")],
                "same": [("en", "SUPPLY OF WATER")],
                "alike": [("en", "SUPPLYING WATERS")],
                "words": [("en", "WATER SUPPLY ENGINEERING")],
                "any order": [("en", "SUPPLY AND WATER")],
                "longer": [("en", "RURAL WATER SUPPLY")],
                "begins": [("en", "WATER SUPPLYING")],
                "contains": [("en", "OUR WATER SUPPLYING")],
                "alternative": [("en", "X"), ("en", "WATER SUPPLY", "alternative")],
                "hidden": [("en", "Y"), ("en", "WATER SUPPLY", "hidden")],
                "french": [("fr", "WATER SUPPLY")],
                "gone": [("en", "WATER SUPPLY")],
                "deprecated": [("en", "WATER SUPPLY OLD")],
            },
        )
        own = concepts.add(writing, "Water supply", "en")
        set_state(writing, "gone", "gone")
        set_state(writing, "deprecated", "deprecated")
    matches = project.search_concepts("water supply", languages=["en"])
    order = ["whole", own.id, "french", "alternative", "hidden", "same", "begins", "alike"]
    order += ["words", "any order", "longer", "contains"]
    assert [match.concept.id for match in matches] == [*order, "gone", "deprecated"]
    assert [match.state for match in matches][-3:] == [None, "gone", "deprecated"]
    assert next(match.concept.id for match in project.search_concepts("water supply", languages=["fr"])) == "french"


def test_the_same_words_in_another_order_come_right_behind_the_query_itself(project: Project) -> None:
    with project.operation("terms") as writing:
        texts = [documents.add(writing, str(number), "قرار") for number in range(11)]
        concepts.create(writing, "HUMAN RIGHTS")
        for label in ("RIGHTS HUMAN X", "RIGHTS OF HUMANITY", "RIGHTS HUMANE X"):
            made = concepts.create(writing, label)
            for text in texts:  # often, which is not what decides
                assignments.assign(writing, text, made.id)
    assert found(project, "rights human") == ["HUMAN RIGHTS", "RIGHTS OF HUMANITY", "RIGHTS HUMAN X", "RIGHTS HUMANE X"]
    assert found(project, "rights hum") == ["RIGHTS OF HUMANITY", "HUMAN RIGHTS", "RIGHTS HUMAN X", "RIGHTS HUMANE X"]
    with project.operation("term") as writing:
        concepts.create(writing, "RIGHTS HUMAN")
    assert found(project, "rights human")[:2] == ["RIGHTS HUMAN", "HUMAN RIGHTS"]


def test_little_words_are_not_counted(project: Project) -> None:
    with project.operation("terms") as writing:
        for label in ("RIGHTS OF THE CHILD", "RIGHTS OF CHILD X", "WOMEN'S RIGHTS", "RIGHTS WOMEN Y"):
            concepts.create(writing, label)
    assert (
        found(project, "child rights") == found(project, "rights chi") == ["RIGHTS OF THE CHILD", "RIGHTS OF CHILD X"]
    )
    assert found(project, "rights women")[0] == "WOMEN'S RIGHTS"
    assert found(project, "the of") == found(project, "of the") == ["RIGHTS OF THE CHILD"]


def test_the_article_that_was_typed_is_wanted_whatever_is_before_it(project: Project) -> None:
    labels = ("إنسان آلي", "حقوق الإنسان", "المساعدة الإنسانية", "إنسانيات")
    with project.operation("terms") as writing:
        for label in labels:
            concepts.create(writing, label, "ar")
    for query in ("الإنسان", "والانسان", "بالإنسان", "للانسان", "وللإنسان"):
        assert by(project, query) == ["حقوق الإنسان", "إنسان آلي", "المساعدة الإنسانية", "إنسانيات"]
    assert by(project, "والانس") == ["حقوق الإنسان", "المساعدة الإنسانية", "إنسان آلي", "إنسانيات"]
    assert by(project, "إنسان") == ["إنسان آلي", "حقوق الإنسان", "إنسانيات", "المساعدة الإنسانية"]
    assert by(project, "وإنسان") == ["إنسان آلي", "حقوق الإنسان", "إنسانيات", "المساعدة الإنسانية"]


def test_a_short_word_is_still_being_typed(project: Project) -> None:
    with project.operation("terms") as writing:
        for label in ("INDIA", "WOMEN IN", "LAWYERS", "SEA LAW"):
            concepts.create(writing, label)
    assert found(project, "in") == ["INDIA", "WOMEN IN"]
    assert found(project, "law") == ["SEA LAW", "LAWYERS"]


def test_what_is_assigned_often_comes_before_what_is_not(project: Project) -> None:
    with project.operation("terms") as writing:
        made = {name: concepts.create(writing, name).id for name in ("WATERA", "WATERBC", "WATERDEF")}
        texts = [documents.add(writing, str(number), "قرار") for number in range(11)]
    assert found(project, "wat") == ["WATERA", "WATERBC", "WATERDEF"]
    with project.operation("assign") as writing:
        rejected = assignments.assign(writing, texts[0], made["WATERA"])
        assignments.set_status(writing, rejected.id, "rejected")
        assignments.assign(writing, texts[0], made["WATERBC"])
        for text in texts:
            assignments.assign(writing, text, made["WATERDEF"])
    assert found(project, "wat") == ["WATERDEF", "WATERBC", "WATERA"]
    project.undo()
    assert found(project, "wat") == ["WATERA", "WATERBC", "WATERDEF"]


def test_labels_without_blanks_are_found_by_any_part_of_them(project: Project) -> None:
    with project.operation("terms") as writing:
        add_vocabulary(writing)
        labels = {
            "abandoned": "被遗弃儿童",
            "soldiers": "儿童兵",
            "children": "儿童",
            "other": "童话和儿歌",
            "year": "2030年议程",
        }
        add_concepts(writing, {concept: [("zh", label)] for concept, label in labels.items()})
    assert by(project, "儿童") == ["儿童", "儿童兵", "被遗弃儿童"]
    assert by(project, "弃儿") == ["被遗弃儿童"]
    assert by(project, "童") == ["童话和儿歌", "儿童", "儿童兵", "被遗弃儿童"]
    assert by(project, "儿童 被") == ["被遗弃儿童"]
    assert by(project, "年议") == by(project, "203") == ["2030年议程"]


def test_accents_and_punctuation_are_in_nobodys_way(project: Project) -> None:
    with project.operation("terms") as writing:
        add_vocabulary(writing)
        add_concepts(
            writing,
            {
                "a": [("fr", "droits de l'homme")],
                "b": [("es", "niÑos refugiados")],
                "c": [("fr", "enlevement")],
                "d": [("en", "COVID-19 (DISEASE)")],
                "e": [("ru", "Край й ёлка")],
                "f": [("en", "A/RES/59/187")],
            },
        )
    queries = ("homme droits", "ninos", "Enlèvement", "disease", "елка", "59/187", "covid 19", "COVID-19", '"homme"')
    assert ["".join(match.concept.id for match in project.search_concepts(query)) for query in queries] == list(
        "abcdefdda"
    )


@pytest.mark.parametrize("query", ["", "   ", "...", "«»", '"', "'", "59/187", "%_*", "\x00", "ـــ", "َ", "\U0010ffff"])
def test_queries_with_nothing_to_find(rights: Project, query: str) -> None:
    assert rights.search_concepts(query) == []


@pytest.mark.parametrize("query", ["ا" * 10_000, "ا " * 5_000, "儿童" * 5_000, "rights " * 2_000, "n" * 10_000])
def test_very_long_queries_are_answered(rights: Project, query: str) -> None:
    assert len(rights.search_concepts(query)) <= 4


def test_a_match_says_by_which_label(project: Project) -> None:
    with project.operation("terms") as writing:
        made = concepts.create(writing, "REFUGEES")
        concepts.add_label(writing, made.id, "DISPLACED PERSONS", "en")
        concepts.add_label(writing, made.id, "DISPLACED PEOPLE", "en")
    for query, label in (("people displaced", "DISPLACED PEOPLE"), ("persons displaced", "DISPLACED PERSONS")):
        (match,) = project.search_concepts(query)
        assert (match.concept.label("en"), match.label.text, match.label.kind) == ("REFUGEES", label, "alternative")
    assert match.concept == project.concept(made.id)


def test_a_change_of_few_concepts_is_indexed_apart(rights: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(rights, "hum") == ["HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    built = count_builds(monkeypatch)
    with rights.operation("create term") as writing:
        made = concepts.create(writing, "HUMUS")
    assert found(rights, "hum") == ["HUMUS", "HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    with rights.operation("label") as writing:
        concepts.add_label(writing, made.id, "تربة", "ar")
    assert found(rights, "ترب") == ["HUMUS"]
    rights.undo()
    assert found(rights, "ترب") == []
    assert found(rights, "hum")[0] == "HUMUS"
    assert built == [1]  # all anew: of a label that was taken away nobody knows whose it was
    rights.undo()
    assert found(rights, "hum") == ["HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    rights.redo()
    assert found(rights, "hum")[0] == "HUMUS"
    assert built == [1]
    with rights.operation("create term") as writing:
        concepts.create(writing, "HUMIDITY")
    rights.undo()
    assert found(rights, "humi") == []
    assert built == [1]


def test_a_concept_that_changes_is_found_once_and_as_it_is_now(rights: Project) -> None:
    (match,) = rights.search_concepts("right to")
    with rights.operation("label") as writing:
        concepts.add_label(writing, match.concept.id, "SCHOOLING", "en")
        writing.update("concept_label", match.label.id, text="RIGHT TO LEARN", key="right to learn")
    assert by(rights, "right") == ["RIGHT TO LEARN", "HUMAN RIGHTS", "HUMAN RIGHTS EDUCATION"]
    assert by(rights, "school") == ["SCHOOLING"]
    assert by(rights, "educ righ") == ["HUMAN RIGHTS EDUCATION"]
    assert by(rights, "الحق") == ["الحق في التعليم", "حقوق الإنسان", "التثقيف في مجال حقوق الإنسان"]


def test_many_changes_have_all_indexed_anew(rights: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "MOST_APART", 3)
    assert found(rights, "term") == []
    built = count_builds(monkeypatch)
    for number in range(4):
        with rights.operation("create term") as writing:
            concepts.create(writing, f"TERM {number}")
        assert len(found(rights, "term")) == number + 1
    assert built == [1]


def count_builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often everything was indexed, as one number that grows."""
    count = [0]
    make = lookup._Indexed.__init__

    def counted(self: object, tables: object) -> None:
        count[0] += 1
        make(self, tables)

    monkeypatch.setattr(lookup._Indexed, "__init__", counted)
    return count


def test_what_others_write_is_found(rights: Project) -> None:
    assert found(rights, "wat") == []
    with rights.open_again("Badr") as other, other.operation("create term") as writing:
        concepts.create(writing, "WATER")
    rights.refresh()
    assert found(rights, "wat") == ["WATER"]


def test_nothing_is_kept_of_what_is_taken_back(rights: Project) -> None:
    with pytest.raises(ZeroDivisionError), rights.operation("create term") as writing:
        concepts.create(writing, "WATER")
        gone = next(each for each in rights.concepts() if each.label("en") == "RIGHT TO EDUCATION")
        for label in gone.labels:
            writing.delete("concept_label", label.id)
        assert found(rights, "right to") == []
        assert found(rights, "wat") == ["WATER"]
        raise ZeroDivisionError
    assert found(rights, "wat") == []
    assert found(rights, "right to") == ["RIGHT TO EDUCATION"]


def test_states_are_followed(project: Project) -> None:
    with project.operation("terms") as writing:
        add_vocabulary(writing)
        add_concepts(writing, {"a": [("en", "WATER")], "b": [("en", "WATERS")]})
    assert [match.concept.id for match in project.search_concepts("wat")] == ["a", "b"]
    with project.operation("new edition") as writing:
        set_state(writing, "a", "gone")
    assert [(match.concept.id, match.state) for match in project.search_concepts("wat")] == [("b", None), ("a", "gone")]


def test_equally_good_labels_are_in_the_order_of_letters(project: Project) -> None:
    with project.operation("terms") as writing:
        names = [f"WATER {letter}" for letter in "ABCDEFGHIJ"]
        for name in random.Random(3).sample(names, len(names)):
            concepts.create(writing, name)
    assert found(project, "wat") == names

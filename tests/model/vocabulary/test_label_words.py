import pytest

from model.vocabulary.concepts import label_key
from model.vocabulary.label_words import ARTICLES, LABEL_END, PARTICLES, forms_of, pieces, plain, runs, words


@pytest.mark.parametrize(
    "label, expected",
    [
        ("HUMAN RIGHTS", ["human", "rights"]),
        ("حقوق الإنسان", ["حقوق", "الانسان"]),
        ("COVID-19 (مرض)", ["covid", "19", "مرض"]),
        ("A/RES/59/187", ["a", "res", "59", "187"]),
        ("d’État, « élevé »", ["d", "etat", "eleve"]),
        ("被遗弃儿童", ["被", "遗", "弃", "儿", "童"]),
        ("2030年 アジア", ["2030", "年", "ア", "ジ", "ア"]),
        ("हिन्दी", ["हिन्दी"]),
        ("Ёж", ["еж"]),
        ("،؛ … «»", []),
        ("", []),
    ],
)
def test_the_words_of_a_label(label: str, expected: list[str]) -> None:
    assert words(label_key(label)) == expected


def test_many_labels_at_once_have_their_ends_between_them() -> None:
    assert pieces("a b\n\nc") == ["a", "b", LABEL_END, LABEL_END, "c"]


def test_a_mark_alone_stays() -> None:
    assert plain("\u0301") == "\u0301"
    assert plain("e\u0301\u0301") == "e"


def test_what_is_written_without_blanks_is_one_run() -> None:
    assert runs("儿童 被a アジア 𠀀𠀁 童") == ["儿童", "アジア", "𠀀𠀁"]


def test_an_arabic_word_is_meant_with_and_without_what_is_written_together_with_it() -> None:
    as_typed, definite, bare, by_particle = forms_of("تعليم")
    assert as_typed[0] == "تعليم"
    assert {"التعليم", "والتعليم", "للتعليم", "بالتعليم"} <= set(as_typed)
    assert (definite, bare) == ((), ())
    assert {"وتعليم", "بتعليم", "لتعليم"} <= set(by_particle)
    assert "والتعليم" in forms_of("والتعليم")[0]
    assert {"التعليم", "بالتعليم", "للتعليم"} <= set(forms_of("والتعليم")[1])
    assert forms_of("والتعليم")[2] == forms_of("للتعليم")[2] == ("تعليم",)
    assert "تعليم" in forms_of("وتعليم")[3]
    assert {"التعليم", "بالتعليم"} <= set(forms_of("للتعليم")[1])


@pytest.mark.parametrize(
    "word, wanted",
    [
        ("اللاجيين", {"اللاجيون", "لاجيون", "واللاجيون"}),
        ("لاجيون", {"لاجيين", "اللاجيين"}),
        ("وللمسنين", {"المسنون", "مسنون"}),
    ],
)
def test_a_sound_plural_is_meant_with_both_endings(word: str, wanted: set[str]) -> None:
    as_typed, definite, bare, _ = forms_of(word)
    assert wanted <= set(bare)
    assert not wanted & {*as_typed, *definite}


def test_a_word_that_is_hardly_more_than_the_ending_is_no_plural() -> None:
    assert "دون" not in forms_of("دين")[2]
    assert "قانين" in forms_of("قانون")[2]  # which no label has


def test_no_form_stands_twice() -> None:
    for word in ("والتعليم", "اللاجيين", "كاللاجيون", "بال", "للجان", "ووو", "كالكل", "والدين"):
        forms = [form for some in forms_of(word) for form in some]
        assert len(forms) == len(set(forms))


def test_little_is_left_alone() -> None:
    with_article = ("الم", *(each + "الم" for each in ARTICLES))
    assert forms_of("الم") == (with_article, (), (), tuple(each + "الم" for each in PARTICLES))
    assert forms_of("حر")[1:] == ((), (), ())
    assert forms_of("water") == (("water",), (), (), ())
    assert forms_of("19") == (("19",), (), (), ())

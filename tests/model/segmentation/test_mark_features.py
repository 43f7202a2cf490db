"""Features of the places where clauses may begin."""

from model.segmentation.mark_features import size
from model.segmentation.marks import Candidate, candidates_of

LIST = "1 - تطلب إلى الدول ما يلي: (أ) فتح المكتبات؛ (ب) دعمها؛ أولا 2 - تقرر النظر."


def features(text: str, start: str) -> tuple[str, ...]:
    return candidate(text, start).features


def candidate(text: str, start: str) -> Candidate:
    at = text.index(start)
    return next(one for one in candidates_of(text, 0, len(text)) if one.start == at)


def test_every_feature_names_the_kind() -> None:
    assert {feature.split("|")[0] for feature in features(LIST, "(أ)")} == {"letter"}
    assert {feature.split("|")[0] for feature in features(LIST, "أولا")} == {"word"}


def test_what_stands_around_is_named() -> None:
    found = features(LIST, "(أ)")
    assert {"letter|b=:", "letter|w12=ما يلي:", "letter|n1=فتح", "letter|next=letter؛", "letter|last=digit"} <= {*found}
    assert {"letter|first,ahead=؛", "letter|headwords=ما يلي:", "letter|in,head=True:,stop=؛"} <= {*found}


def test_the_sequence_of_numbers_is_named() -> None:
    assert "digit|step,onward=11" in features(LIST, "1 -")
    assert "digit|step,onward=1$" in features(LIST, "2 -")


def test_a_number_that_the_others_go_on_without() -> None:
    text = "1 - تقرر كذا؛ 2 - تشير إلى الركيزة 1 - كذا؛ 3 - تطلب"
    assert [one.skips for one in candidates_of(text, 0, len(text)) if one.kind == "digit"] == [
        False,
        False,
        True,
        False,
    ]


def test_annexes_are_told_apart() -> None:
    assert "digit|annex" in candidates_of(LIST, 0, len(LIST), annex=True)[0].features
    assert "digit|body" in candidates_of(LIST, 0, len(LIST))[0].features


def test_sizes() -> None:
    assert [size(number) for number in (0, 3, 4, 7, 8, 100)] == ["0", "3", "5", "5", "6", "9"]


def test_the_same_text_has_the_same_features() -> None:
    assert candidates_of(LIST, 0, len(LIST)) == candidates_of(LIST, 0, len(LIST))

import pytest
from bidi import get_display

from gui.widgets.mixed_directions import guideline, with_isolates
from model.annotation.layers import Label

LRM, RLM, LRI, RLI, PDI = "\u200e", "\u200f", "\u2066", "\u2067", "\u2069"


@pytest.mark.parametrize(
    "text, shown",
    [
        ("such as “إن الجمعية العامة،”, with its comma.", "such as “<إن الجمعية العامة،>”, with its comma."),
        ("its first word (إذ, وإذ, وقد …) to the end", "its first word (<إذ>, <وإذ>, <وقد> …) to the end"),
        ("“إذ” opens one, (أ) none.", "“<إذ>” opens one, (<أ>) none."),
        ("It ends with “إذ تؤكد.”", "It ends with “<إذ تؤكد.>”"),
        ("Ends in (كانون الأول/ديسمبر 2004).", "Ends in (<كانون الأول/ديسمبر 2004>)."),
        ("Say “see إذ,” or\nإذ - or so", "Say “see <إذ>,” or\n<إذ> - or so"),
        ('"إذ" or "وإذ" opens it', '"<إذ>" or "<وإذ>" opens it'),
    ],
)
def test_arabic_words_in_an_english_sentence_are_isolated(text, shown):
    wanted = LRM + shown.replace("<", RLI).replace(">", PDI).replace("\n", "\n" + LRM)
    assert with_isolates(text, "en") == wanted


@pytest.mark.parametrize(
    "text, shown",
    [
        ("A/59/503/Add.2 رمز الوثيقة.", "<A/59/503/Add.2> رمز الوثيقة."),
        ("مثل «Security Council.» و Human Rights Council.", "مثل «<Security Council.>» و <Human Rights Council>."),
        ("(HRC) مجلس حقوق الإنسان", "(<HRC>) مجلس حقوق الإنسان"),
    ],
)
def test_latin_words_in_an_arabic_sentence_are_isolated(text, shown):
    assert with_isolates(text, "ar") == RLM + shown.replace("<", LRI).replace(">", PDI)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A table whose text runs on (59/187).",
        "جدول ورد نصه متصلا (59/187).",
        f"such as {RLI}إذ،{PDI} and so on",
        f"such as إذ،{RLM} and so on",
    ],
)
def test_what_has_one_direction_or_was_arranged_by_hand_stays_as_it_is(text):
    assert with_isolates(text, "en") == with_isolates(text, "ar") == text


def test_a_text_that_only_quotes_its_language_is_written_in_the_other():
    assert with_isolates("“إذ” opens (أ)", "ar").startswith(LRM)
    assert with_isolates("«Council» مجلس (HRC)", "en").startswith(RLM)
    assert with_isolates("“إذ تؤكد” “so”", "ar").startswith(RLM)


def label(*definitions: tuple[str, str]) -> Label:
    return Label("a", "clause", (), "#000000", "", definitions, (), True, False, ())


def test_a_guideline_runs_as_its_own_language_does_in_windows_of_another():
    both = label(("ar", "حرف L فقط"), ("en", "إذ or so"))
    assert guideline(both, "ar") == f"{RLM}حرف {LRI}L{PDI} فقط"
    assert guideline(both, "en") == f"{LRM}{RLI}إذ{PDI} or so"
    assert guideline(label(("en", "إذ or so")), "ar") == guideline(both, "en")
    assert guideline(label(), "ar") == ""


def seen(text: str) -> str:
    """The characters from left to right, as the line's first strong letter has it."""
    return "".join(each for each in str(get_display(text)) if each not in {LRM, RLM, LRI, RLI, PDI})


def test_it_is_seen_in_the_order_in_which_it_is_read():
    assert seen(with_isolates("such as “إذ تؤكد،”, then.", "en")) == f"such as “{'إذ تؤكد،'[::-1]}”, then."
    assert seen(with_isolates("“إذ” (a verb).", "en")) == "“ذإ” (a verb)."
    assert seen(with_isolates("A/59/L.2 رمز.", "ar")) == ".زمر A/59/L.2"

import pytest

from tests.model.formats.test_akoma_ntoso import read


def clauses(body: str) -> list[tuple[str, str | None, int, str]]:
    found = read(f"<mainBody>{body}</mainBody>")
    return [(each.type, each.number, each.depth, found.text[each.start : each.end]) for each in found.clauses]


def lead(inside: str) -> str | None:
    found = read(f"<preamble><container><p>{inside}</p></container></preamble>")
    limits = found.clauses[0].lead
    return None if limits is None else found.text[slice(*limits)]


LISTED = (
    "<paragraph><num>1 -</num><list><intro><p>تقرر:</p></intro>"
    "<point><num>(أ)</num><list><intro><p>فتح:</p></intro><point><num>’1‘</num><content><p>مكتبة؛</p></content></point>"
    "</list></point><point><num>(ب)</num><content><p>دعمها؛</p></content></point>{after}</list></paragraph>"
    "<paragraph><content><p>2 - تطلب.</p></content></paragraph>"
)


def test_lists_that_are_nested_and_lists_that_are_flat_give_the_same() -> None:
    flat = "".join(f"<paragraph><content><p>{text}</p></content></paragraph>" for text in TEXTS)
    assert (
        clauses(LISTED.format(after=""))
        == clauses(flat)
        == [
            ("operative", "1", 0, "1 - تقرر: (أ) فتح: ’1‘ مكتبة؛ (ب) دعمها؛"),
            ("subclause", "أ", 1, "(أ) فتح: ’1‘ مكتبة؛"),
            ("subclause", "1", 2, "’1‘ مكتبة؛"),
            ("subclause", "ب", 1, "(ب) دعمها؛"),
            ("operative", "2", 0, "2 - تطلب."),
        ]
    )


TEXTS = ("1 - تقرر:", "(أ) فتح:", "’1‘ مكتبة؛", "(ب) دعمها؛", "2 - تطلب.")


def test_what_follows_a_list_belongs_to_its_paragraph() -> None:
    found = clauses(LISTED.format(after="<wrapUp><p>وذلك كله.</p></wrapUp>"))
    assert found[0] == ("operative", "1", 0, "1 - تقرر: (أ) فتح: ’1‘ مكتبة؛ (ب) دعمها؛ وذلك كله.")
    assert len(found) == 5


def test_a_table_ends_what_stands_before_it() -> None:
    body = "<p>1 - تقرر:</p><table><tr><td><p>أ</p></td><td/></tr><tr><td>ب</td></tr></table><p>(أ) حاشية.</p>"
    assert clauses(body) == [
        ("operative", "1", 0, "1 - تقرر:"),
        ("table", None, 0, "أ ب"),
        ("subclause", "أ", 1, "(أ) حاشية."),
    ]


def test_bullets_headings_and_recitals_below_the_preamble() -> None:
    body = (
        "<section><num>أولا</num><heading>عام</heading></section>"
        '<crossHeading refersTo="#preamble"><i>وإذ تشير</i> إليه،</crossHeading><crossHeading>باب</crossHeading>'
        "<p>الغايات</p><p>• أولى؛</p><p>• ثانية.</p>"
    )
    assert clauses(body) == [
        ("heading", None, 0, "أولا"),
        ("heading", None, 0, "عام"),
        ("preambular", None, 0, "وإذ تشير إليه،"),
        ("heading", None, 0, "باب"),
        ("paragraph", None, 0, "الغايات • أولى؛ • ثانية."),
        ("paragraph", None, 1, "• أولى؛"),
        ("paragraph", None, 1, "• ثانية."),
    ]


def test_what_lies_in_an_attachment_is_an_annex() -> None:
    found = read(
        "<mainBody><p>1 - تقرر.</p></mainBody><attachments><attachment><doc><meta><a>x</a></meta><preface><p>المرفق</p>"
        "</preface><mainBody><p>1 - بند.</p></mainBody></doc></attachment></attachments>"
        "<conclusions><p>ختام</p></conclusions>"
    )
    assert [(each.type, each.annex) for each in found.clauses] == [
        ("operative", False),
        ("paragraph", True),
        ("operative", True),
        ("closing", False),
    ]


@pytest.mark.parametrize(
    "inside, phrase",
    [
        ("<span class='bold italic'>\tوإذ تشير </span>إليه", "وإذ تشير"),
        ("<i>وإذ</i> <i>تشير</i> إليه <i>وإذ تؤكد</i>", "وإذ تشير"),
        ("وإذ <i>تشير</i>", None),
        ("”<i>وإذ تشير</i>“", "وإذ تشير"),
        ("<i> </i><i>وإذ</i>", "وإذ"),
        ("<i><i>وإذ</i> تشير</i> إليه", "وإذ تشير"),
        ("وإذ تشير", None),
    ],
)
def test_the_leading_phrase_is_the_italics_at_the_beginning(inside: str, phrase: str | None) -> None:
    assert lead(inside) == phrase


def test_the_leading_phrase_of_an_operative_paragraph_stands_behind_its_number() -> None:
    body = "<p>1 -\t<i>تقرر</i> ما يلي</p><paragraph><num>2 -</num><p><i>تطلب</i> إليه</p></paragraph>"
    found = read(f"<mainBody>{body}</mainBody>")
    assert [found.text[slice(*each.lead)] for each in found.clauses if each.lead] == ["تقرر", "تطلب"]
    inside = read("<mainBody><p><i>1 - تقرر</i> ما يلي</p></mainBody>")
    assert inside.clauses[0].lead is None


def laid_out(body: str, places: str) -> list[str]:
    """What begins at the places of a kind behind a first paragraph, up to the next blank."""
    found = read(f"<mainBody><p>أول</p>{body}</mainBody>")
    return [found.text[place:].split(" ")[0] for place in getattr(found.layout, places)]


def test_each_block_is_a_paragraph_with_its_number() -> None:
    assert laid_out(LISTED.format(after="<wrapUp><p>وذلك كله.</p></wrapUp>"), "paragraphs") == [
        *("1", "(أ)", "’1‘", "(ب)", "وذلك", "2"),
    ]
    assert laid_out(LISTED.format(after=""), "lines") == []


def test_what_stands_apart_in_a_block_is_a_line() -> None:
    body = "<paragraph><num>1 -</num><content><p>تقرر</p><p>أولا<eol/>ثانيا<eol/></p></content></paragraph>"
    assert laid_out(body, "lines") == ["أولا", "ثانيا"]
    closing = "<container>الجلسة<p>المكان</p><p><num>5</num><span>أيلول</span></p>الختام</container>"
    assert laid_out(closing, "lines") == ["المكان", "5", "الختام"]


def test_the_cells_of_a_table() -> None:
    table = "<table><caption>عنوان</caption><tr><td><p>أ</p><p>ب</p></td><td/><th>ج<eol/>د</th></tr></table>"
    assert laid_out(f"{table}<p>نص</p>", "cells") == ["أ", "ب", "ج"]
    assert laid_out(f"{table}<p>نص</p>", "lines") == ["د"]
    assert laid_out(f"{table}<p>نص</p>", "paragraphs") == ["عنوان", "نص"]
    assert laid_out("<table><tr><td>أ</td></tr></table>", "cells") == ["أ"]


def test_italics_that_lead_and_others() -> None:
    body = "<p>1 - <i>تقرر </i> <i>أيضا</i> كتاب <i>النهر</i>؛</p><p><i>عنوان</i></p><p class='italic'>كله</p>"
    found = read(f"<mainBody>{body}</mainBody>")
    assert [found.text[slice(*each)] for each in found.layout.italics] == ["تقرر أيضا", "النهر", "عنوان"]
    assert found.clauses[0].lead == found.layout.italics[0]

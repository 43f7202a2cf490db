"""What is in italics in a Word file, by all the ways in which it can say so."""

import pytest
from docx.oxml import parse_xml

from model.formats import word_text
from model.formats.word_text import Element, Italics
from tests.model.formats.test_word_text import PATH
from tests.model.formats.word_files import NAMESPACES, with_lists, with_paragraphs, with_styles

ARABIC, LATIN, BOTH = "نص", "text", "نص text"
ON, OFF = "<w:i/><w:iCs/>", '<w:i w:val="0"/><w:iCs w:val="false"/>'


def run(properties: str, text: str = ARABIC) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def in_italics(content: bytes) -> list[str]:
    found = word_text.parse(content, PATH)
    return [found.text[start:end] for start, end in found.layout.italics]


@pytest.mark.parametrize(
    "properties, text, expected",
    [
        ("", ARABIC, False),
        (ON, ARABIC, True),
        (OFF, ARABIC, False),
        ("<w:i/>", LATIN, True),
        ("<w:iCs/>", LATIN, False),
        ("<w:iCs/>", ARABIC, True),
        ("<w:i/>", ARABIC, True),  # what programs write that know of no other
        ('<w:i/><w:iCs w:val="0"/>', ARABIC, False),
        ('<w:i w:val="off"/><w:iCs/>', ARABIC, True),
        ("<w:iCs/>", BOTH, True),
        ("<w:iCs/>", "\ufef7", True),  # a presentation form
        ("<w:rtl/><w:iCs/>", "2019", True),
        ("<w:cs/><w:iCs/>", "2019", True),
        ("<w:iCs/>", "2019", False),
        ('<w:i w:val="1"/>', LATIN, True),
    ],
)
def test_a_run_says_it_itself(properties: str, text: str, expected: bool) -> None:
    assert in_italics(with_paragraphs(run(properties, text))) == ([text] if expected else [])


def style(name: str, kind: str, inside: str, more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}" {more}>{inside}</w:style>'


STYLES = (
    style("Base", "paragraph", f"<w:rPr>{ON}</w:rPr>")
    + style("Heir", "paragraph", '<w:basedOn w:val="Base"/>')
    + style("Upright", "paragraph", f'<w:basedOn w:val="Base"/><w:rPr>{OFF}</w:rPr>')
    + style("Round", "paragraph", '<w:basedOn w:val="Round2"/>')
    + style("Round2", "paragraph", '<w:basedOn w:val="Round"/>')
    + style("Stress", "character", f"<w:rPr>{ON}</w:rPr>")
    + style("Bold", "character", "<w:rPr><w:b/></w:rPr>")
)


@pytest.mark.parametrize(
    "paragraph, properties, expected",
    [
        ("Base", "", True),
        ("Heir", "", True),
        ("Upright", "", False),
        ("Round", "", False),
        ("Gone", "", False),
        ("Base", OFF, False),
        ("Upright", ON, True),
        ("Upright", '<w:rStyle w:val="Stress"/>', True),
        ("Base", '<w:rStyle w:val="Bold"/>', True),
        ("Base", '<w:rStyle w:val="Stress"/>', False),  # italics within italics stand upright
        ("Base", f'<w:rStyle w:val="Stress"/>{ON}', True),
        ("Gone", '<w:rStyle w:val="Stress"/>', True),
    ],
)
def test_styles(paragraph: str, properties: str, expected: bool) -> None:
    named = f'<w:pPr><w:pStyle w:val="{paragraph}"/></w:pPr>'
    found = in_italics(with_styles(STYLES, named + run(properties)))
    assert found == ([ARABIC] if expected else [])


def test_a_style_that_is_based_on_ten_thousand_others() -> None:
    count = 10_000
    chain = "".join(style(f"s{n}", "paragraph", f'<w:basedOn w:val="s{n + 1}"/>') for n in range(count))
    last = style(f"s{count}", "paragraph", f"<w:rPr>{ON}</w:rPr>")
    assert in_italics(with_styles(chain + last, '<w:pPr><w:pStyle w:val="s0"/></w:pPr>' + run(""))) == [ARABIC]


def test_what_names_no_style_has_the_usual_one() -> None:
    usual = style("Mine", "paragraph", f"<w:rPr>{ON}</w:rPr>", 'w:default="1"')
    assert in_italics(with_styles(usual, run(""))) == [ARABIC]


@pytest.mark.parametrize("off", ["0", "false", "off"])
def test_a_style_that_is_not_the_usual_one_says_so(off: str) -> None:
    other = style("Mine", "paragraph", f"<w:rPr>{ON}</w:rPr>", f'w:default="{off}"')
    assert in_italics(with_styles(other, run(""))) == []


def test_what_names_a_style_that_is_not_there_has_none() -> None:
    usual = style("Mine", "paragraph", f"<w:rPr>{ON}</w:rPr>", 'w:default="1"')
    assert in_italics(with_styles(usual, '<w:pPr><w:pStyle w:val="Gone"/></w:pPr>' + run(""))) == []


def test_what_one_paragraph_inherits_another_does_not() -> None:
    paragraphs = (
        f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>{run("", name)}' for name in ("Base", "Upright", "Heir", "Round")
    )
    assert in_italics(with_styles(STYLES, *paragraphs)) == ["Base", "Heir"]


@pytest.mark.parametrize(
    "stated, properties, expected",
    [(ON, "", True), (ON, OFF, False), (OFF, "", False), (ON, '<w:rStyle w:val="Stress"/>', True)],
)
def test_the_whole_document(stated: str, properties: str, expected: bool) -> None:
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{stated}</w:rPr></w:rPrDefault></w:docDefaults>"
    found = in_italics(with_styles(defaults + STYLES, run(properties)))
    assert found == ([ARABIC] if expected else [])


def test_numbers_that_word_counts_are_upright() -> None:
    levels = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1 -"/></w:lvl></w:abstractNum>'
    lists = levels + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    content = with_lists(lists, "1/0 نص", styles=style("Normal2", "paragraph", f"<w:rPr>{ON}</w:rPr>", 'w:default="1"'))
    found = word_text.parse(content, PATH)
    assert (found.text, found.layout.italics) == ("1 - نص", ((4, 6),))


def test_each_of_ten_thousand_styles_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 10_000
    chain = "".join(style(f"s{n}", "paragraph", f'<w:basedOn w:val="s{n + 1}"/>') for n in range(count))
    last = style(f"s{count}", "paragraph", f"<w:rPr>{ON}</w:rPr>")
    italics = Italics(parse_xml(f"<w:styles {NAMESPACES}>{chain}{last}</w:styles>"))
    own = parse_xml(f"<w:r {NAMESPACES}/>")
    named = [parse_xml(f'<w:pPr {NAMESPACES}><w:pStyle w:val="s{n}"/></w:pPr>') for n in range(0, count, 100)]
    looked: list[str] = []
    stated = word_text._stated_flag

    def counted(properties: Element | None, name: str) -> bool | None:
        looked.append(name)
        return stated(properties, name)

    monkeypatch.setattr(word_text, "_stated_flag", counted)
    assert all(italics.has(own, each, ARABIC) for each in reversed(named))
    assert len(looked) < 2 * count

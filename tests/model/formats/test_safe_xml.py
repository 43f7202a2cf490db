from pathlib import Path

import pytest

from model.errors import UserError
from model.formats import safe_xml

PATH = Path("a.xml")
LAUGHS = (
    b'<?xml version="1.0"?>\n<!DOCTYPE a [\n<!ENTITY b "ha">\n'
    + b"".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">\n'.encode() for n in range(1, 10))
    + b"]>\n<a>&b9;</a>"
)


def refused(content: bytes) -> str:
    with pytest.raises(UserError) as refusal:
        safe_xml.parse(content, PATH)
    return str(refusal.value)


def test_names_lose_their_namespaces_and_children_keep_their_order() -> None:
    root = safe_xml.parse(b'<x:a xmlns:x="u" x:b="c">one<d>two</d><!-- no -->three</x:a>', PATH)
    assert (root.name, root.attributes, root.line) == ("a", {"b": "c"}, 1)
    assert [child if isinstance(child, str) else child.name for child in root.children] == ["one", "d", "three"]
    assert root.text() == "onetwothree"
    assert [each.text() for each in root.all("d")] == ["two"]
    assert root.find("e") is None


def test_entities_are_never_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    assert refused(LAUGHS) == "a.xml: has entities of its own (line 3), which are not read."
    external = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    parameter = f'<!DOCTYPE a [<!ENTITY % x SYSTEM "{secret.as_uri()}"> %x;]><a/>'
    undeclared = '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a>&x;</a>'
    for content in (external, parameter, undeclared):
        assert "has entities of its own (line 1)" in refused(content.encode())
    assert safe_xml.parse(b"<a>&lt;&#x627;&amp;</a>", PATH).text() == "<ا&"


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "a.xml: not well-formed XML (line 1: no element found)."),
        (b"%%%A|\n\ntext", "a.xml: not well-formed XML (line 1: syntax error)."),
        (b"<a>\n<b>\n</a>", "a.xml: not well-formed XML (line 3: mismatched tag)."),
        (b"<a>\n\xff</a>", "a.xml: not well-formed XML (line 2: not well-formed (invalid token))."),
        (
            b'<?xml version="1.0" encoding="klingon"?><a/>',
            "a.xml: not XML that can be read (unknown encoding: klingon).",
        ),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "a.xml: not "),
        (b"<x:a/>", "a.xml: not well-formed XML (line 1: unbound prefix)."),
        (b"<a>" * 100_000, "a.xml: nested too deeply (line 1)."),
    ],
)
def test_what_is_no_xml_gets_one_sentence_with_its_line(content: bytes, sentence: str) -> None:
    assert refused(content).startswith(sentence)


def test_other_encodings_are_read_as_declared() -> None:
    for encoding in ("utf-16", "windows-1256", "iso-8859-6"):
        content = f'<?xml version="1.0" encoding="{encoding}"?><a>قرار</a>'.encode(encoding)
        assert safe_xml.parse(content, PATH).text() == "قرار"


def test_a_long_stretch_of_text_is_one_child() -> None:
    """expat hands it over in pieces."""
    text = "نص" * 20_000
    root = safe_xml.parse(f"<a>{text}<b/>{text}&amp;c</a>".encode(), Path("x.xml"))
    assert [child if isinstance(child, str) else child.name for child in root.children] == [text, "b", text + "&c"]

"""A parser run over bytes: what it meets, and what is refused."""

from pathlib import Path
from xml.parsers import expat

import pytest

from model.errors import UserError
from model.formats.xml_events import run

PATH = Path("a.xml")


def met(content: bytes) -> list[str]:
    """The names of the elements that a parser meets."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append(name)
    run(parser, content, PATH)
    return found


def test_handlers_are_called_in_order() -> None:
    assert met(b"<a><b/><c/></a>") == ["a", "b", "c"]


@pytest.mark.parametrize(
    "content, said",
    [
        (b"<a>\n<b></a>", "a.xml: not well-formed XML (line 2: mismatched tag)."),
        (b"", "a.xml: not well-formed XML (line 1: no element found)."),
        (
            b'<?xml version="1.0" encoding="nothing"?><a/>',
            "a.xml: not XML that can be read (unknown encoding: nothing).",
        ),
    ],
)
def test_what_is_no_xml_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(UserError) as refused:
        met(content)
    assert str(refused.value) == said


def test_what_a_handler_refuses_goes_through() -> None:
    def refuse(name: str, attributes: object) -> None:
        raise UserError("{path}: no.", path=PATH)

    parser = expat.ParserCreate()
    parser.StartElementHandler = refuse
    with pytest.raises(UserError, match="no"):
        run(parser, b"<a/>", PATH)

"""XML as a plain tree, read safely: no entity of a file's own is ever expanded, and nothing else is ever fetched."""

from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from model.errors import UserError
from model.formats.budgets import MOST_AKOMA_MARKS, Tick, check_xml, untold
from model.formats.xml_events import DEEPEST, run

_BETWEEN_TICKS = 20_000  # elements


@dataclass(slots=True)
class Element:
    """One element: names without their namespaces; ``children`` are elements and stretches of text in order."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Element | str"] = field(default_factory=list["Element | str"])

    def elements(self) -> list["Element"]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]

    def find(self, name: str) -> "Element | None":
        """The first element of that name below this one, in the order of the file."""
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> list["Element"]:
        """All elements of that name below this one, in the order of the file."""
        found: list[Element] = []
        for child in self.elements():
            if child.name == name:
                found.append(child)
            found += child.all(name)
        return found

    def text(self) -> str:
        """All text below, as it stands."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def parse(content: bytes, path: Path, tick: Tick = untold) -> Element:
    """The root of an XML file's bytes; ``path`` is only named.

    Refuses what is not well-formed, what declares or uses entities of its own, nesting deeper than ``DEEPEST``, and
    more elements and attributes than ``budgets.MOST_AKOMA_MARKS``. ``tick`` is called meanwhile.
    """
    check_xml(content, path, MOST_AKOMA_MARKS)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    top = Element("", {}, 0)
    stack = [top]
    pieces: list[str] = []
    elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal elements
        flush()
        if len(stack) > DEEPEST:
            raise UserError("{path}: nested too deeply (line {line}).", path=path, line=parser.CurrentLineNumber)
        elements += 1
        if elements % _BETWEEN_TICKS == 0:
            tick()
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(" ")[2], plain, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)

    def end(_: str) -> None:
        flush()
        stack.pop()

    def flush() -> None:
        if pieces:  # a long stretch comes in pieces
            stack[-1].children.append("".join(pieces))
            pieces.clear()

    def entity(*_: object) -> int:
        raise UserError(
            "{path}: has entities of its own (line {line}), which are not read.",
            path=path,
            line=parser.CurrentLineNumber,
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    parser.EntityDeclHandler = entity
    parser.ExternalEntityRefHandler = entity
    parser.SkippedEntityHandler = entity
    run(parser, content, path)
    (root,) = top.elements()
    return root

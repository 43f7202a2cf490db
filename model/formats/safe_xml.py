"""Reads XML from untrusted files: as a plain tree, or checked before it is handed to an RDF parser.

No external entity, DTD or XInclude is ever fetched. ``parse`` refuses every entity that a file declares. RDF/XML files
often declare entities for namespaces (``<!ENTITY skos "http://…#">``), so ``check_rdf`` allows short ones; it refuses
entities made of entities, entities that would make the file many times as long, default attribute values and very long
texts.
"""

from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from model.errors import UserError
from model.formats.budgets import LONGEST_TEXT, MOST_AKOMA_MARKS, Tick, check_text, check_xml, untold

DEEPEST = 200  # elements within each other


def _run(parser: expat.XMLParserType, content: bytes, path: Path) -> None:
    """Have a parser's handlers called for all that is in a file. Refuses what is not well-formed, and an encoding that
    nobody knows; ``path`` is only named.
    """
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise UserError(
            "{path}: not well-formed XML (line {line}: {reason}).", path=path, line=error.lineno, reason=reason
        ) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise UserError("{path}: not XML that can be read ({reason}).", path=path, reason=error) from error


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
    _run(parser, content, path)
    (root,) = top.elements()
    return root


_LONGEST_ENTITY = 2000  # characters; a namespace is much shorter
_MOST_ENTITIES = 256
_GROWTH = 8  # how many times as long a file may become
_AT_MOST = 64 * 1024 * 1024  # characters that they may ever make
_ALWAYS = 1024 * 1024  # characters that entities may always make
_XINCLUDE = "http://www.w3.org/2001/XInclude"


def check_rdf(path: Path, content: bytes) -> None:
    """Refuse a file's bytes in one sentence; ``path`` is only named.

    The entities are looked at before the first element, so that none is expanded before it is known to be harmless.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    entities: dict[str, int] = {}
    depth = length = 0

    def line() -> int:
        return parser.CurrentLineNumber

    def doctype(_: str, system: str | None, public: str | None, __: bool) -> None:
        if system is not None or public is not None:
            raise UserError(
                "{path}: has a DTD that lies elsewhere (line {line}), and nothing is ever fetched.",
                path=path,
                line=line(),
            )

    def entity(
        name: str, parameter: bool, value: str | None, _: str | None, system: str | None, *__: str | None
    ) -> None:
        if value is None or system is not None:
            raise UserError(
                "{path}: has an entity that lies elsewhere (line {line}), and nothing is ever fetched.",
                path=path,
                line=line(),
            )
        if parameter or "&" in value or "%" in value or "<" in value or len(value) > _LONGEST_ENTITY:
            raise UserError(
                "{path}: has entities that are more than a short text (line {line}), which are not read.",
                path=path,
                line=line(),
            )
        entities[name] = len(value)
        if len(entities) > _MOST_ENTITIES:
            raise UserError("{path}: has more entities of its own (line {line}) than are read.", path=path, line=line())

    def elsewhere(*_: object) -> int:
        raise UserError(
            "{path}: has an entity that lies elsewhere (line {line}), and nothing is ever fetched.",
            path=path,
            line=line(),
        )

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal depth, length
        depth += 1
        length = 0
        if depth > DEEPEST:
            raise UserError("{path}: nested too deeply (line {line}).", path=path, line=line())
        if name.startswith(f"{_XINCLUDE} "):
            raise UserError(
                "{path}: wants another file to be included (line {line}), and nothing is ever fetched.",
                path=path,
                line=line(),
            )

    def end(_: str) -> None:
        nonlocal depth, length
        depth -= 1
        length = 0

    def text(piece: str) -> None:
        nonlocal length
        length += len(piece)
        check_text(length, path)

    def end_of_doctype() -> None:
        # Here, not at the first element: its attributes would have been expanded by then.
        grown = sum(length * _uses(content, name) for name, length in entities.items())
        if grown > min(_GROWTH * len(content), _AT_MOST) + _ALWAYS:
            raise UserError("{path}: its entities would make it many times as long, so it is not read.", path=path)

    def attribute(_: str, __: str, ___: str, default: str | None, ____: bool) -> None:
        # A value that every element of a name has without being written is one more way to grow.
        if default is not None:
            raise UserError(
                "{path}: its DTD gives attributes values (line {line}), which are not read.", path=path, line=line()
            )

    def namespace(_: str, uri: str | None) -> None:
        # Every name in it is as long.
        if uri is not None and len(uri) > _LONGEST_ENTITY:
            raise UserError(
                "{path}: has a namespace that is more than a short text (line {line}), which is not read.",
                path=path,
                line=line(),
            )

    parser.StartDoctypeDeclHandler = doctype
    parser.AttlistDeclHandler = attribute
    parser.EndDoctypeDeclHandler = end_of_doctype
    parser.EntityDeclHandler = entity
    parser.ExternalEntityRefHandler = elsewhere
    parser.StartNamespaceDeclHandler = namespace
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    if len(content) > LONGEST_TEXT:  # which rdflib puts together piece by piece, all of it each time
        parser.buffer_text = True
        parser.CharacterDataHandler = text
    _run(parser, content, path)


def _uses(content: bytes, name: str) -> int:
    """How often an entity stands in a file, at most, whatever its encoding: any of eight bits has ASCII as it is."""
    reference = f"&{name};"
    return sum(content.count(reference.encode(encoding)) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))

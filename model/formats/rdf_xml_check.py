"""Whether a file of RDF/XML may be handed to a parser that expands entities.

Many such files declare entities for namespaces (``<!ENTITY skos "http://…#">``); these are read. What is refused:
entities and DTDs that lie elsewhere, entities made of entities, entities that would make the file many times as long,
attributes that a DTD gives values, XInclude, and very long texts.
"""

from pathlib import Path
from xml.parsers import expat

from model.errors import UserError
from model.formats.budgets import LONGEST_TEXT, check_text
from model.formats.xml_events import DEEPEST, run

_LONGEST_ENTITY = 2000  # characters; a namespace is much shorter
_MOST_ENTITIES = 256
_GROWTH = 8  # how many times as long a file may become
_AT_MOST = 64 * 1024 * 1024  # characters that they may ever make
_ALWAYS = 1024 * 1024  # characters that entities may always make
_XINCLUDE = "http://www.w3.org/2001/XInclude"


def check(path: Path, content: bytes) -> None:
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
    run(parser, content, path)


def _uses(content: bytes, name: str) -> int:
    """How often an entity stands in a file, at most, whatever its encoding: any of eight bits has ASCII as it is."""
    reference = f"&{name};"
    return sum(content.count(reference.encode(encoding)) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))

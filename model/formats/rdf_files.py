"""Files of RDF as plain statements, read safely: nothing that a file names is ever fetched, and nothing in it grows.

What is read: Turtle and N-Triples (``.ttl``, ``.nt``), RDF/XML (``.rdf``, ``.xml``, ``.owl``, ``.skos``), JSON-LD
(``.jsonld``, ``.json``); a file that is plainly another of these than its suffix says is read as what it is. URIs that
a file leaves relative, without a base of its own, begin with ``NO_BASE``. rdflib reads a file once it is known to be
harmless.
"""

import contextlib
import io
import logging
import re
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast
from xml.sax import xmlreader

from model.errors import UserError
from model.formats import budgets, json_file, safe_xml
from model.formats.process_settings import Setting
from model.formats.source_text import BOM, decoded
from model.formats.thesaurus_check import MOST_CONCEPTS, NO_BASE, is_uri, too_many_concepts
from model.progress import ProgressCallback, no_progress

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = f"{RDF}type"

LARGEST = 64 * 1024 * 1024  # bytes
MOST_STATEMENTS = 400_000  # each takes about a kilobyte until it is written; the UNBIS thesaurus has 61,000
# Quotation marks, backslashes, semicolons, and line ends of Turtle, at each of which rdflib stops to look.
_MOST_STOPS = 5_000_000
_MOST_VALUES = 2_000_000  # of JSON-LD: each statement has about three
_MOST_TERMS = 20_000  # of all contexts of JSON-LD, which rdflib makes objects of; usual ones have a few hundred

TURTLE = (".ttl", ".nt")
XML = (".rdf", ".xml", ".owl", ".skos")
JSON = (".jsonld", ".json")
SUFFIXES = (*TURTLE, *XML, *JSON)

_XML_START = re.compile(rb"<\?xml|<!DOCTYPE|<!--|<rdf:RDF", re.IGNORECASE)
_TURTLE_START = re.compile(rb"@prefix|@base|prefix\b|base\b|#", re.IGNORECASE)
_BYTES_PER_STATEMENT = 40  # about; only progress is told by it
_BETWEEN_LOOKS = 1000  # statements
# How many times as long as the file, in characters, its statements may be, beside what they may always be. One of three
# characters (``,:a``) comes to a URI of thirty or more.
_GROWTH = 50
_ALWAYS = 16 * 1024 * 1024
_AT_MOST = 192 * 1024 * 1024
# Where rdflib cannot go on it shows the bytes around the place; the line is all that helps a person.
_LINE = re.compile(r"at line ([0-9]+)|^[^:]*:([0-9]+):[0-9]+: ")


class Node(NamedTuple):
    """What a statement is about: something with a URI, or a blank node with a name of this file's own."""

    uri: str
    blank: bool = False


class Text(NamedTuple):
    """A text (whatever its datatype) with its language tag as it stands, empty where there is none."""

    text: str
    language: str = ""


Statement = tuple[Node, str, "Node | Text"]


def statements(path: Path, content: bytes, on_progress: ProgressCallback = no_progress) -> Iterator[Statement]:
    """The statements of a file's bytes in no order, each once; ``path`` is named, and its suffix says what to expect.

    Refuses what is none of RDF's notations, and what a person who sends a file could do harm with: entities that grow
    or lead elsewhere, a DTD or XInclude of another place, contexts of JSON-LD that lie elsewhere.
    """
    read = {"turtle": _turtle, "xml": _xml, "json": _json}[_notation(path, content)]
    with _quiet.changed():
        found = read(path, content, on_progress)
    for subject, name, value in found:
        yield _node(subject), str(name), _value(value)


def _notation(path: Path, content: bytes) -> str:
    """What a file is, by its beginning and its suffix."""
    suffix = path.suffix.lower()
    start = content.removeprefix(BOM).lstrip()[:64]
    if start.startswith(b"{") or (suffix in JSON and start.startswith(b"[")):
        return "json"
    if _XML_START.match(start):
        return "xml"
    if suffix in TURTLE or _TURTLE_START.match(start):
        return "turtle"
    return "xml" if suffix in XML else "json"


def _turtle(path: Path, content: bytes, on_progress: ProgressCallback) -> Any:
    text, _ = decoded(content, path)
    if budgets.count(content, (b'"', b"\\", b";", b"\n", b"\r")) > _MOST_STOPS:
        raise _too_many(path)
    graph = _watched_graph(path, len(content), on_progress)
    from model.formats import turtle  # rdflib is slow to import

    with _explained(path, "Turtle"):
        budget = turtle.Budget(MOST_STATEMENTS, _largest(len(content)), _too_many(path), _too_long(path))
        turtle.parse(text, graph, NO_BASE, budget, graph.tell)
    return graph.found


def _xml(path: Path, content: bytes, on_progress: ProgressCallback) -> Any:
    from rdflib import URIRef
    from rdflib.plugins.parsers.rdfxml import create_parser

    budgets.check_xml(content, path)
    safe_xml.check_rdf(path, content)
    graph = _watched_graph(path, len(content), on_progress)
    source = xmlreader.InputSource()
    source.setByteStream(io.BytesIO(content))  # as bytes, since XML itself says in which encoding it is
    source.setPublicId(NO_BASE)
    with _explained(path, "RDF/XML"):
        parser = create_parser(cast(Any, source), graph)
        handler = cast(Any, parser.getContentHandler())
        join = handler.absolutize

        def absolute(uri: str) -> object:
            # What is so already would be written anew: its scheme in small letters, no empty query. Another URI.
            return URIRef(uri) if is_uri(uri) else join(uri)

        handler.absolutize = absolute
        parser.parse(cast(Any, source))
    return graph.found


def _json(path: Path, content: bytes, on_progress: ProgressCallback) -> Any:
    from rdflib.plugins.parsers.jsonld import to_rdf

    data = json_file.parse_bytes(content, path, most=_MOST_VALUES)
    _check_contexts(path, data)
    graph = _watched_graph(path, len(content), on_progress)  # what a file puts into graphs with names comes into it too
    with _explained(path, "JSON-LD"):
        to_rdf(data, graph, base=NO_BASE, version=1.1)
    return graph.found


def _check_contexts(path: Path, data: Any) -> None:
    """Refuse contexts of too many terms, and one that lies elsewhere: rdflib would fetch it (https://www.w3.org/TR/json-ld11/#the-context)."""
    pending: list[tuple[Any, bool]] = [(data, False)]
    terms = 0
    while pending:
        value, in_context = pending.pop()
        if isinstance(value, list):
            pending += [(each, in_context) for each in cast(list[Any], value)]
        elif isinstance(value, dict):
            terms += len(cast(dict[str, Any], value)) if in_context else 0
            if terms > _MOST_TERMS:
                raise _too_many(path)
            for key, each in cast(dict[str, Any], value).items():
                if key == "@import" and isinstance(each, str):
                    raise _elsewhere(path, each)
                pending.append((each, key == "@context"))
        elif in_context and isinstance(value, str):
            raise _elsewhere(path, value)


def _elsewhere(path: Path, place: str) -> UserError:
    return UserError(
        "{path}: its @context lies elsewhere (“{place}”), and nothing is ever fetched; put what it says into the file.",
        path=path,
        place=place,
    )


def _watched_graph(path: Path, size: int, on_progress: ProgressCallback) -> Any:
    """What rdflib takes for a graph: keeps the statements in ``found``, and tells how many of about how many.

    Refuses a file that grows by its abbreviations: each use of a prefix, or of a base, makes a whole URI.
    """
    from rdflib import BNode, Graph, URIRef

    kind, concept = URIRef(TYPE), URIRef(f"{SKOS}Concept")
    expected = size // _BYTES_PER_STATEMENT
    largest = _largest(size)

    class Watched(Graph):
        """Keeps what is added as it comes: the indexes of a graph, which nobody asks, take as long as parsing."""

        def __init__(self) -> None:
            super().__init__(bind_namespaces="none")
            self.found: dict[Any, None] = {}
            self.subject: Any = None
            self.length = 0
            self.concepts = self.added = 0

        def tell(self) -> None:
            """Tell how far it is."""
            on_progress(len(self.found), max(expected, len(self.found)))

        def add(self, triple: Any) -> Any:
            """Take a statement."""
            if self.added % _BETWEEN_LOOKS == 0:  # with those that are there already
                self.tell()
            self.added += 1
            subject, name, value = triple
            if name == kind and value == concept and not isinstance(subject, BNode) and triple not in self.found:
                self.concepts += 1
                if self.concepts > MOST_CONCEPTS:  # what else is said of so many need not be read
                    raise too_many_concepts(path)
            self.found[triple] = None
            if len(self.found) > MOST_STATEMENTS:
                raise _too_many(path)
            self.length += len(value)
            if subject is not self.subject:
                self.subject = subject
                self.length += len(subject)
            if self.length > largest:
                raise _too_long(path)
            return self

    return Watched()


def _largest(size: int) -> int:
    """How many characters the URIs and texts of the statements of a file of a size, in bytes, may have together."""
    return min(_GROWTH * size, _AT_MOST) + _ALWAYS


def _too_many(path: Path) -> UserError:
    return UserError(
        "{path}: says more than is read of one file (at most {most} statements).", path=path, most=MOST_STATEMENTS
    )


def _too_long(path: Path) -> UserError:
    return UserError("{path}: its abbreviations would make it many times as long, so it is not read.", path=path)


def _quieten() -> Callable[[], None]:
    """Keep rdflib from writing to the log what it finds odd, and from changing how numbers are written."""
    import rdflib

    logger = logging.getLogger("rdflib")
    level, normalising = logger.level, rdflib.NORMALIZE_LITERALS
    logger.setLevel(logging.CRITICAL)
    rdflib.NORMALIZE_LITERALS = False

    def put_back() -> None:
        logger.setLevel(level)
        rdflib.NORMALIZE_LITERALS = normalising

    return put_back


_quiet = Setting(_quieten)


@contextlib.contextmanager
def _explained(path: Path, notation: str) -> Generator[None]:
    """Say in one sentence what rdflib cannot read; whatever it raises over a file's content means just that."""
    from model.errors import Cancelled

    try:
        yield
    except (UserError, Cancelled, MemoryError):
        raise
    except RecursionError as error:
        raise UserError("{path}: nested too deeply.", path=path) from error
    except Exception as error:
        line = _line_of(error)
        if line is None:
            raise UserError("{path}: not {notation} that can be read.", path=path, notation=notation) from error
        raise UserError(
            "{path}: not {notation} that can be read (line {line}).", path=path, notation=notation, line=line
        ) from error


def _line_of(error: Exception) -> int | None:
    """The line that an error of rdflib, or of the parser of XML below it, is about."""
    get_line: Callable[[], int | None] | None = getattr(error, "getLineNumber", None)
    if get_line is not None:
        return get_line()
    found = _LINE.search(str(error))
    return int(found[1] or found[2]) if found else None


def _node(term: Any) -> Node:
    from rdflib import BNode

    return Node(f"_:{term}", True) if isinstance(term, BNode) else Node(str(term))


def _value(term: Any) -> Node | Text:
    from rdflib import Literal

    if isinstance(term, Literal):
        return Text(str(term), term.language or "")
    return _node(term)

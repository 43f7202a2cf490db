"""The resolution format: a line ``%%%TERM|TERM|…|``, an empty line, then the text. Read exactly, written back exactly.

The text is all after the empty line less one final line end. A byte order mark and CR LF are taken off and remembered;
whatever else there is stays character by character.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from model.annotation.documents import Wrapping
from model.errors import UserError
from model.formats.atomic import filling
from model.formats.budgets import MOST_TERMS
from model.formats.file_names import file_names
from model.formats.source_text import BOM, decoded
from model.progress import ProgressCallback, no_progress
from model.project import Project
from model.proposals.unstored import Proposing
from model.regular_file import read_bytes
from model.vocabulary.assignments import Assignment

SUFFIX = ".txt"
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ResolutionFile:
    """What a file holds: the text, the header's terms in order, and what is needed to write it back byte for byte."""

    text: str
    terms: tuple[str, ...]
    wrapping: Wrapping


def read_file(path: Path) -> ResolutionFile:
    """The resolution of a file; one sentence that names the file and the place for what is not one."""
    return parse(read_bytes(path, LARGEST), path)


def parse(content: bytes, path: Path) -> ResolutionFile:
    """The resolution of a file's bytes; ``path`` is only named in refusals."""
    whole, bom = decoded(content, path)
    if not whole.startswith("%%%"):
        raise UserError("{path}: no header: the first line must begin with %%%.", path=path)
    header, end, rest = whole.partition("\n")
    newline = "lf"
    if end and header.endswith("\r"):
        # CR LF throughout can be put back from LF; where only some line ends are, the text must stay as it is.
        newline = "crlf" if whole.count("\n") == whole.count("\r\n") else "mixed"
        header = header[:-1]
    empty = "\n" if newline == "lf" else "\r\n"
    if rest and not rest.startswith(empty):
        raise UserError("{path}: no empty line after the header.", path=path)
    text = rest[len(empty) :]
    if newline == "crlf":
        text = text.replace("\r\n", "\n")
    final_newline = text.endswith("\n")
    if final_newline:
        text = text[:-1]
    if not text.strip():
        raise UserError("{path}: the text is empty.", path=path)
    terms = terms_of(header)
    if len(terms) > MOST_TERMS:
        raise UserError("{path}: its header has more descriptors than are read ({most}).", path=path, most=MOST_TERMS)
    return ResolutionFile(text, terms, Wrapping(header, bom, newline, final_newline))


def terms_of(header: str) -> tuple[str, ...]:
    """The terms of a header line, in order, without blanks around them."""
    return tuple(term for part in header.removeprefix("%%%").split("|") if (term := " ".join(part.split())))


def header_of(terms: Sequence[str]) -> str:
    """The header line that names these terms."""
    return "%%%" + "".join(f"{term}|" for term in terms)


def write(
    project: Project,
    target: Path,
    *,
    include_suggested: bool = False,
    proposing: Proposing | None = None,
    on_progress: ProgressCallback = no_progress,
) -> int:
    """Write every document as a file of its own into the folder ``target``, made where it is missing; gives how many.

    The file is named ``<name>.txt`` after the document, as far as a file can be (see ``model.formats.file_names``). A
    document whose descriptors are those of its header is written back byte for byte; else only its first line differs.
    All files appear at the end; what stops before changes nothing. Other files that are there stay. These files hold no
    clauses, so ``proposing`` changes nothing.
    """
    with project.reading(), filling(target) as write_file:
        documents = project.document_ids()
        names = file_names([project.document(document).name for document in documents], SUFFIX)
        for done, (document, name) in enumerate(zip(documents, names, strict=True)):
            on_progress(done, len(documents))
            write_file(name, document_bytes(project, document, include_suggested=include_suggested))
        on_progress(len(documents), len(documents))
    return len(documents)


def document_bytes(project: Project, document: str, *, include_suggested: bool = False) -> bytes:
    """A document in the resolution format."""
    found = project.document(document)
    wrapping = found.wrapping
    wanted = ("confirmed", "suggested") if include_suggested else ("confirmed",)
    terms = [_term(project, each) for each in project.assignments(document) if each.status in wanted]
    unchanged = wrapping.header is not None and terms_of(wrapping.header) == tuple(terms)
    header = wrapping.header if unchanged and wrapping.header is not None else header_of(terms)
    text = project.text(document)
    if wrapping.newline == "crlf":
        text = text.replace("\n", "\r\n")
    line_end = "\n" if wrapping.newline == "lf" else "\r\n"
    last = ("\r\n" if wrapping.newline == "crlf" else "\n") if wrapping.final_newline else ""
    return (BOM if wrapping.bom else b"") + f"{header}{line_end}{line_end}{text}{last}".encode()


def _term(project: Project, assignment: Assignment) -> str:
    """The term as the header had it; a new one is the upper-case English label."""
    if assignment.term is not None:
        return assignment.term
    return " ".join(project.concept(assignment.concept).label("en").upper().replace("|", " ").split())

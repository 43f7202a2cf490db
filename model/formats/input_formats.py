"""Kinds of files that come in only where a person names them: the files themselves do not say what they are."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from model.annotation.metadata import Metadata, recognise
from model.errors import UserError
from model.formats import akoma_ntoso, plain_text
from model.formats.budgets import Tick
from model.formats.source_text import BOM, SourceText
from model.regular_file import check_file

RESOLUTION = "resolution-text"  # what is meant where no kind is named
WORD_SUFFIX = ".docx"
_BEGINNING = 4096  # bytes at a file's beginning that tell what it obviously is


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: ``name`` is English; ``suffix`` is that of its files, which folders are searched for."""

    id: str
    name: str
    suffix: str
    read: Callable[[Path, Tick], SourceText]  # calls the second meanwhile


def _word_text(path: Path, tick: Tick) -> SourceText:
    # Slow to import, and needed by nobody who brings no Word file.
    from model.formats import word_text

    return word_text.read_file(path, tick)


KINDS = (
    Kind("plain-text", "Plain text", plain_text.SUFFIX, plain_text.read_file),
    Kind("docx", "Word", WORD_SUFFIX, _word_text),
    Kind("akoma-ntoso", "Akoma Ntoso", akoma_ntoso.SUFFIX, akoma_ntoso.read_file),
)


def kind_of(kind_id: str) -> Kind:
    """The kind of that id."""
    return next(each for each in KINDS if each.id == kind_id)


def obvious_kind(path: Path) -> str | None:
    """What a file obviously is, to be suggested and never to be taken for granted: the id of a kind, ``RESOLUTION`` for
    resolution text and project JSON; null where that does not show.
    """
    suffix = path.suffix.lower()
    if suffix in (WORD_SUFFIX, ".json"):
        return "docx" if suffix == WORD_SUFFIX else RESOLUTION
    if suffix not in (plain_text.SUFFIX, akoma_ntoso.SUFFIX):
        return None
    try:
        check_file(path)
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except (UserError, OSError):
        return None
    if suffix == akoma_ntoso.SUFFIX:
        return "akoma-ntoso" if akoma_ntoso.ROOT.encode() in beginning else None
    beginning = beginning.removeprefix(BOM)
    if beginning.startswith(b"%%%"):
        return RESOLUTION
    return "plain-text" if beginning.strip() and b"\0" not in beginning else None


def recognised(found: SourceText, path: Path) -> tuple[Metadata, tuple[UserError, ...]]:
    """What is known about a text: what it says itself, else what its file says beside it, else the file's name; and a
    remark for each thing of which text and file say different."""
    stated = found.stated
    read = recognise(found.text, stated.symbol or path.stem)
    if read.symbol is None and stated.symbol is not None:
        read = recognise(found.text, path.stem)
    notes: list[UserError] = []
    for written, beside in ((read.symbol, stated.symbol), (read.adopted, stated.adopted)):
        if written is not None and beside is not None and _plain(written) != _plain(beside):
            notes.append(
                UserError(
                    "{path}: its text says {written}, the file beside it {stated}; the text is believed.",
                    path=path,
                    written=written,
                    stated=beside,
                )
            )
    return (
        Metadata(
            symbol=read.symbol or stated.symbol,
            organ=read.organ or stated.organ,
            session=read.session or stated.session,
            adopted=read.adopted or stated.adopted,
            title=read.title or stated.title,
        ),
        tuple(notes),
    )


def _plain(value: str) -> str:
    return "".join(value.split()).upper()

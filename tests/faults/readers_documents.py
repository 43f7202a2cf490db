"""Readers of documents: the resolution format, plain text, Word files, Akoma Ntoso."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from model.formats import akoma_ntoso, plain_text, resolution_text, word_text
from model.formats.import_preview import preview
from model.formats.importing import import_sources
from model.formats.input_formats import kind_of, recognised
from model.formats.source_text import BOM, SourceText
from tests.faults.desk import Desk
from tests.faults.inputs import AKOMA_NTOSO, PLAIN, RESOLUTIONS, WORD_PARTS
from tests.faults.mutations import changed_bytes, changed_text
from tests.faults.readers import Reader, plain
from tests.faults.xml_mutations import changed_package, changed_xml, package

_PARTS = re.compile(r"%%%|\||\r\n|\n|\ufeff|\s|[^\s|]+")
_WORD_FILE = package(WORD_PARTS)


def _text(inputs: tuple[bytes, ...]) -> Callable[[Random], bytes]:
    def change(chance: Random) -> bytes:
        content = chance.choice(inputs)
        if chance.random() < 0.4:
            return changed_bytes(content, chance)
        return changed_text(content.decode(), chance, _PARTS.findall).encode()

    return change


def _read_resolution(_: Desk, content: bytes) -> object:
    found = resolution_text.parse(content, Path("a.txt"))
    plain(found.text)
    for term in found.terms:
        plain(term)
        assert "|" not in term
    wrapping = found.wrapping
    end = "\n" if wrapping.newline == "lf" else "\r\n"
    text = found.text.replace("\n", "\r\n") if wrapping.newline == "crlf" else found.text
    last = ("\r\n" if wrapping.newline == "crlf" else "\n") if wrapping.final_newline else ""
    assert (BOM if wrapping.bom else b"") + f"{wrapping.header}{end}{end}{text}{last}".encode() == content
    return found


def _bring_in_resolution(desk: Desk, content: bytes) -> object:
    path = desk.path(".txt", content)
    with desk.fresh() as project:
        report = import_sources(project, [path])
        assert report.documents == 1
        desk.check_travels(project)
        (document,) = project.document_ids()
        assert resolution_text.document_bytes(project, document) == content
        assert preview(path).length == len(project.text(document))
        project.undo()
        desk.check_travels(project)
    return report


def _read_plain(_: Desk, content: bytes) -> object:
    found = plain_text.parse(content, Path("a.txt"))
    _check_source(found, Path("a.txt"))
    text = found.text.replace("\n", "\r\n") if found.wrapping.newline == "crlf" else found.text
    last = ("\r\n" if found.wrapping.newline == "crlf" else "\n") if found.wrapping.final_newline else ""
    assert (BOM if found.wrapping.bom else b"") + f"{text}{last}".encode() == content
    return found


def _check_source(found: SourceText, path: Path) -> None:
    """What holds of all that is read of a document, and what it is recognised to be."""
    plain(found.text)
    for clause in found.clauses:
        assert 0 <= clause.start < clause.end <= len(found.text)
        quote = found.text[clause.start : clause.end]
        assert quote == quote.strip()
        assert clause.lead is None or clause.start <= clause.lead[0] < clause.lead[1] <= clause.end
    for term in found.terms:
        plain(term)
    _, remarks = recognised(found, path)
    for note in (*found.notes, *remarks):
        assert len(str(note).splitlines()) == 1


def _folded_text(read: Callable[[bytes, Path], SourceText], suffix: str) -> Callable[[Desk, bytes], object]:
    """Of formats from which a text of one line is made."""

    def look(_: Desk, content: bytes) -> object:
        found = read(content, Path(f"a{suffix}"))
        _check_source(found, Path(f"a{suffix}"))
        assert found.text == " ".join(found.text.split())
        return found

    return look


def _bring_in(kind: str, suffix: str) -> Callable[[Desk, bytes], object]:
    def bring_in(desk: Desk, content: bytes) -> object:
        path = desk.path(suffix, content)
        with desk.fresh() as project:
            report = import_sources(project, [path], kind=kind_of(kind))
            assert report.documents == 1
            for line in report.lines:
                assert str(line.message)
            desk.check_travels(project)
            resolution_text.document_bytes(project, project.document_ids()[0])
        seen = preview(path, kind_of(kind))
        assert seen.refusal is None and seen.length
        return report

    return bring_in


def _change_word(chance: Random) -> bytes:
    return changed_bytes(_WORD_FILE, chance) if chance.random() < 0.1 else changed_package(WORD_PARTS, chance)


def _change_akoma(chance: Random) -> bytes:
    if chance.random() < 0.15:
        return changed_bytes(AKOMA_NTOSO.encode(), chance)
    return changed_xml(AKOMA_NTOSO, chance)


_read_word, _read_akoma = _folded_text(word_text.parse, ".docx"), _folded_text(akoma_ntoso.parse, ".xml")
READERS = (
    Reader("resolution", ".txt", _text(RESOLUTIONS), _read_resolution, _bring_in_resolution, 15, every=300),
    Reader("plain-text", ".txt", _text(PLAIN), _read_plain, _bring_in("plain-text", ".txt"), 15, every=300),
    Reader("word", ".docx", _change_word, _read_word, _bring_in("docx", ".docx"), 8, every=100),
    Reader("akoma-ntoso", ".xml", _change_akoma, _read_akoma, _bring_in("akoma-ntoso", ".xml"), 10, every=100),
)

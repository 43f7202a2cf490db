"""Word files for tests, made with the library that reads them."""

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NAMESPACES = nsdecls("w", "wp", "a", "m") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def with_paragraphs(*inside: str) -> bytes:
    """A file whose paragraphs have that XML inside."""
    document = docx.Document()
    body = document.element.body
    for each in inside:
        body.insert(len(body) - 1, parse_xml(f"<w:p {NAMESPACES}>{each}</w:p>"))
    return saved(document)


def with_body(inside: str) -> bytes:
    """A file whose body has that XML inside."""
    document = docx.Document()
    body = document.element.body
    for element in parse_xml(f"<w:body {NAMESPACES}>{inside}</w:body>"):
        body.insert(len(body) - 1, element)
    return saved(document)


def with_styles(styles: str, *inside: str) -> bytes:
    """A file with no styles but those (inside of ``w:styles``), whose paragraphs have that XML inside."""
    document = docx.Document()
    root = document.styles.element
    for child in list(root):
        root.remove(child)
    for child in parse_xml(f"<w:styles {NAMESPACES}>{styles}</w:styles>"):
        root.append(child)
    body = document.element.body
    for each in inside:
        body.insert(len(body) - 1, parse_xml(f"<w:p {NAMESPACES}>{each}</w:p>"))
    return saved(document)


def with_lists(numbering: str, *paragraphs: str, styles: str = "") -> bytes:
    """A file with those lists (inside of ``w:numbering``) and paragraphs (``numId/ilvl text``, a blank for none)."""
    document = docx.Document()
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for child in parse_xml(f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"):
        root.append(child)
    for child in parse_xml(f"<w:styles {NAMESPACES}>{styles}</w:styles>"):
        document.styles.element.append(child)
    body = document.element.body
    for paragraph in paragraphs:
        place, _, text = paragraph.partition(" ")
        number, _, level = place.partition("/")
        properties = ""
        if level:
            properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        elif number:
            properties = f'<w:pStyle w:val="{number}"/>'
        inside = f"<w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r>"
        body.insert(len(body) - 1, parse_xml(f"<w:p {NAMESPACES}>{inside}</w:p>"))
    return saved(document)


def level(depth: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def list_of(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part of it changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info.filename, change(part) if info.filename == name else part)
    return target.getvalue()

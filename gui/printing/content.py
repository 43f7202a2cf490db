"""What is printed of one document, read from a project once, so that nothing changes while pages are made."""

from dataclasses import dataclass

from gui.item_models.descriptors import descriptor_row
from gui.style.fonts import DEFAULT_FAMILY
from model.annotation.layers import Scheme
from model.annotation.metadata import Metadata
from model.annotation.values import Span
from model.project import Project


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What goes onto the pages, and how. ``language`` (``ar``, ``en``) is that of names and of what stands around the
    text.
    """

    marks: bool = True
    descriptors: bool = True
    language: str = "ar"
    family: str = DEFAULT_FAMILY
    mend_brackets: bool = True


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A descriptor as printed: ``second`` is its name in the other language, or empty."""

    name: str
    second: str
    major: bool
    suggested: bool


@dataclass(frozen=True, slots=True)
class Content:
    """One document. ``evidence`` are half-open code points in text order; rejected proposals are left out of all."""

    name: str
    metadata: Metadata
    text: str
    scheme: Scheme
    spans: tuple[Span, ...]
    descriptors: tuple[Descriptor, ...]
    evidence: tuple[tuple[int, int], ...]
    annotators: tuple[str, ...]
    project: str


def read_content(project: Project, document: str, options: PrintOptions) -> Content:
    """Read a document. Refuses one that is not there."""
    found = project.document(document)
    spans = tuple(project.spans(document))
    assignments = project.assignments(document) if options.descriptors else []
    rows = [descriptor_row(each, project.concept(each.concept), options.language) for each in assignments]
    people = {each.id: each.name for each in project.annotators()}
    acting = {span.annotator for span in spans} if options.marks else set[str]()
    acting |= {each.annotator for each in assignments} | {each.annotator for each in found.progress.values()}
    return Content(
        name=found.name,
        metadata=found.metadata,
        text=project.text(document),
        scheme=project.scheme,
        spans=spans,
        descriptors=tuple(
            Descriptor(row.label, row.second, row.assignment.major, row.assignment.status == "suggested")
            for row in rows
        ),
        evidence=tuple(sorted((each.start, each.end) for row in rows for each in row.assignment.evidence)),
        annotators=tuple(sorted(people[each] for each in acting if each in people)),
        project=project.path.stem,
    )

"""What must hold of a thesaurus, whatever file it comes from; and the one form in which it is handed on.

Labels, names and notations are put on one line with single blanks; notes keep their lines. What cannot be of use is
left out and told as a remark: a relation to a concept that the file does not have, a text that is a label of two kinds.
What contradicts itself is refused. A name that several concepts have is no contradiction, and told. So are concepts
without any label, which SKOS allows: they come in, since others may stand below them, and documents have them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from model.errors import UserError
from model.progress import ProgressCallback, cancellable, no_progress
from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import (
    LABEL_KINDS,
    NoteKind,
    Thesaurus,
    ThesaurusConcept,
    in_order_of_labels,
    in_order_of_notes,
)

NO_BASE = "http://no-base.invalid/"  # a name that can never be anybody's: https://www.rfc-editor.org/rfc/rfc2606
MOST_CONCEPTS = 50_000  # seven times UNBIS; so many of one label each are read and written in about ten seconds
MOST_TEXTS = 400_000  # labels, notes and notations
_NAMED = 6  # of a long cycle
_LONGEST_NAMED = 120  # characters
# https://www.rfc-editor.org/rfc/rfc3987: a scheme, a colon, and nothing that could not stand between < and >.
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]+")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # BCP 47, as RDF takes it


@dataclass(slots=True)
class Draft:
    """A concept as it is gathered from a file; nothing has been looked at yet."""

    labels: list[tuple[str, LabelKind, str]] = field(default_factory=list[tuple[str, LabelKind, str]])
    notes: list[tuple[NoteKind, str, str]] = field(default_factory=list[tuple[NoteKind, str, str]])
    notations: list[str] = field(default_factory=list[str])
    broader: set[str] = field(default_factory=set[str])
    related: set[str] = field(default_factory=set[str])
    replaced_by: set[str] = field(default_factory=set[str])
    deprecated: bool = False
    gone: bool = False


def is_uri(text: str) -> bool:
    """Whether this is an absolute URI (or IRI) that every format of RDF can hold."""
    return _URI.fullmatch(text) is not None


def canonical_language(tag: str) -> str | None:
    """A language tag in its usual spelling (BCP 47, 2.1.1: ``zh-Hans``, ``pt-BR``), empty as it is; nothing for what is
    none.
    """
    if not tag:
        return ""
    if not _LANGUAGE.fullmatch(tag):
        return None
    first, *others = tag.lower().split("-")
    parts = [part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in others]
    return "-".join((first, *parts))


def one_line(text: str) -> str:
    """A text with single blanks for all its white space."""
    return " ".join(text.split())


def shortened(text: str) -> str:
    """A text of a file as a sentence can name it."""
    return text if len(text) <= _LONGEST_NAMED else f"{text[:_LONGEST_NAMED]}…"


def finished(
    path: Path,
    uri: str,
    names: Mapping[str, str],
    version: str,
    drafts: Mapping[str, Draft],
    remarks: Iterable[UserError] = (),
    on_progress: ProgressCallback = no_progress,
) -> Thesaurus:
    """The thesaurus of these concepts by URI; ``path`` is only named. ``on_progress`` is told of nothing, and may stop
    it.

    Refuses what is no absolute URI, a concept with the thesaurus' own URI (SKOS, S9), more concepts or texts than are
    read of one file, two preferred labels of a concept in one language, concepts that are broader than themselves, and
    half characters or controls in a text.
    """
    for each in (*sorted(drafts), uri):
        if not is_uri(each) or each.startswith(NO_BASE):
            raise UserError(
                "{path}: “{uri}” is no absolute URI, and nothing says what it is relative to.",
                path=path,
                uri=shortened(each.removeprefix(NO_BASE)),
            )
    if uri in drafts:
        raise UserError("{path}: {uri} is a concept, and the vocabulary itself.", path=path, uri=shortened(uri))
    if len(drafts) > MOST_CONCEPTS:
        raise too_many_concepts(path)
    if sum(len(each.labels) + len(each.notes) + len(each.notations) for each in drafts.values()) > MOST_TEXTS:
        raise UserError(
            "{path}: has more labels and notes than are read of one file ({most}).", path=path, most=MOST_TEXTS
        )
    remarks = list(remarks)
    links = _Links(path, drafts)
    twice: list[tuple[str, str]] = []
    concepts = tuple(
        _finished(path, each, drafts[each], links, twice) for each in cancellable(sorted(drafts), on_progress)
    )
    remarks += links.remarks()
    remarks += _of_two_kinds(path, twice)
    remarks += _of_several(path, concepts)
    remarks += _without_label(path, concepts)
    _check_no_cycle(path, concepts)
    named = {language: one_line(name) for language, name in names.items() if one_line(name)}
    for name in (*named.values(), version):
        _check_text(path, uri, name)
    return Thesaurus(uri, tuple(sorted(named.items())), one_line(version), concepts, tuple(remarks))


def too_many_concepts(path: Path) -> UserError:
    """What is said of a thesaurus with more concepts than are read."""
    return UserError("{path}: has more concepts than are read of one file ({most}).", path=path, most=MOST_CONCEPTS)


class _Links:
    """The relations of a file's concepts, each seen from both its ends."""

    def __init__(self, path: Path, drafts: Mapping[str, Draft]) -> None:
        self._path = path
        self._drafts = drafts
        self._outside: list[tuple[str, str]] = []
        self._related: dict[str, set[str]] = {}
        for uri, draft in drafts.items():
            for other in self.inside(uri, draft.related - {uri}):
                self._related.setdefault(uri, set()).add(other)
                self._related.setdefault(other, set()).add(uri)

    def inside(self, uri: str, others: Iterable[str]) -> tuple[str, ...]:
        """Those that the file has as concepts, in order; the others are remembered."""
        found: list[str] = []
        for other in sorted(others):
            if other in self._drafts:
                found.append(other)
            else:
                self._outside.append((uri, other))
        return tuple(found)

    def related(self, uri: str) -> tuple[str, ...]:
        """The concepts that one is related to."""
        return tuple(sorted(self._related.get(uri, ())))

    def remarks(self) -> Iterator[UserError]:
        """What has been left out."""
        if self._outside:
            uri, other = min(self._outside)
            yield UserError(
                "{path}: {count} relations lead to concepts that are not in the file, and were left out (the first: "
                "from {uri} to {other}).",
                path=self._path,
                count=len(self._outside),
                uri=uri,
                other=other,
            )


def _of_two_kinds(path: Path, twice: list[tuple[str, str]]) -> Iterator[UserError]:
    """Tell the labels (URI of the concept, text) of which a lesser kind was left out."""
    if twice:
        uri, text = twice[0]
        yield UserError(
            "{path}: {count} texts are labels of several kinds of one concept, and were read as the first of: "
            "preferred, alternative, hidden (the first: “{label}” of {uri}).",
            path=path,
            count=len(twice),
            label=shortened(text),
            uri=shortened(uri),
        )


def _of_several(path: Path, concepts: Iterable[ThesaurusConcept]) -> Iterator[UserError]:
    """Tell the preferred labels that several concepts have in one language: SKOS advises against them, and what is
    named by such a label alone may be any of these concepts.
    """
    carriers: dict[tuple[str, str], list[str]] = {}
    for concept in concepts:
        for language, kind, text in concept.labels:
            if kind == "preferred":
                carriers.setdefault((language, text), []).append(concept.uri)
    clashes = {label: uris for label, uris in carriers.items() if len(uris) > 1}
    if clashes:
        language, text = min(clashes)
        uri, other, *_ = clashes[language, text]
        yield UserError(
            "{path}: {count} preferred labels are those of several concepts in one language, and stay so (the first: "
            "“{label}”, language: {language}, of {uri} and {other}).",
            path=path,
            count=len(clashes),
            label=shortened(text),
            language=language or "none is given",
            uri=shortened(uri),
            other=shortened(other),
        )


def _without_label(path: Path, concepts: Iterable[ThesaurusConcept]) -> Iterator[UserError]:
    """Tell the concepts without a label of any kind, which nobody finds by typing."""
    found = [concept.uri for concept in concepts if not concept.labels]
    if found:
        yield UserError(
            "{path}: {count} concepts have no label; they come in, and are shown by their URIs (the first: {uri}).",
            path=path,
            count=len(found),
            uri=shortened(found[0]),
        )


def _finished(path: Path, uri: str, draft: Draft, links: _Links, twice: list[tuple[str, str]]) -> ThesaurusConcept:
    """One concept, looked at. What of it is a label of two kinds is added to ``twice``."""
    preferred: dict[str, str] = {}
    labels: set[tuple[str, LabelKind, str]] = set()
    for language, kind, text in draft.labels:
        text = one_line(text)
        if not text:
            continue
        _check_text(path, uri, text)
        labels.add((language, kind, text))
        if kind != "preferred":
            continue
        other = preferred.setdefault(language, text)
        if other != text:
            first, second = map(shortened, sorted((other, text)))
            raise UserError(
                "{path}: {uri} has two preferred labels in one language ({language}): “{first}” and “{second}”.",
                path=path, uri=shortened(uri), language=language or "none is given", first=first, second=second,
            )  # fmt: skip
    # A text that is preferred is found by as such (SKOS, S13: the three kinds exclude one another).
    better: set[tuple[str, str]] = set()
    lesser: set[tuple[str, str]] = set()
    for kind in LABEL_KINDS:
        found = {(language, text) for language, each, text in labels if each == kind}
        labels -= {(language, kind, text) for language, text in found & better}
        lesser |= found & better
        better |= found
    twice += [(uri, text) for _, text in sorted(lesser)]
    notes = [(kind, language, text.strip()) for kind, language, text in draft.notes if text.strip()]
    for _, _, text in notes:
        _check_text(path, uri, text, lines=True)
    notations = {one_line(text) for text in draft.notations} - {""}
    for text in notations:
        _check_text(path, uri, text)
    return ThesaurusConcept(
        uri=uri,
        labels=in_order_of_labels(labels),
        notes=in_order_of_notes(notes),
        notations=tuple(sorted(notations)),
        broader=links.inside(uri, draft.broader),
        related=links.related(uri),
        replaced_by=links.inside(uri, draft.replaced_by - {uri}),
        deprecated=draft.deprecated,
        gone=draft.gone,
    )


def _check_text(path: Path, uri: str, text: str, *, lines: bool = False) -> None:
    """Refuse what cannot be written as UTF-8 or in XML: half surrogates, NUL and other controls, non-characters."""
    if text.isprintable():
        return
    for character in text:
        if lines and character in "\n\r\t":
            continue
        if unicodedata.category(character) in ("Cc", "Cs") or character in "\ufffe\uffff":
            raise UserError(
                "{path}: a text of {uri} holds U+{code}, which is half of a character or a control.",
                path=path,
                uri=shortened(uri),
                code=f"{ord(character):04X}",
            )


def _check_no_cycle(path: Path, concepts: Iterable[ThesaurusConcept]) -> None:
    """Refuse a concept that is broader than itself, directly or through others, naming them."""
    by_uri = {concept.uri: concept for concept in concepts}
    done: set[str] = set()
    for start in by_uri:
        way = [start]
        pending = [iter(by_uri[start].broader)]
        on_way = {start}
        while pending and start not in done:
            following = next(pending[-1], None)
            if following is None:
                pending.pop()
                on_way.discard(way[-1])
                done.add(way.pop())
            elif following in on_way:
                raise _cycle(path, [by_uri[uri] for uri in way[way.index(following) :]])
            elif following not in done:
                way.append(following)
                on_way.add(following)
                pending.append(iter(by_uri[following].broader))


def _cycle(path: Path, cycle: list[ThesaurusConcept]) -> UserError:
    names = [f"“{_name(concept)}”" for concept in cycle]
    if len(names) > _NAMED:
        names = [*names[: _NAMED - 1], "…", names[-1]]
    return UserError(
        "{path}: a concept is broader than itself ({cycle}), each to the one after it.",
        path=path,
        cycle=" → ".join((*names, names[0])),
    )


def _name(concept: ThesaurusConcept) -> str:
    preferred = {language: shortened(text) for language, kind, text in concept.labels if kind == "preferred"}
    return preferred.get("en") or preferred.get("ar") or next(iter(preferred.values()), concept.uri)

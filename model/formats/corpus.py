"""Reading corpora: resolutions whose clauses are known, to learn from and to measure on.

A corpus is a folder. Its resolution files lie anywhere below ``texts``, its files of clauses anywhere below ``gold``; a
folder without these two is searched for both. A file of clauses belongs to the resolution of the same stem, and says by
``text_sha256`` which text it was made for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.annotation import metadata
from model.annotation.documents import sha256_of
from model.errors import UserError
from model.formats import clause_json, importing, resolution_text
from model.formats.clause_json import ClauseFile
from model.formats.importing import ImportReport
from model.progress import ProgressCallback, no_progress
from model.segmentation.gold import GoldDocument
from model.segmentation.values import ProposedClause

_plain_session = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Read:
    name: str
    text: str
    clauses: tuple[ProposedClause, ...]
    organ: str
    session: str
    sha256: str


def read(
    folders: Sequence[Path], on_progress: ProgressCallback = no_progress, beside: Path | None = None
) -> list[GoldDocument]:
    """The documents of one or more corpora that have clauses, in order of their names. ``beside``: a folder of more
    clauses, for resolutions anywhere in a corpus that it has none for; those that it does not hold are passed over.

    The group of a document is its organ and its session, or year: ``GA 76``. Those of emergency and special sessions
    count with the newest session of their organ in their corpus. A document that two corpora have with the same text is
    one, as the first has it. Refuses where a file cannot be read, gold and text do not fit, or documents of one name
    have other texts.
    """
    sources = [(folder, *source) for folder in folders for source in _sources(folder, beside)]
    found: dict[str, _Read] = {}
    first: dict[str, tuple[Path, Path]] = {}
    for number, (folder, path, texts) in enumerate(sources):
        on_progress(number, len(sources))
        gold = clause_json.read(path)
        of, other = first.setdefault(path.stem, (folder, path))
        if other is path:
            found[path.stem] = _read(gold, _text_of(gold, texts))
        elif of is folder or found[path.stem].sha256 != gold.text_sha256:
            raise UserError("{path} and {other} are clauses of documents of the same name.", path=path, other=other)
    on_progress(len(sources), len(sources))
    last: dict[tuple[Path, str], str] = {}
    for name, document in found.items():
        if _plain_session.fullmatch(document.session):
            of = first[name][0], document.organ
            last[of] = max(last.get(of, "0"), document.session, key=int)
    documents: list[GoldDocument] = []
    for name, document in sorted(found.items()):
        newest_session = last.get((first[name][0], document.organ))
        documents.append(GoldDocument(name, document.text, document.clauses, _group(document, newest_session)))
    return documents


def _sources(folder: Path, beside: Path | None) -> Iterator[tuple[Path, Sequence[Path]]]:
    """The files of clauses of a corpus, each with the resolution files of its name."""
    golds = _below(folder, "gold", ".json")
    texts = _by_stem(_below(folder, "texts", resolution_text.SUFFIX))
    if not golds:
        raise UserError("{path}: no gold clauses (*.json) in this folder.", path=folder)
    yield from ((path, texts[path.stem]) for path in golds)
    if beside is not None:
        known = {path.stem for path in golds}
        others = _by_stem(_found(folder, resolution_text.SUFFIX))
        for path in sorted(beside.glob("*.json")):
            if path.stem in others and path.stem not in known:
                yield path, others[path.stem]


def newest(documents: Sequence[GoldDocument]) -> tuple[list[GoldDocument], list[GoldDocument]]:
    """The older documents, and those of each organ's newest session or year."""
    last: dict[str, int] = {}
    for document in documents:
        organ, number = _parts(document.group)
        last[organ] = max(number, last.get(organ, 0))
    new = [document for document in documents if _parts(document.group) in last.items()]
    return [document for document in documents if _parts(document.group) not in last.items()], new


def _below(folder: Path, part: str, suffix: str) -> list[Path]:
    if not folder.is_dir():
        raise UserError("{path}: there is no such folder.", path=folder)
    own = folder / part
    return _found(own if own.is_dir() else folder, suffix)


def _found(folder: Path, suffix: str) -> list[Path]:
    report = ImportReport()
    found = importing.below(folder, suffix, report)
    for line in report.lines:
        if isinstance(line.message, UserError):
            raise line.message
    return found


def _by_stem(paths: Iterable[Path]) -> defaultdict[str, list[Path]]:
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        found[path.stem].append(path)
    return found


def _text_of(gold: ClauseFile, paths: Sequence[Path]) -> str:
    if not paths:
        raise UserError("{path}: there is no resolution of this name.", path=gold.path)
    for path in paths:
        text = resolution_text.read_file(path).text
        if sha256_of(text) == gold.text_sha256:
            return text
    raise UserError(
        "{path}: these clauses were made for another text than that of “{name}”.", path=gold.path, name=paths[0]
    )


def _read(gold: ClauseFile, text: str) -> _Read:
    clauses: list[ProposedClause] = []
    for place, clause in enumerate(gold.clauses):
        if not 0 <= clause.start < clause.end <= len(text):
            raise UserError("{path}: /clauses/{place}: its limits lie outside the text.", path=gold.path, place=place)
        clauses.append(
            ProposedClause(
                clause.start, clause.end, clause.type, clause.number, clause.depth, clause.lead, clause.annex
            )
        )
    clauses.sort(key=lambda clause: (clause.start, -clause.end))
    about = metadata.recognise(text, gold.path.stem)
    return _Read(gold.path.stem, text, tuple(clauses), about.organ or "", about.session or "", gold.text_sha256)


def _group(document: _Read, last: str | None) -> str:
    """Organ and session; ``last`` is the newest session that counts for those of other kinds."""
    plain = _plain_session.fullmatch(document.session)
    return f"{document.organ} {document.session if plain or last is None else last}".strip()


def _parts(group: str) -> tuple[str, int]:
    """Organ and number of a group; 0 where it has none."""
    organ, _, number = group.rpartition(" ")
    return (organ, int(number)) if _plain_session.fullmatch(number) else (group, 0)

"""Resolution files whose headers say what they are about: what descriptors are learned from without a project."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from model.annotation import metadata
from model.annotation.documents import sha256_of
from model.errors import UserError
from model.formats import importing, resolution_text
from model.formats.importing import ImportReport
from model.progress import ProgressCallback, ProgressParts, no_progress

_plain = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """A resolution and the terms of its header. ``organ`` and ``session`` are empty where unknown; those of emergency
    and special sessions are as they are written (``ES-11``).
    """

    name: str
    text: str
    text_sha256: str
    terms: tuple[str, ...]
    organ: str
    session: str

    @property
    def group(self) -> str:
        """What is as new as it: ``GA 76``."""
        return f"{self.organ} {self.session}".strip()


def read(folders: Sequence[Path], on_progress: ProgressCallback = no_progress) -> list[IndexedFile]:
    """The resolution files below some folders, in order of their names, each once; a corpus' folder ``texts`` is enough
    of it. Those without terms are left out. Refuses the first that cannot be read.
    """
    report = ImportReport()
    own = [folder / "texts" if (folder / "texts").is_dir() else folder for folder in folders]
    listed = importing.files(importing.different(own, report), report)
    for line in report.of("refused"):
        if isinstance(line.message, UserError):
            raise line.message
    paths = list({os.path.realpath(path): path for path, _ in listed}.values())
    found: list[IndexedFile] = []
    for number, path in enumerate(paths):
        on_progress(number, len(paths))
        file = resolution_text.read_file(path)
        if file.terms:
            about = metadata.recognise(file.text, path.stem)
            found.append(
                IndexedFile(
                    path.stem, file.text, sha256_of(file.text), file.terms, about.organ or "", about.session or ""
                )
            )
    on_progress(len(paths), len(paths))
    return sorted(found, key=lambda each: each.name)


def read_corpora(corpora: Sequence[Path], on_progress: ProgressCallback = no_progress) -> list[IndexedFile]:
    """The resolution files of some corpora, as by ``read``. One that is in several under the same name, with the same
    text and terms, counts once; where text or terms differ it is refused, and so is a corpus without any terms.
    """
    parts = ProgressParts(on_progress, len(corpora), 100)
    known: dict[str, tuple[int, list[IndexedFile]]] = {}
    for number, corpus in enumerate(corpora):
        own = read((corpus,), parts.of(number))
        if not own:
            raise UserError("{path}: no resolution here has a term in its header.", path=corpus)
        for file in own:
            other, files = known.setdefault(file.name, (number, []))
            if other == number:
                files.append(file)
            elif file not in files:
                raise UserError(
                    "{path} and {other} have “{name}” with different texts or headers: which one counts is not clear.",
                    path=corpus,
                    other=corpora[other],
                    name=file.name,
                )
    parts.done()
    return [file for name in sorted(known) for file in known[name][1]]


def newest(files: Sequence[IndexedFile]) -> tuple[list[IndexedFile], list[IndexedFile]]:
    """The older files, and those of each organ's newest session or year, to which its emergency and special sessions
    count, and what is of no known session.
    """
    last: dict[str, int] = {}
    for file in files:
        if _plain.fullmatch(file.session):
            last[file.organ] = max(last.get(file.organ, 0), int(file.session))

    def is_new(file: IndexedFile) -> bool:
        return not _plain.fullmatch(file.session) or int(file.session) == last[file.organ]

    return [file for file in files if not is_new(file)], [file for file in files if is_new(file)]

"""Finding the files to import: those that were named, and those of folders, searched all the way down."""

import os
from collections.abc import Sequence
from pathlib import Path

from model.errors import UserError
from model.formats import resolution_text
from model.formats.input_formats import WORD_SUFFIX, Kind
from model.formats.report import ImportReport

_LOCK = "~$"  # begins the name of the small file with which Word says that a document is open


def different(sources: Sequence[Path], report: ImportReport) -> list[Path]:
    """The sources without those that were given before, of which the report tells."""
    found: dict[str, Path] = {}
    for source in sources:
        place = os.path.realpath(source)
        if place in found:
            report.add(source, "note", UserError("{path}: was given twice, and is read once.", path=source))
        else:
            found[place] = source
    return list(found.values())


def files(sources: Sequence[Path], report: ImportReport, kind: Kind | None = None) -> list[tuple[Path, str]]:
    """The files to read, each with its folder relative to the source it was found under; in order of path.

    Folders are searched for the files of ``kind``, without one for resolution texts.
    """
    found: list[tuple[Path, str]] = []
    for source in sources:
        if not os.path.isdir(source):
            found.append((source, ""))
            continue
        inside = below(source, resolution_text.SUFFIX if kind is None else kind.suffix, report)
        if not inside:
            report.add(source, "refused", _nothing(source, kind))
        for path in inside:
            folder = path.parent.relative_to(source).as_posix()
            found.append((path, "" if folder == "." else folder))
    return [(path, folder) for path, folder in found if has_text_as_name(path, report)]


def below(folder: Path, suffix: str, report: ImportReport) -> list[Path]:
    """The files of a suffix below a folder, in order of path; links to folders are not followed. A folder below it that
    cannot be read is told in the report."""

    def unreadable(error: OSError) -> None:
        path = Path(error.filename)
        report.add(path, "refused", UserError("{path}: cannot be read ({reason}).", path=path, reason=error))

    paths = (Path(path, name) for path, _, names in os.walk(folder, onerror=unreadable) for name in names)
    # Word keeps a file of its own beside one that is open; of another kind a name may begin so.
    locks = _LOCK if suffix == WORD_SUFFIX else "\0"
    return sorted(path for path in paths if path.suffix.lower() == suffix and not path.name.startswith(locks))


def has_text_as_name(path: Path, report: ImportReport) -> bool:
    """Whether a path is text; on some systems it may be any bytes, which can neither be stored nor be shown."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        shown = Path(os.fsencode(path).decode("utf-8", "replace"))
        report.add(shown, "refused", UserError("{path}: its path is not UTF-8.", path=shown))
        return False
    return True


def _nothing(folder: Path, kind: Kind | None) -> UserError:
    if kind is None:
        return UserError("{path}: no resolutions (*.txt) in this folder.", path=folder)
    return UserError("{path}: no files of this kind (*{suffix}) in this folder.", path=folder, suffix=kind.suffix)

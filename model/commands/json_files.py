"""One JSON file for each file that is given, all into one folder: what several commands write."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from model.commands.cli_output import progress, say
from model.errors import UserError
from model.formats import importing, resolution_text
from model.formats.atomic import filling
from model.formats.budgets import untold
from model.formats.importing import ImportReport
from model.formats.input_formats import Kind
from model.text.layout import NO_LAYOUT, Layout


def write_each(
    sources: Sequence[Path],
    out: Path,
    title: str,
    make: Callable[[str, Layout], bytes],
    kind: Kind | None = None,
) -> tuple[int, ImportReport]:
    """Write ``<stem>.json`` into ``out`` for each file among ``sources`` (files or folders of them), with what ``make``
    makes of its text and layout; gives how many were written, and what was refused (said on standard error). All are
    read as files of ``kind``, as resolution files where none is given.

    ``out`` is made, flat; refused are two sources of one stem, and a folder that holds anything else. All files appear
    at the end.
    """
    report = ImportReport()
    found = importing.files(importing.different(sources, report), report, kind)
    paths = list({os.path.realpath(path): path for path, _ in found}.values())
    _check_stems(paths)
    _check_target(out, {f"{path.stem}.json" for path in paths})
    written, is_new = 0, not out.exists()
    with progress(title) as on_progress, filling(out) as write:
        for number, path in enumerate(paths):
            on_progress(number, len(paths))
            try:
                text, layout = _read(path, kind)
            except UserError as refusal:
                report.add(path, "refused", refusal)
                continue
            write(f"{path.stem}.json", make(text, layout))
            written += 1
        on_progress(len(paths), len(paths))
    for line in report.of("refused"):  # what was made of another text by this name is not of this one
        (out / f"{line.path.stem}.json").unlink(missing_ok=True)
    if is_new and not written:  # nothing was made: no empty folder says otherwise
        out.rmdir()
    for line in report.lines:
        say(str(line.message), err=True)
    return written, report


def _read(path: Path, kind: Kind | None) -> tuple[str, Layout]:
    if kind is None:
        return resolution_text.read_file(path).text, NO_LAYOUT
    source = kind.read(path, untold)
    return source.text, source.layout


def _check_stems(paths: Sequence[Path]) -> None:
    """Refuse two sources that would be written to one file, also where upper and lower case are one."""
    seen: dict[str, Path] = {}
    for path in paths:
        other = seen.setdefault(path.stem.casefold(), path)
        if other is not path:
            raise UserError(
                "{path} and {other} have the same name, and would be written to one file.", path=path, other=other
            )


def _check_target(out: Path, names: set[str]) -> None:
    """Refuse a folder in which there is anything else than what is to be written."""
    if not out.is_dir():
        return
    other = next((each.name for each in sorted(out.iterdir()) if each.name not in names), None)
    if other is not None:
        raise UserError("{path}: this folder holds something else (“{name}”).", path=out, name=other)

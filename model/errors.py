"""The one error that people are meant to read.

A ``UserError`` says in one sentence that Qarar will not do what was asked, and why: broken input, a file that cannot be
written, a nesting rule. Everything else that is raised is a bug. The sentence is a template in English; the window
translates the template and fills in the values, the command line fills them in as they are. What the system gives as
the reason, an ``OSError`` with a number, becomes such a sentence too, in the words of Linux.
"""

import errno
from pathlib import Path
from typing import Self


class UserError(Exception):
    """One sentence that says what was refused and why.

    ``template`` is an English sentence with ``{name}`` places; ``values`` fills them, other refusals and errors too.
    ``str()`` gives the sentence.
    """

    def __init__(self, template: str, **values: object) -> None:
        values = {name: _as_told(value) for name, value in values.items()}
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are copied by their positional arguments; the values here have names.
        return _made, (type(self), self.template, self.values)

    def renamed(self, path: Path, other: Path) -> Self:
        """The same refusal with another path wherever it tells of one."""
        values = {
            name: other if value == path else value.renamed(path, other) if isinstance(value, UserError) else value
            for name, value in self.values.items()
        }
        return type(self)(self.template, **values)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def _as_told(value: object) -> object:
    """An error of the system as a refusal, which can be translated. What stands in a broken file, or another error, may
    have lines of its own; a sentence has one.
    """
    if isinstance(value, OSError) and value.errno is not None:
        return _OF_SYSTEM.get(value.errno) or UserError("{system_error}", system_error=value.strerror or str(value))
    if isinstance(value, str) or (isinstance(value, Exception) and not isinstance(value, UserError)):
        lines = str(value).splitlines()
        return " ".join(line.strip() for line in lines) if len(lines) > 1 else "".join(lines)
    return value


def _made(kind: type[UserError], template: str, values: dict[str, object]) -> UserError:
    return kind(template, **values)


_OF_SYSTEM = {
    errno.EACCES: UserError("Permission denied"),
    errno.EBUSY: UserError("Device or resource busy"),
    errno.EDQUOT: UserError("Disk quota exceeded"),
    errno.EEXIST: UserError("File exists"),
    errno.EFBIG: UserError("File too large"),
    errno.EIO: UserError("Input/output error"),
    errno.EISDIR: UserError("Is a directory"),
    errno.ELOOP: UserError("Too many levels of symbolic links"),
    errno.EMFILE: UserError("Too many open files"),
    errno.ENAMETOOLONG: UserError("File name too long"),
    errno.ENOENT: UserError("No such file or directory"),
    errno.ENOMEM: UserError("Cannot allocate memory"),
    errno.ENOSPC: UserError("No space left on device"),
    errno.ENOTDIR: UserError("Not a directory"),
    errno.EPERM: UserError("Operation not permitted"),
    errno.EROFS: UserError("Read-only file system"),
    errno.ESTALE: UserError("Stale file handle"),
    errno.ETXTBSY: UserError("Text file busy"),
}


class StorageError(UserError):
    """A refusal that has its reason in the project's file, not in what was asked: the same act may work later."""


class DamagedProjectError(UserError):
    """A refusal that has its reason in a project file that is not as Qarar wrote it: it can be recovered."""


class Cancelled(Exception):
    """A person stopped a long piece of work; whatever it had begun is taken back."""

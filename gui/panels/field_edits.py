"""The fields of a panel that a person types into, and what becomes of what was typed there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from gui.panels.inspector.fields import Field
from gui.session.session import Session
from model.annotation.documents import Document
from model.annotation.values import Span
from model.project import Project

Shown = TypeVar("Shown", Document, Span)


@dataclass(frozen=True, slots=True)
class _Edit(Generic[Shown]):
    """An editable part: its field, what it holds of what is shown, and what is done with what a person put there."""

    field: Field
    held: Callable[[Shown], object]
    act: Callable[[Project, str, object], object]


class Edits(Generic[Shown]):
    """Fields by name, all about one thing: ``shown`` gives the document or mark as the project has it, or None.

    What was typed and refused stays in its field, for that one thing, and is written with the next try.
    """

    def __init__(self, session: Session, shown: Callable[[], Shown | None]) -> None:
        self._session = session
        self._shown = shown
        self._edits: dict[str, _Edit[Shown]] = {}
        self._unwritten: dict[tuple[str, str], object] = {}  # what was typed and refused, by the thing's id and field
        self._overtaken: set[str] = set()  # fields typed into of which the project has got another value meanwhile

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._edits))

    def __delitem__(self, name: str) -> None:
        del self._edits[name]

    def add(
        self,
        name: str,
        field: Field,
        held: Callable[[Shown], object],
        act: Callable[[Project, str, object], object],
        leave: Callable[[], object],
    ) -> None:
        """Take a field; ``leave`` is done where a person leaves it for the text."""
        self._edits[name] = _Edit(field, held, act)
        field.events.committed.connect(lambda: self.commit(name))
        field.events.left.connect(leave)

    def forget(self) -> None:
        """Another project is open: what could not be written was not for this one."""
        self._unwritten.clear()

    def set_writable(self, writable: bool) -> None:
        """Let all fields be typed into, or none."""
        for edit in self._edits.values():
            edit.field.set_writable(writable)

    def note_changes(self, before: Shown, now: Shown) -> None:
        """What is shown was changed elsewhere: remember of which fields that a person is typing into."""
        self._overtaken |= {
            name for name, edit in self._edits.items() if edit.field.is_edited() and edit.held(before) != edit.held(now)
        }

    def fill(self, shown: Shown, *, anew: bool) -> None:
        """Show what is so now; with ``anew`` whatever a person typed is forgotten."""
        for name, edit in self._edits.items():
            if anew:
                self._put_back(name, edit, shown)
            else:
                edit.field.show_value(edit.held(shown))

    def commit_all(self) -> None:
        """Write all that a person has typed."""
        for name in self:
            self.commit(name)

    def commit(self, name: str) -> None:
        """Write what a person put into a field, to what it was shown for."""
        edit, shown = self._edits.get(name), self._shown()
        if edit is None or shown is None or not edit.field.is_edited():
            return
        value = edit.field.value()
        overtaken = name in self._overtaken
        self._overtaken.discard(name)
        edit.field.settle()  # whoever hears of what is written now must not commit it once more
        done = self._session.attempt(edit.act, shown.id, value)
        self._unwritten.pop((shown.id, name), None)
        if done is not None and overtaken:
            self._session.message.emit(_overtaken())
        if done is None and edit.field.keeps_typing:
            self._unwritten[shown.id, name] = value
        now = self._shown()
        if now is not None and self._edits.get(name) is edit:
            self._put_back(name, edit, now)

    def _put_back(self, name: str, edit: _Edit[Shown], shown: Shown) -> None:
        """Show what the project has, or what was typed and could not be written."""
        edit.field.put_back(edit.held(shown))
        if (shown.id, name) in self._unwritten:
            edit.field.type_again(self._unwritten[shown.id, name])


def _overtaken() -> str:
    translate = QCoreApplication.translate
    return translate(
        "Edits", "It was changed elsewhere while you typed. What you typed stands now; undo brings that back."
    )

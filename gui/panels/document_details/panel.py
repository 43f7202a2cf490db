"""The document panel: what is known about the document shown, how far it is, whose it is, its tags and its note."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui import document_operations
from gui.i18n.error_messages import isolated
from gui.i18n.numbers import numbered
from gui.operations import DESCRIPTORS
from gui.panels.document_details.tags import TagsField
from gui.panels.field_edits import Edits
from gui.panels.inspector.fields import ChoiceField, Field, LineField, NoteField, western
from gui.panels.inspector.lines import Fact
from gui.session.session import Session
from gui.widgets.local_times import short_time, time_tool_tip
from gui.widgets.row_painting import SIDE, smaller
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.documents import FIELDS, Document, ProgressState
from model.project import Changes, Project

ORGANS = ("GA", "SC", "ECOSOC", "HRC")
_KINDS = frozenset({"document", "document_tag", "progress"})
_SCHEME = frozenset({"project", "layer", "label"})


class DocumentPanel(QWidget):
    """Follows ``session.document``. Each edit is one operation, on the document that was shown when it was begun.

    ``leave_requested`` asks to go back to the text.
    """

    leave_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document: Document | None = None
        self._edits: Edits[Document] = Edits(session, lambda: self._document)
        self._headings: dict[str, QLabel] = {}
        self._hint = WrappedLabel("", self)
        self._body = QWidget(self)
        self.fields: dict[str, LineField | ChoiceField | NoteField] = {
            "symbol": LineField(self._body),
            "organ": ChoiceField(self._body),
            "session": LineField(self._body),
            "adopted": LineField(self._body),
            "title": NoteField(self._body, arabic=True),
        }
        self.recognised = {name: Fact(self._body) for name in FIELDS}
        self.progress: dict[str, ChoiceField] = {}
        self.assignee = ChoiceField(self._body)
        self.tags = TagsField(self._known_tags, self._body)
        self.note = NoteField(self._body)
        self.facts = {name: Fact(self._body) for name in ("name", "folder", "length", "created")}
        self._arrange()
        self._add_edits()
        self._connect()
        self.setFocusProxy(self.note)
        self._retranslate()
        self._show_project()

    # How it is arranged

    def _arrange(self) -> None:
        self._hint.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(SIDE, 6, SIDE, 4)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(5)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._form.addRow(self.facts["name"])
        self._form.addRow(self._heading("note"))
        self._form.addRow(self.note)
        self._form.addRow(self._heading("tags"), self.tags)
        self._form.addRow(self._heading("assignee"), self.assignee)
        for name, field in self.fields.items():
            if name == "title":
                self._form.addRow(self._heading(name))
                self._form.addRow(field)
            else:
                self._form.addRow(self._heading(name), field)
            self._form.addRow(self.recognised[name])
            self._form.setRowVisible(self.recognised[name], False)
            self.recognised[name].setFont(smaller(self.font(), 0.92))
        for name in ("folder", "length", "created"):
            self._form.addRow(self._heading(name), self.facts[name])
        for name, field in (
            ("note", self.note),
            ("tags", self.tags),
            ("assignee", self.assignee),
            *self.fields.items(),
        ):
            self._headings[name].setBuddy(field)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(SIDE, 6, SIDE, 6)
        column.addLayout(self._form)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _heading(self, name: str) -> QLabel:
        self._headings[name] = self._small_label()
        return self._headings[name]

    def _small_label(self) -> QLabel:
        label = QLabel(self._body)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(smaller(self.font(), 0.92))
        return label

    def _add_edits(self) -> None:
        self._add_edit("note", self.note, lambda document: document.note, _set_note)
        self._add_edit("assignee", self.assignee, lambda document: document.assignee or "", _assign)
        for name, field in self.fields.items():
            self._add_edit(name, field, partial(_held, name), partial(self._correct, name))

    def _add_edit(
        self,
        name: str,
        field: Field,
        shown: Callable[[Document], object],
        act: Callable[[Project, str, object], object],
    ) -> None:
        self._edits.add(name, field, shown, act, self.leave_requested.emit)

    def _connect(self) -> None:
        session = self._session
        self.tags.added.connect(self._add_tags)
        self.tags.removed.connect(lambda tag: self._change_tags(remove=(tag,)))
        self.tags.left.connect(self.leave_requested)
        session.document_changed.connect(self._follow_document)
        session.changes.connect(self._follow)
        session.project_changed.connect(self._show_project)
        session.language_changed.connect(lambda _: self._show_scheme())

    # What the window asks for

    def focus_note(self) -> None:
        """Type into the note of the document shown."""
        if self._session.document is None:
            self._session.message.emit(self._hint.text())
            return
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self.note)

    # Following

    def _follow_document(self, document: str | None) -> None:
        """Another document is shown: what was begun on the one before is committed to that one."""
        self._commit_all()
        self.tags.forget_typed()
        self._document = None
        if self.isVisible():
            self._read(document)
            self._fill(anew=True)

    def _read(self, document: str | None) -> None:
        project = self._session.project
        there = project is not None and document is not None and project.summary(document) is not None
        self._document = project.document(document) if there and project is not None and document is not None else None

    def _follow(self, changes: Changes) -> None:
        kinds = changes.rows.keys()
        if kinds & _SCHEME:
            self._show_scheme()
        if self._document is not None and self._document.id in changes.documents and kinds & _KINDS:
            before = self._document
            self._read(before.id)
            self._edits.note_changes(before, self._document or before)
            self._offer_people()
            self._fill(anew=False)

    def _show_project(self) -> None:
        self._edits.forget()
        self._show_scheme()
        self._follow_document(self._session.document)

    def _show_scheme(self) -> None:
        """Offer the tasks of the scheme, and the people of the project."""
        project, language = self._session.project, self._session.language
        layers = () if project is None else project.scheme.layers
        names = {layer.id: layer.name(language) for layer in layers} | {DESCRIPTORS: self.tr("Descriptors")}
        if list(names) != list(self.progress):
            self._make_tasks(list(names))
        for task, field in self.progress.items():
            field.set_choices(list(self._states().items()))
            field.setAccessibleName(names[task])
            heading = self._form.labelForField(field)
            assert isinstance(heading, QLabel)
            heading.setText(names[task])
        self._offer_people()
        writable = self._session.annotator is not None
        self._edits.set_writable(writable)
        self.tags.set_writable(writable)
        self._fill(anew=False)

    def _make_tasks(self, tasks: list[str]) -> None:
        """Have a field for each task, in this order."""
        for task, field in self.progress.items():
            del self._edits[f"progress {task}"]
            heading = self._form.labelForField(field)
            self._form.takeRow(field)
            for widget in (heading, field):
                widget.hide()
                widget.deleteLater()  # not at once: its list is a window that Qt may be going through just now
        self.progress = {}
        row = self._form.getWidgetPosition(self.assignee)[0] + 1  # type: ignore[index]
        for place, task in enumerate(tasks):
            field = ChoiceField(self._body)
            self._form.insertRow(row + place, self._small_label(), field)
            self.progress[task] = field
            self._add_edit(f"progress {task}", field, partial(_state, task), partial(_set_state, task))

    def _offer_people(self) -> None:
        project, me = self._session.project, self._session.annotator
        people = [] if project is None else project.annotators()
        choices = [("", self.tr("nobody"))]
        if me is not None:
            choices.append((me.id, self.tr("{name} (me)").format(name=f"\u2068{me.name}\u2069")))
        choices += [(each.id, f"\u2068{each.name}\u2069") for each in people if me is None or each.id != me.id]
        self.assignee.set_choices(choices)

    def _known_tags(self) -> list[str]:
        return [] if self._session.project is None else self._session.project.tags()

    def _fill(self, *, anew: bool) -> None:
        """Show the document as it is now; with ``anew`` whatever a person typed is forgotten."""
        document = self._document
        self._stack.setCurrentIndex(0 if document is None else 1)
        if document is None:
            return
        self._edits.fill(document, anew=anew)
        self.tags.show_tags(document.tags)
        template = self.tr("Recognised: {value}")
        for name, fact in self.recognised.items():
            recognised, corrected = getattr(document.recognised, name), getattr(document.corrected, name)
            differs = corrected is not None
            value = f"\u2068{recognised}\u2069" if recognised else self.tr("nothing")
            fact.show_text(template.format(value=value) if differs else "")
            if self._form.isRowVisible(fact) != differs:
                self._form.setRowVisible(fact, differs)
        self.facts["name"].show_text(isolated(document.name))
        self.facts["folder"].show_text(isolated(document.folder) if document.folder else "–")
        self.facts["length"].show_text(numbered(self.tr("%n character(s)", "", document.length), document.length))
        self.facts["created"].show_text(short_time(document.created), time_tool_tip(document.created))

    # What is done

    def _correct(self, name: str, project: Project, document: str, value: object) -> object:
        wanted = " ".join(str(value).split())
        if name == "adopted":
            wanted = western(wanted)
        before = project.document(document)
        recognised = getattr(before.recognised, name)
        done = document_operations.correct(project, document, name, wanted)
        if not wanted and recognised and getattr(before.corrected, name) is None:
            words = self.tr("The text itself gives {value}: type another value to correct it.")
            self._session.message.emit(words.format(value=f"\u2068{recognised}\u2069"))
        return done

    def _commit_all(self) -> None:
        if self._document is not None:
            self.tags.take_typed()
            self._edits.commit_all()

    def _add_tags(self, tags: list[str]) -> None:
        if self._change_tags(add=tuple(tags)):
            self.tags.forget_typed()

    def _change_tags(self, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> bool:
        document = self._document
        if document is None or (set(add) <= set(document.tags) and not remove):
            return document is not None
        done = self._session.attempt(document_operations.change_tags, [document.id], add=add, remove=remove)
        return done is not None

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_document(self._session.document)

    def hideEvent(self, event: QHideEvent) -> None:
        self._commit_all()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_scheme()

    def _states(self) -> dict[ProgressState, str]:
        return {"new": self.tr("not begun"), "in-progress": self.tr("in progress"), "done": self.tr("done")}

    def _retranslate(self) -> None:
        words = {
            "note": self.tr("Note"),
            "tags": self.tr("Tags"),
            "assignee": self.tr("Assignee"),
            "symbol": self.tr("Symbol"),
            "organ": self.tr("Organ"),
            "session": self.tr("Session"),
            "adopted": self.tr("Adopted"),
            "title": self.tr("Title"),
            "folder": self.tr("Folder"),
            "length": self.tr("Length"),
            "created": self.tr("Imported"),
        }
        for name, word in words.items():
            self._headings[name].setText(word)
        for name, field in (*self.fields.items(), ("note", self.note), ("assignee", self.assignee)):
            field.setAccessibleName(words[name])
        for name, fact in self.facts.items():
            fact.setAccessibleName(words.get(name, self.tr("Name")))
        organ = self.fields["organ"]
        assert isinstance(organ, ChoiceField)
        organ.set_choices([("", self.tr("not known")), *((each, each) for each in ORGANS)])
        unknown = {"session": self.tr("not known")}  # the organ and the session are feminine in Arabic
        for name, field in self.fields.items():
            if not isinstance(field, ChoiceField):
                field.setPlaceholderText(unknown.get(name, self.tr("not known", "masculine")))
        form = self.tr("Year, month and day: {date}").format(date=isolated("2004-12-20"))
        self.fields["adopted"].setToolTip(plain_tool_tip(form))
        self.tags.set_words(words["tags"], self.tr("Add a tag"), self.tr("Click to take this tag away"))
        self._hint.setText(self.tr("Show a document to see what is known about it."))


def _held(name: str, document: Document) -> str:
    return getattr(document.metadata, name) or ""


def _state(task: str, document: Document) -> str:
    return document.state(task)


def _set_note(project: Project, document: str, value: object) -> object:
    return document_operations.set_note(project, document, str(value))


def _assign(project: Project, document: str, value: object) -> object:
    return document_operations.assign_to(project, [document], str(value) or None)


def _set_state(task: str, project: Project, document: str, value: object) -> object:
    state: ProgressState = "done" if value == "done" else "in-progress" if value == "in-progress" else "new"
    return document_operations.set_progress(project, [document], task, state)

"""The scheme editor on a project of three documents, and answers in the place of its questions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.dialogs.scheme_editor.dialog import SchemeEditor
from gui.item_models.scheme import Node
from gui.session.session import Session
from model.annotation import documents, spans
from model.annotation.values import Origin
from model.project import Project

TEXT = "إن الجمعية العامة، إذ تعيد تأكيدها، 1 - تقرر ما يلي: (أ) أن تعمل؛ 2 - تطلب تقريرا."


@dataclass
class Answers:
    """Stands in for ``SchemeQuestions``; what was asked is kept, in order."""

    new: object = None
    fate: object = None
    sure: bool = False
    chosen_colour: object = None
    path: Path | None = None
    fates: object = None
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def new_layer(self, taken):
        self.asked.append(("layer", *taken))
        return self.new

    def new_label(self, taken):
        self.asked.append(("label", *taken))
        return self.new

    def new_feature(self, taken):
        self.asked.append(("feature", *taken))
        return self.new

    def fate_of_marks(self, label, use, others):
        self.asked.append(("fate", label.id, use, tuple(other.id for other in others)))
        return self.fate

    def delete_marks_of_layer(self, layer, use):
        self.asked.append(("layer", layer.id, use))
        return self.sure

    def delete_values(self, name, marks):
        self.asked.append(("values", name, marks))
        return self.sure

    def colour(self, colour):
        self.asked.append(("colour", colour.name()))
        return self.chosen_colour

    def file_to_open(self):
        return self.path

    def file_to_save(self, name):
        self.asked.append(("save", name))
        return self.path

    def fates_of_missing(self, missing, scheme):
        self.asked.append(("missing", *(each.label.id for each in missing)))
        return self.fates

    def counted(self, use):
        return f"{use.spans} in {use.documents}"


@dataclass
class SchemeDesk:
    """What a test works with."""

    session: Session
    project: Project
    editor: SchemeEditor
    ask: Answers
    documents: list[str]

    def choose(self, kind: str, node_id: str = "") -> None:
        self.editor.choose(Node(kind, node_id))

    def names(self) -> list[str]:
        """The operations that are not undone, newest first."""
        return [record.name for record in self.project.history(99)]

    def press(self, widget: QWidget, key: Qt.Key, text: str = "", modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """A key goes down and up in a widget."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, int(key), modifiers, text))

    def said(self) -> str:
        """What the editor says; empty where it says nothing."""
        message = self.editor.message
        return message.text().lstrip("\u200e\u200f") if message.isVisibleTo(self.editor) else ""


@pytest.fixture
def scheme_desk(qtbot, tmp_path: Path) -> Iterator[SchemeDesk]:
    project = Project.create(tmp_path / "desk.qarar", "Sara")
    found: list[str] = []
    with project.operation("import") as writing:
        for number in range(3):
            document = documents.add(writing, f"A_RES_{number}", TEXT)
            found.append(document)
            start, item = TEXT.index("1 -"), TEXT.index("(أ)")
            spans.mark(writing, document, "operative", start, TEXT.index("2 -"))
            spans.mark(writing, document, "subclause", item, TEXT.index("2 -"))
            recital = spans.mark(writing, document, "preambular", TEXT.index("إذ"), start)
            spans.set_features(writing, recital.id, {"annex": "true"})
        proposal = spans.mark(writing, found[0], "title", 0, 18, status="suggested", origin=Origin("model"))
        spans.set_status(writing, proposal.id, "rejected")
    session = Session()
    session.set_language("en")
    session.set_project(project)
    ask = Answers()
    editor = SchemeEditor(session, questions=ask)  # type: ignore[arg-type]
    qtbot.addWidget(editor)
    editor.show()
    yield SchemeDesk(session, project, editor, ask, found)
    editor.close()
    session.set_project(None)

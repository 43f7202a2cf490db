"""What the buttons of the scheme editor do: they ask where something is to be asked, then act."""

from PySide6.QtCore import QObject, Signal

from gui import scheme_operations
from gui.dialogs.scheme_editor.questions import DELETE_MARKS, SchemeQuestions
from gui.dialogs.scheme_editor.session import SchemeEditorSession
from gui.i18n.error_messages import isolated
from gui.item_models.scheme import Node
from gui.session.session import Session
from model.annotation import scheme_use
from model.errors import UserError
from model.formats import scheme_json
from model.formats.scheme_json import Fate, To
from model.project import Project


class SchemeActions(QObject):
    """Acts on what is ``chosen`` in the tree. ``added``: the node that was added, which is to be shown."""

    added = Signal(object)

    def __init__(
        self, session: Session, work: SchemeEditorSession, questions: SchemeQuestions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._work = work
        self.ask = questions
        self.chosen: Node | None = None

    def layer(self) -> str | None:
        """The layer to which a new label goes: the one chosen, that of the label chosen, or the first."""
        project, node = self._session.project, self.chosen
        if project is None or node is None:
            return None
        if node.kind == "layer":
            return node.id
        if node.kind == "label":
            return project.scheme.label(node.id).layer
        return project.scheme.layers[0].id if project.scheme.layers else None

    def add_layer(self) -> None:
        """Ask for names and add a layer."""
        project = self._session.project
        new = None if project is None else self.ask.new_layer([*project.scheme.tasks()])
        if new is not None:
            added = self._work(scheme_operations.add_layer, new.names, new.id)
            if isinstance(added, str):
                self.added.emit(Node("layer", added))

    def add_label(self) -> None:
        """Ask for names and add a label."""
        project, layer = self._session.project, self.layer()
        if project is None or layer is None:
            return
        new = self.ask.new_label([label.id for label in project.scheme.labels()])
        if new is not None:
            added = self._work(scheme_operations.add_label, layer, new.names, new.id)
            if isinstance(added, str):
                self.added.emit(Node("label", added))

    def delete(self) -> None:
        """Delete what is chosen; where it is in use, ask first what becomes of the marks."""
        project, node = self._session.project, self.chosen
        if project is None or node is None:
            return
        try:
            if node.kind == "label":
                self._delete_label(project, node.id)
            elif node.kind == "layer":
                self._delete_layer(project, node.id)
        except UserError as refusal:
            self._work.refuse(refusal)

    def move(self, by: int) -> None:
        """Move what is chosen down by so many places, up where negative."""
        node = self.chosen
        if node is not None and node.kind == "layer":
            self._work(scheme_operations.move_layer, node.id, by)
        elif node is not None and node.kind == "label":
            self._work(scheme_operations.move_label, node.id, by)

    def import_scheme(self) -> None:
        """Ask for a file, and what becomes of the labels that it lacks, and use its scheme."""
        project = self._session.project
        path = self.ask.file_to_open() if project is not None else None
        if project is None or path is None:
            return
        try:
            scheme = scheme_json.read(path)
            missing = scheme_json.missing(project, scheme)
        except UserError as refusal:
            self._work.refuse(refusal)
            return
        fates: dict[str, Fate] | None = self.ask.fates_of_missing(missing, scheme) if missing else {}
        if fates is not None and self._work(scheme_operations.import_scheme, scheme, fates) is not None:
            self._work.say(self.tr("The scheme of {path} is in use now.").format(path=isolated(path)))

    def export_scheme(self) -> None:
        """Ask for a file and write the scheme to it."""
        project = self._session.project
        path = None if project is None else self.ask.file_to_save(f"{project.scheme.id}.json")
        if path is not None and self._work(scheme_operations.export_scheme, path) is not None:
            self._work.say(self.tr("The scheme was written to {path}.").format(path=isolated(path)))

    def _delete_label(self, project: Project, label_id: str) -> None:
        label = project.scheme.label(label_id)
        use = scheme_use.use_of_label(project, label_id)
        if not use.spans:
            self._work(scheme_operations.delete_label, label_id)
            return
        others = [other for other in project.scheme.layer(label.layer).labels if other.id != label_id]
        fate = self.ask.fate_of_marks(label, use, others)
        if fate == DELETE_MARKS:
            self._work(scheme_operations.delete_label, label_id, None, True)
        elif isinstance(fate, To):
            self._work(scheme_operations.delete_label, label_id, fate.label)

    def _delete_layer(self, project: Project, layer_id: str) -> None:
        layer = project.scheme.layer(layer_id)
        use = scheme_use.use_of_layer(project, [label.id for label in layer.labels])
        if not use.spans:
            self._work(scheme_operations.delete_layer, layer_id)
        elif self.ask.delete_marks_of_layer(layer, use):
            self._work(scheme_operations.delete_layer, layer_id, True)

"""The scheme editor: layers and labels on one side, on the other everything about the one that is chosen."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QKeySequence,
    QPalette,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gui.commands.keyboard import LatinShortcuts
from gui.dialogs.scheme_editor.actions import SchemeActions
from gui.dialogs.scheme_editor.label import LabelPage
from gui.dialogs.scheme_editor.pages import LayerPage, SchemePage
from gui.dialogs.scheme_editor.questions import SchemeQuestions
from gui.dialogs.scheme_editor.rows import SchemeRows
from gui.dialogs.scheme_editor.session import SchemeEditorSession
from gui.i18n.error_messages import directed
from gui.i18n.operation_names import shown_name
from gui.item_models.scheme import SCHEME, Node, SchemeModel
from gui.session.session import Session
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.tool_tips import plain_tool_tip
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation import scheme_use
from model.errors import UserError
from model.project import Changes

COUNT_AFTER = 120  # ms after marks changed or another row was chosen: several are counted once


class SchemeEditor(InReadingOrder, QDialog):
    """Edits the scheme of the session's project, each change one operation at once. ``show()`` it, or ``exec()`` it.

    ``acts`` is what its buttons do; ``questions`` is what asks before that (a test gives one that has the answers).
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, questions: SchemeQuestions | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen: Node | None = None
        self._showing = False
        self._refused = False
        self._fresh = False  # the message has not outlived a row yet
        self._behind = False  # something changed while it was hidden
        self.ask = questions or SchemeQuestions(self, lambda: session.language)
        self.work = SchemeEditorSession(session, self)
        self.acts = SchemeActions(session, self.work, self.ask, self)
        self.model = SchemeModel(self)
        self.tree = _Tree(self)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(SchemeRows(self.tree))
        self.scheme_page = SchemePage(session, self.work, self)
        self.layer_page = LayerPage(session, self.work, self)
        self.label_page = LabelPage(session, self.work, self.ask, self)
        self.pages = QStackedWidget(self)
        for page in (self.scheme_page, self.layer_page, self.label_page):
            self.pages.addWidget(page)
        self.message = WrappedLabel("", self)
        self.message.setFrameShape(QFrame.Shape.StyledPanel)
        self.message.setMargin(6)
        self.message.setAutoFillBackground(True)
        self.message.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.message.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.message.hide()
        self.acts.added.connect(self.choose)
        self.add_layer, self.add_label, self.delete, self.up, self.down = (QPushButton(self) for _ in range(5))
        self.import_file, self.export_file, self.undo_button, self.redo_button = (QPushButton(self) for _ in range(4))
        self.close_button = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._recount, self._count_use = QTimer(self), QTimer(self)
        for timer in (self._recount, self._count_use):
            timer.setSingleShot(True)
            timer.setInterval(COUNT_AFTER)
        self._counted: Node | None = None  # whose use is shown
        self._lay_out()
        self._connect()
        self._retranslate()
        self.resize(980, 680)
        self._show_project()

    # What is chosen

    @property
    def chosen(self) -> Node | None:
        """The scheme, the layer or the label whose page is shown."""
        return self._chosen

    def choose(self, node: Node) -> None:
        """Show the page of a layer, a label or the scheme."""
        index = self.model.index_of(node)
        if index.isValid():
            self.tree.setCurrentIndex(index)

    def _export(self) -> None:
        self.flush()
        self.acts.export_scheme()

    def flush(self) -> None:
        """Take what was typed into the fields and not taken yet."""
        for page in (self.scheme_page, self.layer_page, self.label_page):
            if page is self.pages.currentWidget():
                page.flush()

    def done(self, result: int) -> None:
        self._refused = False
        self.flush()
        if not self._refused:  # else it says why, and the field is back as it was
            super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._behind, self._counted = False, None
            self._count()
            self._show_scheme()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.work.say("")
            self._counted = None
            self._show_scheme()

    # What is shown

    def _show_project(self) -> None:
        for page in (self.scheme_page, self.layer_page, self.label_page):
            page.restore()  # what was typed was meant for the project before
        if self._session.project is None:
            self.reject()
            return
        self._counted = None
        self._count()
        self._show_scheme()

    def _show_scheme(self) -> None:
        project = self._session.project
        if project is None:
            return
        scheme, wanted, row = project.scheme, self._chosen, self.tree.currentIndex().row()
        before = self.tree.currentIndex().parent()
        place = self.model.node(before)
        self._showing = True
        if self.model.show_scheme(scheme, self._session.language):
            self.tree.expandAll()
        if wanted is None or not self.model.index_of(wanted).isValid():
            wanted = self._near(place, row)
        index = self.model.index_of(wanted)
        if self.tree.currentIndex() != index:
            self.tree.setCurrentIndex(index)
        self._showing = False
        self._take(wanted)
        self._show_page()

    def _take(self, node: Node) -> None:
        self._chosen = self.acts.chosen = node

    def _near(self, parent: Node | None, row: int) -> Node:
        """What stands where something was that is gone: the row after it, before it, or what held it."""
        index = self.model.index_of(parent) if parent is not None else QModelIndex()
        if index.isValid():
            rows = self.model.rowCount(index)
            child = self.model.index(min(row, rows - 1), 0, index) if rows else index
            found = self.model.node(child)
            if found is not None:
                return found
        project = self._session.project
        layers = project.scheme.layers if project is not None else ()
        first = next((label for layer in layers for label in layer.labels), None)
        return Node("label", first.id) if first is not None and parent is None else SCHEME

    def _row_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        node = self.model.node(current)
        if node is not None and node != self._chosen and not self._showing:
            self.flush()
            self._take(node)
            if self._fresh:  # perhaps said because this row was left: it is read on the next one
                self._fresh = False
            else:
                self.work.say("")
            self._show_page()
            self.tree.scrollTo(current)

    def _show_page(self) -> None:
        project, node = self._session.project, self._chosen
        if project is None or node is None:
            return
        scheme = project.scheme
        try:
            if node.kind == "label":
                self.label_page.show_label(scheme.label(node.id), scheme)
                self.pages.setCurrentWidget(self.label_page)
            elif node.kind == "layer":
                self.layer_page.show_layer(scheme.layer(node.id), scheme)
                self.pages.setCurrentWidget(self.layer_page)
            else:
                self.scheme_page.show_scheme(scheme)
                self.pages.setCurrentWidget(self.scheme_page)
        except UserError as refusal:
            self.work.refuse(refusal)
        if self._counted != node:
            self.label_page.use.setText("")
            self.layer_page.use.setText("")
            self._count_use.start()  # it takes a while where there are many marks; rows are run through faster
        self._see()

    def _show_use(self) -> None:
        """Say how much what is chosen is in use."""
        project, node = self._session.project, self._chosen
        if project is None or node is None or node.kind == "scheme" or not self.isVisible():
            return
        if node.kind == "label":
            use = self.work.read(scheme_use.use_of_label, node.id)
            self.label_page.features.set_counts(self.work.read(scheme_use.feature_counts, node.id) or {})
        else:
            layer = next((layer for layer in project.scheme.layers if layer.id == node.id), None)
            labels = [] if layer is None else [label.id for label in layer.labels]
            use = self.work.read(scheme_use.use_of_layer, labels)
        if use is not None:
            page = self.label_page if node.kind == "label" else self.layer_page
            page.use.setText(self.ask.counted(use) if use.spans else self.tr("not in use"))
            self._counted = node

    def _see(self) -> None:
        """What can be done now."""
        project, node = self._session.project, self._chosen
        for button in (self.delete, self.up, self.down):
            button.setEnabled(node is not None and node.kind != "scheme")
        self.add_label.setEnabled(self.acts.layer() is not None)
        for action, button, record, template in (
            (self.undo_action, self.undo_button, project and project.undoable(), self.tr("Undo {name}")),
            (self.redo_action, self.redo_button, project and project.redoable(), self.tr("Redo {name}")),
        ):
            action.setEnabled(record is not None)
            button.setEnabled(record is not None)
            name = "" if record is None else template.format(name=shown_name(record.name))
            button.setAccessibleDescription(name)
            button.setToolTip(plain_tool_tip(name))

    def _follow(self, changes: Changes) -> None:
        if not self.isVisible():
            self._behind = True
            return
        kinds = changes.rows.keys()
        if kinds & {"span", "feature"}:
            self._recount.start()
        if kinds & {"project", "layer", "label"}:
            self._show_scheme()
        else:
            self._see()

    def _count(self) -> None:
        project = self._session.project
        if project is None:
            return
        counts = self.work.read(scheme_use.counts)
        if counts is None:
            return
        self.work.marks = sum(counts.values())
        self.model.set_counts(counts)

    def _count_again(self) -> None:
        self._count()
        self._show_use()

    def _act_ended(self, done: bool) -> None:
        if not done:
            self._refused = True
            for page in (self.scheme_page, self.layer_page, self.label_page):
                page.restore()
            self._show_page()

    def _say(self, text: str) -> None:
        self.message.setText(directed(text) if text else "")
        self.message.setVisible(bool(text))
        self._fresh = bool(text)
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.message, text))

    # How it is made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for place, button in enumerate((self.add_layer, self.add_label, self.up, self.down, self.delete)):
            grid.addWidget(button, place // 2, place % 2)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 1, 0)  # from right to left a splitter puts its first part a pixel too far out
        column.addWidget(self.tree, 1)
        column.addLayout(grid)
        self.splitter = QSplitter(self)
        self.splitter.addWidget(side)
        self.splitter.addWidget(self.pages)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([280, 680])
        self.splitter.setChildrenCollapsible(False)
        below = QHBoxLayout()
        for button in (self.undo_button, self.redo_button, self.import_file, self.export_file):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.close_button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter takes what is typed and presses nothing
        whole = QVBoxLayout(self)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.message)
        whole.addLayout(below)

    def _connect(self) -> None:
        self.undo_action, self.redo_action = QAction(self), QAction(self)
        self.undo_action.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.addActions([self.undo_action, self.redo_action])
        for trigger in (self.undo_action.triggered, self.undo_button.clicked):
            trigger.connect(lambda: self.work.undo())
        for trigger in (self.redo_action.triggered, self.redo_button.clicked):
            trigger.connect(lambda: self.work.redo())
        deleting = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.tree)
        deleting.setContext(Qt.ShortcutContext.WidgetShortcut)
        deleting.activated.connect(self.acts.delete)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            moving = QShortcut(QKeySequence(keys), self.tree)
            moving.setContext(Qt.ShortcutContext.WidgetShortcut)
            moving.activated.connect(lambda by=by: self.acts.move(by))
        self.add_layer.clicked.connect(self.acts.add_layer)
        self.add_label.clicked.connect(self.acts.add_label)
        self.delete.clicked.connect(self.acts.delete)
        self.up.clicked.connect(lambda: self.acts.move(-1))
        self.down.clicked.connect(lambda: self.acts.move(1))
        self.import_file.clicked.connect(self.acts.import_scheme)
        self.export_file.clicked.connect(self._export)
        self.close_button.rejected.connect(self.reject)
        self.tree.selectionModel().currentChanged.connect(self._row_chosen)
        self.work.said.connect(self._say)
        self.work.ended.connect(self._act_ended)
        self._recount.timeout.connect(self._count_again)
        self._count_use.timeout.connect(self._show_use)
        self._session.changes.connect(self._follow)
        self._session.project_changed.connect(self._show_project)
        application = QApplication.instance()
        assert application is not None
        self.latin = LatinShortcuts(self)
        application.installEventFilter(self.latin)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Scheme: layers and labels"))
        self.tree.setAccessibleName(self.tr("Layers and labels"))
        self.add_layer.setText(self.tr("Add la&yer…"))
        self.add_label.setText(self.tr("Add la&bel…"))
        self.delete.setText(self.tr("&Delete"))
        self.up.setText(self.tr("Move &up"))
        self.down.setText(self.tr("Move do&wn"))
        self.undo_button.setText(self.tr("Undo"))
        self.redo_button.setText(self.tr("Redo"))
        self.import_file.setText(self.tr("I&mport…"))
        self.export_file.setText(self.tr("E&xport…"))
        self.close_button.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        self._see()


class _Tree(QTreeView):
    """The tree itself: all of it open, at all times."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)  # the rows do that, so that a chosen one is marked in its whole width
        self.setUniformRowHeights(True)
        self.setMinimumWidth(220)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

"""The first clause in three steps, told beside the text to who works here for the first time.

Each step is over when it was done in the text, in whatever way: whoever marks at once what the mouse has selected needs
not be told of proposals any more.
"""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.commands.actions import Actions, shown_key
from gui.i18n.error_messages import isolated
from gui.session.session import Session
from gui.settings import Settings
from gui.widgets.wrapped_label import WrappedLabel
from model.annotation.layers import Label
from model.project import Changes

Step = Literal["propose", "mark", "correct", "done"]
STEPS: tuple[Step, ...] = ("propose", "mark", "correct")
# Names of operations that are what the last step tells of.
CORRECTING = frozenset({"move limits", "reject mark", "split", "merge", "confirm document"})
EXAMPLES = ("preambular", "operative")  # labels that most texts have; where a scheme has none of them, its first ones


class FirstSteps(QFrame):
    """A strip over the text. It takes no keys from it, and goes at one click for good."""

    def __init__(self, session: Session, actions: Actions, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._settings = settings
        self._wanted = False
        self._step: Step = "propose"
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.number = QLabel(self)
        self.number.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        font = self.number.font()
        font.setBold(True)
        self.number.setFont(font)
        self.words = WrappedLabel("", self)
        self.words.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.close_button = QToolButton(self)
        self.close_button.setText("×")
        self.close_button.setAutoRaise(True)
        self.close_button.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self.number)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())  # the text stays where it is
        actions["propose"].triggered.connect(self._proposed)
        for command in ("lengthen", "shorten"):
            actions[command].triggered.connect(self._corrected)
        actions.keymap.changed.connect(self._show)
        session.changes.connect(self._follow)
        session.spans_changed.connect(self._marks_changed)
        session.document_changed.connect(self._show)
        session.language_changed.connect(self._show)
        self.hide()

    @property
    def step(self) -> Step:
        """What is told now."""
        return self._step

    def begin(self) -> None:
        """Tell from the beginning."""
        self._wanted = True
        self._step = "propose"
        self._show()

    def put_away(self) -> None:
        """Tell no more, nor the next time."""
        self._wanted = False
        self._settings.first_steps_seen = True
        self._show()

    def _go(self, step: Step) -> None:
        self._step = step
        if step == "done":
            self._settings.first_steps_seen = True
        self._show()

    def _proposed(self) -> None:
        start, end = self._session.selection
        if self._wanted and self._step == "propose" and start < end:
            self._go("mark")

    def _corrected(self) -> None:
        if self._wanted and self._step == "correct":
            self._go("done")

    def _follow(self, changes: Changes) -> None:
        annotator, operation = self._session.annotator, changes.operation
        if not self._wanted or annotator is None or operation.annotator != annotator.id:
            return
        kinds = changes.rows.keys()
        if not kinds & {"span", "progress"} or self._session.document not in changes.documents:
            return
        if self._step == "correct":
            if operation.kind != "do" or operation.name in CORRECTING or "span" not in kinds:
                self._corrected()
        elif operation.kind == "do" and "span" in kinds and self._is_marked(changes):
            self._go("correct")

    def _marks_changed(self, *_: object) -> None:
        """A mark was perhaps taken away so that there is something to mark: its place is still selected."""
        if self._wanted and self._step == "propose":
            start, end = self._session.selection
            self._go("mark" if start < end and not self._all_is_marked() else "propose")

    def _is_marked(self, changes: Changes) -> bool:
        """Whether what was written made or changed a mark, and did not only take some away."""
        project = self._session.project
        ids = changes.rows.get("span", frozenset())
        return project is not None and any(project.span(span) is not None for span in ids)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self, *_: object) -> None:
        shown = self._wanted and self._session.document is not None
        self.setVisible(shown)
        if not shown:
            return
        self.close_button.setToolTip(self.tr("Close; “First steps” in the menu Help brings it back"))
        self.close_button.setAccessibleName(self.tr("Close the first steps"))
        if self._step == "done":
            self.number.setText("✓")
        else:
            place = STEPS.index(self._step) + 1
            template = self.tr("Step {number} of {count}")
            self.number.setText(template.format(number=isolated(place), count=isolated(len(STEPS))))
        self.words.setText(self._sentence())
        self.setAccessibleDescription(f"{self.number.text()} {self.words.text()}")

    def _sentence(self) -> str:
        if self._step == "propose":
            if self._all_is_marked():
                return self.tr(
                    "Everything is marked here already. To try it, choose a clause with {next}, and take its mark away "
                    "with {delete}; or go to the next document with {document}."
                ).format(next=self._key("next_mark"), delete=self._key("delete"), document=self._key("next_document"))
            words = self.tr("Press {propose} in the text: the next stretch that has no mark is selected.")
            if self._session.proposed:
                words = self.tr(
                    "What has a dashed line is only proposed. Press {propose} in the text: the first proposal is "
                    "selected."
                )
            return words.format(propose=self._key("propose"))
        if self._step == "mark":
            labels = self._examples()
            keys = self.tr(", ").join(
                self.tr("{key} for “{label}”").format(
                    key=shown_key(label.key), label=label.name(self._session.language)
                )
                for label in labels
            )
            if self._session.proposed:
                words = self.tr(
                    "Press {confirm}: it is confirmed, and the next one is selected. If its label is wrong, press the "
                    "key of the right one: {keys}."
                )
                return words.format(confirm=self._key("confirm"), keys=keys)
            if not labels:
                return self.tr("Choose its label in the panel “Labels”: it is marked, and the next one is selected.")
            return self.tr("Press the key of its label: {keys}. All keys are in the panel “Labels”.").format(keys=keys)
        if self._step == "correct" and self._session.proposed:
            return self.tr(
                "{undo} takes it back. {reject} rejects a proposal, {split} cuts one in two at the caret, {merge} "
                "joins it with the next. {document} confirms all that is left and says that the document is done."
            ).format(
                undo=self._key("undo"),
                reject=self._key("reject"),
                split=self._key("split"),
                merge=self._key("merge"),
                document=self._key("confirm_document"),
            )
        if self._step == "correct":
            return self.tr(
                "{undo} takes it back. {longer} makes the next selection longer, {shorter} shorter. Go on to the end "
                "of the text; then {done} says that its clauses are done."
            ).format(
                undo=self._key("undo"),
                longer=self._key("lengthen"),
                shorter=self._key("shorten"),
                done=self._key("clauses_done"),
            )
        return self.tr("That is all it takes. {sheet} shows every key, {palette} finds every act by its name.").format(
            sheet=self._key("cheat_sheet"), palette=self._key("palette")
        )

    def _key(self, command: str) -> str:
        """The first key of a command; where it has none, its name."""
        keymap = self._actions.keymap
        keys: Sequence[str] = (*keymap.text_keys(command), *keymap.shortcuts(command))
        return shown_key(keys[0]) if keys else self.tr("“{command}”").format(command=self._actions[command].iconText())

    def _examples(self) -> list[Label]:
        project = self._session.project
        clauses = None if project is None else project.scheme.clauses
        labels = [label for label in (clauses.labels if clauses is not None else ()) if label.key]
        usual = [label for label in labels if label.id in EXAMPLES]
        return usual or labels[: len(EXAMPLES)]

    def _all_is_marked(self) -> bool:
        """Whether nothing is left of the document that could be selected to be marked, or that is only proposed."""
        project = self._session.project
        clauses = None if project is None else project.scheme.clauses
        text = self._session.text
        if clauses is None or self._session.proposed:
            return False
        end = 0
        for span in self._session.spans:
            if span.layer == clauses.id:
                if text[end : span.start].strip():
                    return False
                end = max(end, span.end)
        return not text[end:].strip()

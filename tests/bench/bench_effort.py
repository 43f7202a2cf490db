"""Whether the keys that ``main.py effort`` counts do in the real window what they are counted for.

python -m tests.bench.bench_effort WEIGHTS GOLD.json [GOLD.json …]

Each document is opened with its proposals, the counted keys are pressed one by one, and what is confirmed then is
compared with the gold: clauses that are scored, and the leading phrases of those that have one. The gold's texts lie
beside it, in ``texts`` instead of ``gold``.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from model.segmentation.values import ProposedClause


def press(window: Any, act: str) -> None:
    """Do one act (see ``model.effort.annotation_simulator``) as a person does."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    kind, *rest = act.split(" ")
    if kind == "label":
        keys = {label.id: label.key for label in window.session.project.scheme.labels()}
        held = Qt.KeyboardModifier.ShiftModifier if len(rest) > 1 else Qt.KeyboardModifier.NoModifier
        letter = keys[rest[0]]
        for event in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(window.view, QKeyEvent(event, ord(letter), held, letter.lower()))
    elif kind == "click":
        window.view.set_selection(int(rest[0]), int(rest[0]))
    elif kind == "select":
        window.view.set_selection(int(rest[0]), int(rest[1]))
    elif kind == "choose":
        limits = int(rest[0]), int(rest[1])
        for span in window.session.spans:
            if span.limits == limits and span.layer == "clause":
                window.view.span_activated.emit(span.id)
    else:
        window.actions_[kind].trigger()
    QCoreApplication.processEvents()


class Unlearning:
    """Proposes what a segmenter does, and learns nothing: every document is counted by itself."""

    is_prompt = True

    def __init__(self, segmenter: Any) -> None:
        self.version = segmenter.version
        self.segment = segmenter.segment

    def prepare(self) -> None:
        """Nothing is to be prepared."""

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        """Nothing is taken in."""
        return False

    def forget(self, document: str) -> bool:
        """Nothing was."""
        return False


def differences(
    window: Any, gold: Sequence[ProposedClause]
) -> tuple[set[tuple[int, int, str]], set[tuple[int, int, str]]]:
    """What is confirmed and wrong, and what is missing: clauses as scored, and leading phrases as the gold has them."""
    from model.effort.correction import is_of_words
    from model.measuring.scoring import compared

    spans = [span for span in window.session.spans if span.status == "confirmed"]
    there = [ProposedClause(span.start, span.end, span.label) for span in spans if span.layer == "clause"]
    pair = compared(gold, there)
    text = window.session.text
    phrases = {clause.lead for clause in pair.gold.values() if clause.lead is not None}
    leads = {(*phrase, "lead") for phrase in phrases if is_of_words(text, *phrase)}
    marked = {(*span.limits, "lead") for span in spans if span.layer == "lead"}
    return set(pair.found) - set(pair.gold), (set(pair.gold) - set(pair.found)) | (leads - marked)


def main(weights: Path, golds: Sequence[Path]) -> None:
    """One line for each document that does not come out as its gold, and one for all."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-effort-"))
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[variable] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui.session.segmentation_service import SegmentationService
    from model.annotation import documents
    from model.effort.correction import corrections
    from model.effort.counting import UNSURE_BELOW
    from model.formats import corpus
    from model.project import Project
    from model.segmentation.segmenter import Segmenter
    from model.segmentation.weights import read
    from tests.open_window import open_window

    application = QApplication([])
    segmenter = Segmenter(read(weights))
    segmenting = SegmentationService(lambda: Unlearning(segmenter))
    segmenting.load()
    names = {path.stem for path in golds}
    wanted = [each for each in corpus.read([golds[0].parents[2]]) if each.name in names]
    project = Project.create(folder / "effort.qarar", "Bench")
    with project.operation("import") as writing:
        made = [
            (each, mouse, documents.add(writing, f"{each.name}{' mouse' * mouse}", each.text))
            for each in wanted
            for mouse in (False, True)
        ]
    right = keys = 0
    with open_window("Bench", segmenting) as window:
        window.session.set_project(project)
        for document, mouse, row in made:
            window.session.set_document(row)
            while not window.session.proposed:  # a long text is segmented beside the window
                application.processEvents()
            window.view.set_selection(0, 0)
            found = segmenter.segment(document.text)
            desk = corrections(document.text, document.clauses, found, unsure_below=UNSURE_BELOW, mouse=mouse)
            for act in desk.acts:
                press(window, act)
            extra, missing = differences(window, document.clauses)
            keys += len(desk)
            right += not extra and not missing
            if extra or missing:
                print(f"{document.name}{' mouse' * mouse}: extra {sorted(extra)}, missing {sorted(missing)}")
                print("   ", *desk.acts, sep="  ")
    print(f"{right} of {len(made)} as the gold, with {keys} keys")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument).resolve() for argument in sys.argv[2:]])

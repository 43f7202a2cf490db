"""A Hypothesis state machine: the project and a simple oracle must agree after every act, undo, redo and reopening."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from model.annotation import spans
from model.checking import soundness
from model.errors import UserError
from model.formats.importing import import_sources
from model.project import Project
from model.storage.journal import Writing
from model.vocabulary import assignments, concepts
from tests.model.oracle import Descriptor, Mark, Oracle, Refused

# Short, with white space and openings of numbered paragraphs and list items, so that limits meet often.
TEXTS = ("1 - ا (أ) ب (ب) ج", "2 - د 𐤀  ه ’1‘ و", "إن س، إذ ص، ط")
LABELS = ("title", "preambular", "operative", "subclause", "paragraph", "lead", "date")
TERMS = ("WATER", "Peace", "سلام")


class ProjectMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = Project.create(self.folder / "p.qarar", "Amal")
        self.oracle = Oracle(self.project.scheme)
        self.imported = 0

    def teardown(self) -> None:
        self.project.close()
        shutil.rmtree(self.folder)

    # What the acts work on

    def document(self, draw: st.DataObject) -> str:
        return draw.draw(st.sampled_from(list(self.oracle.state.texts)))

    def mark_of(self, draw: st.DataObject) -> tuple[str, str]:
        # In the order in which they were made: ids are random, and the same draws must mean the same marks.
        state = self.oracle.state
        found = [(document, key) for document in state.marks for key in state.marks[document]]
        return draw.draw(st.sampled_from(found))

    def offset(self, draw: st.DataObject, document: str) -> int:
        return draw.draw(st.integers(0, len(self.oracle.state.texts[document])))

    def both(self, name: str, act: Callable[[Writing], str | None], expected: Callable[[str], None]) -> None:
        """The model's act and the oracle's: both are refused, or neither is. ``expected`` takes the id that was
        made.
        """
        made, refused = "refused", False
        try:
            with self.project.operation(name) as writing:
                made = act(writing) or ""
        except UserError:
            refused = True
        try:
            expected(made)
        except Refused:
            assert refused, f"{name}: the oracle refuses, the project does not"
        else:
            assert not refused, f"{name}: the project refuses, the oracle does not"

    # Acts

    @initialize()
    def first_document(self) -> None:
        self.import_file(TEXTS[0], [])

    @rule(text=st.sampled_from(TEXTS), terms=st.lists(st.sampled_from(TERMS), max_size=3))
    def import_file(self, text: str, terms: list[str]) -> None:
        self.imported += 1
        path = self.folder / f"{self.imported}.txt"
        path.write_text("%%%" + "".join(f"{term}|" for term in terms) + f"\n\n{text}\n", "utf-8")
        report = import_sources(self.project, [path])
        assert report.documents == 1
        document = self.project.find_document(path.stem)
        assert document is not None
        assigned = {each.id: each.concept for each in self.project.assignments(document.id)}
        self.oracle.add_document(document.id, text, assigned)

    def has_documents(self) -> bool:
        return bool(self.oracle.state.texts)

    @precondition(has_documents)
    @rule(draw=st.data(), label=st.sampled_from(LABELS))
    def mark(self, draw: st.DataObject, label: str) -> None:
        document = self.document(draw)
        start, end = self.offset(draw, document), self.offset(draw, document)
        self.both(
            "mark",
            lambda writing: spans.mark(writing, document, label, start, end).id,
            lambda key: self.oracle.mark(document, key, label, start, end),
        )

    def has_marks(self) -> bool:
        return any(self.oracle.state.marks.values())

    @precondition(has_marks)
    @rule(draw=st.data(), label=st.sampled_from(LABELS))
    def relabel(self, draw: st.DataObject, label: str) -> None:
        document, key = self.mark_of(draw)
        self.both(
            "relabel",
            lambda writing: spans.relabel(writing, key, label).id,
            lambda _: self.oracle.relabel(document, key, label),
        )

    @precondition(has_marks)
    @rule(draw=st.data())
    def move_edges(self, draw: st.DataObject) -> None:
        document, key = self.mark_of(draw)
        start, end = self.offset(draw, document), self.offset(draw, document)
        self.both(
            "move edges",
            lambda writing: spans.set_limits(writing, key, start, end).id,
            lambda _: self.oracle.set_limits(document, key, start, end),
        )

    @precondition(has_marks)
    @rule(draw=st.data())
    def split(self, draw: st.DataObject) -> None:
        document, key = self.mark_of(draw)
        offset = self.offset(draw, document)
        self.both(
            "split",
            lambda writing: spans.split(writing, key, offset)[1].id,
            lambda new: self.oracle.split(document, key, new, offset),
        )

    @precondition(has_marks)
    @rule(draw=st.data())
    def merge(self, draw: st.DataObject) -> None:
        document, key = self.mark_of(draw)
        other = draw.draw(st.sampled_from(list(self.oracle.state.marks[document])))
        self.both(
            "merge",
            lambda writing: spans.merge(writing, key, other).id,
            lambda _: self.oracle.merge(document, key, other),
        )

    @precondition(has_marks)
    @rule(draw=st.data())
    def nest(self, draw: st.DataObject) -> None:
        document, key = self.mark_of(draw)
        self.both("nest", lambda writing: spans.nest(writing, key).id, lambda _: self.oracle.nest(document, key))

    @precondition(has_marks)
    @rule(draw=st.data())
    def unnest(self, draw: st.DataObject) -> None:
        document, key = self.mark_of(draw)
        self.both("unnest", lambda writing: spans.unnest(writing, key).id, lambda _: self.oracle.unnest(document, key))

    @precondition(has_marks)
    @rule(draw=st.data(), children=st.booleans())
    def delete(self, draw: st.DataObject, children: bool) -> None:
        document, key = self.mark_of(draw)
        self.both(
            "delete",
            lambda writing: spans.delete(writing, key, children=children),
            lambda _: self.oracle.delete(document, key, children),
        )

    @precondition(has_marks)
    @rule(draw=st.data(), note=st.sampled_from(("", "ملاحظة", "note")))
    def note(self, draw: st.DataObject, note: str) -> None:
        document, key = self.mark_of(draw)
        self.both(
            "note",
            lambda writing: spans.set_note(writing, key, note).id,
            lambda _: self.oracle.note(document, key, note),
        )

    @precondition(has_documents)
    @rule(draw=st.data(), label=st.sampled_from(TERMS))
    def assign(self, draw: st.DataObject, label: str) -> None:
        document = self.document(draw)

        def act(writing: Writing) -> str:
            concept = concepts.matching(writing.tables, label) or concepts.create(writing, label).id
            chosen.append(concept)
            return assignments.assign(writing, document, concept).id

        chosen: list[str] = []
        self.both("assign", act, lambda key: self.oracle.assign(document, key, chosen[0]))

    def has_descriptors(self) -> bool:
        return any(self.oracle.state.descriptors.values())

    def descriptor(self, draw: st.DataObject) -> tuple[str, str]:
        state = self.oracle.state
        found = [(document, key) for document in state.descriptors for key in state.descriptors[document]]
        return draw.draw(st.sampled_from(found))

    @precondition(has_descriptors)
    @rule(draw=st.data())
    def unassign(self, draw: st.DataObject) -> None:
        document, key = self.descriptor(draw)
        self.both(
            "unassign",
            lambda writing: assignments.unassign(writing, key),
            lambda _: self.oracle.unassign(document, key),
        )

    @precondition(has_descriptors)
    @rule(draw=st.data())
    def evidence(self, draw: st.DataObject) -> None:
        document, key = self.descriptor(draw)
        start, end = self.offset(draw, document), self.offset(draw, document)
        self.both(
            "attach evidence",
            lambda writing: assignments.add_evidence(writing, key, start, end).id,
            lambda _: self.oracle.evidence(document, key, start, end),
        )

    @rule()
    def undo(self) -> None:
        self.replay(self.project.undo, self.oracle.undo)

    @rule()
    def redo(self) -> None:
        self.replay(self.project.redo, self.oracle.redo)

    def replay(self, act: Callable[[], object], expected: Callable[[], None]) -> None:
        try:
            expected()
        except Refused:
            try:
                act()
            except UserError:
                return
            raise AssertionError("the project goes where there is nothing") from None
        act()

    @rule(name=st.sampled_from(("Amal", "Badr")))
    def reopen(self, name: str) -> None:
        path = self.project.path
        self.project.close()
        self.project = Project.open(path, name)

    # What must hold after every act

    @invariant()
    def agree(self) -> None:
        state = self.oracle.state
        assert sorted(self.project.document_ids()) == sorted(state.texts)
        for document, text in state.texts.items():
            assert self.project.text(document) == text
            assert {
                span.id: Mark(span.label, span.start, span.end, span.number, span.depth, span.note)
                for span in self.project.spans(document)
            } == state.marks[document]
            assert {
                each.id: Descriptor(
                    each.concept, each.rank, frozenset((piece.start, piece.end) for piece in each.evidence)
                )
                for each in self.project.assignments(document)
            } == state.descriptors[document]
        assert (self.project.undoable() is None) == (not self.oracle.past)
        assert (self.project.redoable() is None) == (not self.oracle.future)

    @invariant()
    def sound(self) -> None:
        assert list(soundness.problems(self.project.tables)) == []
        assert self.project.integrity_problems() == []


ProjectMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, report_multiple_bugs=False
)
TestProject = ProjectMachine.TestCase

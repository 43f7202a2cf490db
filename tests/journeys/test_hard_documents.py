"""The open window with documents that break tools: huge, crowded, hostile. It stays usable, and right."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.main_window import MainWindow
from gui.text_view.view import TextView
from model.annotation import documents, spans
from model.annotation.layers import Label, Layer, Scheme, read_scheme
from model.checking import soundness
from model.project import Project
from model.text.words import grapheme_end, grapheme_start
from model.vocabulary import assignments, concepts
from tests.open_window import open_window

SENTENCE = "وإذ تشير إلى قرارها 59/187 المؤرخ 20 كانون الأول/ديسمبر 2004 والوثيقة A/59/503/Add.2، "
pytestmark = pytest.mark.usefixtures("qtbot")
MARKUP = "<b onclick='x()'>غامق</b> & <img src='file:///etc/passwd'> <a href='x'>y</a>"


@contextmanager
def window_on(path: Path, document: str) -> Iterator[MainWindow]:
    with open_window("Sara") as window:
        window.resize(1000, 700)
        assert window.files.open(path)
        window.session.set_document(document)
        window.focus_text()
        QApplication.processEvents()
        yield window


def press(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier, text: str = "") -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, int(key), held, text))
    QApplication.processEvents()


def walk(window: MainWindow) -> None:
    """What every text must bear: paging, its end and its beginning, selecting, marking, undoing, hovering, painting."""
    window.activateWindow()
    while QApplication.activeWindow() is not window:
        QApplication.processEvents()
    view, session = window.view, window.session
    before = session.spans
    press(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == len(session.text)
    assert_in_place(view)
    for _ in range(3):
        press(view, Qt.Key.Key_PageUp)
    press(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    start, end = view.selection()
    assert (start, end) == (grapheme_start(session.text, start), grapheme_end(session.text, end))
    press(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        press(view, Qt.Key.Key_PageDown)
    press(view, Qt.Key.Key_Space, text=" ")
    press(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selection() == (0, len(session.text))
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == session.text
    press(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert_in_place(view)
    hover(view)
    assert session.project is not None
    assert session.document is not None
    press(view, Qt.Key.Key_Y, text="y")  # a symbol may be marked anywhere
    made = set(session.spans) - set(before)
    assert len(made) == 1
    assert session.project.spans(session.document) == session.spans
    press(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.spans == before
    assert list(soundness.problems(session.project.tables)) == []
    assert not window.grab().isNull()


def assert_in_place(view: TextView) -> None:
    """A click in the middle of a character that is seen puts the caret at one of its two edges."""
    text, seen = view.page.text, 0
    for placed in view.page.placed():
        for row, _ in placed.rows():
            for offset in range(row.start, min(row.end, row.start + 12)):
                first, last = grapheme_start(text, offset), grapheme_end(text, offset + 1)
                box = view.character_box(offset)
                if box is None or box.width() < 2 or last - first > 1:
                    continue
                middle = QPointF(box.center().x(), box.center().y())
                assert view.offset_at(middle) in (first, last), (offset, text[first:last])
                seen += 1
                if seen > 60:
                    return


def hover(view: TextView) -> None:
    """Rest with the mouse over the text and over the margin."""
    for place in (QPoint(view.viewport().width() // 2, 40), QPoint(view.viewport().width() - 10, 40)):
        event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QCoreApplication.sendEvent(view.viewport(), event)
    QApplication.processEvents()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hard.qarar"


def project_with(path: Path, text: str, scheme: Scheme | None = None) -> str:
    with Project.create(path, "Sara", scheme) as project, project.operation("import") as writing:
        return documents.add(writing, "hard", text)


def test_a_line_of_a_million_characters(path: Path) -> None:
    document = project_with(path, (SENTENCE * (1_000_000 // len(SENTENCE) + 1))[:1_000_000].rstrip())
    with window_on(path, document) as window:
        walk(window)
        assert window.view.page.laid_out_count() < 200


def test_a_million_letters_without_a_blank(path: Path) -> None:
    document = project_with(path, "ب" * 200_000)
    with window_on(path, document) as window:
        walk(window)


def test_ten_thousand_marks(path: Path) -> None:
    document = project_with(path, SENTENCE * 600)
    with Project.open(path, "Sara") as project, project.operation("import") as writing:
        scheme = project.scheme
        for number in range(600):
            start = number * len(SENTENCE)
            spans.mark(writing, document, "preambular", start, start + len(SENTENCE))
        span = replace(project.spans(document)[0], layer="reference", label="date")
        for number in range(9_400):
            start = number * (len(SENTENCE) * 600 - 20) // 9_400
            row = replace(span, id=f"00000000-0000-4000-8000-{number:012d}", start=start, end=start + 9)
            spans.insert(writing, row)
        assert scheme.layer("reference").overlap == "free"
    with window_on(path, document) as window:
        assert len(window.session.spans) == 10_000
        walk(window)


def test_two_hundred_layers_over_one_place(path: Path) -> None:
    usual = read_scheme()
    symbol = usual.label("symbol")
    many = tuple(
        Layer(f"own{number}", (("en", f"Layer {number}"),), "free", None, (label_of(symbol, number),))
        for number in range(200)
    )
    document = project_with(path, SENTENCE * 20, replace(usual, layers=(*usual.layers, *many)))
    with Project.open(path, "Sara") as project, project.operation("import") as writing:
        for number in range(200):
            spans.mark(writing, document, f"own{number}", 4, 30 + number % 7)
    with window_on(path, document) as window:
        assert len(window.view.span_at(10)) == 200
        walk(window)


def label_of(like: Label, number: int) -> Label:
    return replace(
        like, id=f"own{number}", layer=f"own{number}", names=(("en", f"Own {number}"),), key="", colour="#3366cc"
    )


def test_ten_thousand_marks_upon_one_letter(path: Path) -> None:
    document = project_with(path, "قرار ب" + "\u064e\u0651\u0310" * 3_333 + "\u064e ثم " + SENTENCE * 3)
    with window_on(path, document) as window:
        walk(window)


@pytest.mark.parametrize("control", ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"])
def test_bidi_controls_nested_past_the_limit(path: Path, control: str) -> None:
    text = "قبلها " + "".join(f"{control}{word} " for word in (SENTENCE * 20).split()) + "بعدها"
    document = project_with(path, text)
    with window_on(path, document) as window:
        walk(window)


def test_all_bidi_controls_among_each_other(path: Path) -> None:
    controls = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    words = (SENTENCE * 30).split(" ")
    text = " ".join(word + controls[number * 7 % 12] + controls[number * 5 % 12] for number, word in enumerate(words))
    document = project_with(path, text)
    with window_on(path, document) as window:
        walk(window)


def test_every_plane_of_unicode(path: Path) -> None:
    letters = "".join(
        chr(plane << 16 | low) + " "
        for plane in range(17)
        for low in (0x41, 0x627, 0x1F600 & 0xFFFF, 0x2028, 0xE000, 0xFDD0, 0xFFFD, 0xFFFE, 0xFFFF)
    )
    document = project_with(path, f"قرار {letters}" * 3 + SENTENCE)
    with window_on(path, document) as window:
        walk(window)


def test_markup_is_text_wherever_it_is_shown(path: Path) -> None:
    usual = read_scheme()
    clause = usual.layers[0]
    first = replace(
        clause.labels[0], names=(("ar", MARKUP), ("en", MARKUP)), definitions=(("en", MARKUP), ("ar", MARKUP))
    )
    scheme = replace(usual, layers=(replace(clause, labels=(first, *clause.labels[1:])), *usual.layers[1:]))
    with Project.create(path, MARKUP, scheme) as project:
        with project.operation("import") as writing:
            document = documents.add(writing, MARKUP, f"{MARKUP} {SENTENCE}{MARKUP}")
            span = spans.mark(writing, document, first.id, 0, len(MARKUP))
            spans.set_note(writing, span.id, MARKUP)
            concept = concepts.create(writing, MARKUP)
            assignment = assignments.assign(writing, document, concept.id)
            assignments.add_evidence(writing, assignment.id, 0, 9)
        with project.operation(MARKUP) as writing:
            spans.set_number(writing, span.id, MARKUP)
    with open_window(MARKUP) as window:
        assert window.files.open(path)
        window.session.set_document(document)
        for dock in window.docks.values():
            dock.show()
        window.marking.choose(span.id)
        hover(window.view)
        window.session.message.emit(MARKUP)
        QApplication.processEvents()
        assert_plain(window)
        window.grab()


def assert_plain(window: MainWindow) -> None:
    """No label that shows markup reads it as such; a tool tip that holds it is escaped."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel) and "<b" in widget.text():
            assert widget.textFormat() == Qt.TextFormat.PlainText, widget.objectName() or type(widget.parent())
        assert "<b onclick" not in widget.toolTip() or widget.toolTip().startswith("<qt>&lt;"), widget
        for action in widget.actions():
            assert "<b onclick" not in action.toolTip(), action.text()


def test_two_windows_on_one_project(path: Path) -> None:
    document = project_with(path, SENTENCE * 30)
    with window_on(path, document) as one, window_on(path, document) as other:
        press(one.view, Qt.Key.Key_Space, text=" ")
        press(one.view, Qt.Key.Key_P, text="p")
        other.session.refresh()
        assert other.session.spans == one.session.spans
        assert sorted(span.id for span in other.view.page.spans) == [span.id for span in one.session.spans]
        other.marking.choose(one.session.spans[0].id)
        press(other.view, Qt.Key.Key_H, text="h")
        one.history.undo()  # refused: what the other did is the newest, and was not seen here
        assert [span.label for span in one.session.spans] == ["heading"]
        one.history.undo()
        assert [span.label for span in one.session.spans] == ["preambular"]
        other.session.refresh()
        assert [span.label for span in other.session.spans] == ["preambular"]
        other.edits.delete()
        one.session.refresh()
        assert one.session.spans == []
        one.marking.choose("gone")
        press(one.view, Qt.Key.Key_P, text="p")
        press(other.view, Qt.Key.Key_P, text="p")
        one.session.refresh()
        other.session.refresh()
        assert one.session.spans == other.session.spans
        walk(one)
        other.session.refresh()
        walk(other)


@pytest.mark.parametrize("text", ["\ufeff", "\u200f", "\u200f\u202e\u2066", "\u00ad", "\u0301", "\u200b\u2060"])
def test_a_text_with_nothing_to_see(path: Path, text: str) -> None:
    document = project_with(path, text)
    with window_on(path, document) as window:
        press(window.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        press(window.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        hover(window.view)
        assert not window.grab().isNull()
        assert window.session.text == text

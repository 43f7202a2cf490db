import pytest
from PySide6.QtCore import QCoreApplication, Qt

from gui.dialogs.scheme_editor.questions import NewItem
from model.annotation import spans
from model.annotation.layers import FEATURE_KINDS


@pytest.fixture
def features(scheme_desk):
    scheme_desk.choose("label", "preambular")
    scheme_desk.editor.label_page.setCurrentIndex(2)
    return scheme_desk.editor.label_page.features


def stored(desk, name: str = "tone"):
    return desk.project.scheme.label("preambular").feature(name)


def names(desk) -> list[str]:
    return [feature.name for feature in desk.project.scheme.label("preambular").features]


def choose_kind(features, kind: str) -> None:
    features.kind.setCurrentIndex(FEATURE_KINDS.index(kind))
    features.kind.activated.emit(features.kind.currentIndex())


def add_tone(desk, features) -> None:
    desk.ask.new = NewItem({"ar": "نبرة", "en": "Tone"}, "tone")
    features.add.click()


def add_choice(features, text: str) -> None:
    features.choices.begin()
    features.choices.list.currentItem().setText(text)
    QCoreApplication.processEvents()


def test_the_table_shows_what_there_is_with_its_marks(qtbot, scheme_desk, features):
    qtbot.waitUntil(lambda: features.table.item(0, 3).text() == "3")
    cells = [features.table.item(0, column).text() for column in range(4)]
    assert cells == ["In an annex", "Yes or no", "", "3"]
    assert features.chosen().name == "annex"
    assert "annex" in features.identity.text()
    scheme_desk.choose("label", "title")
    assert features.table.rowCount() == 0
    assert not features.fields.isEnabled()


def test_features_are_added_renamed_moved_and_deleted(scheme_desk, features):
    add_tone(scheme_desk, features)
    assert names(scheme_desk) == ["annex", "tone"]
    assert features.chosen().name == "tone"
    assert scheme_desk.ask.asked[-1] == ("feature", "annex")
    features.names.fields["en"].setText("Mood")
    features.names.flush()
    assert stored(scheme_desk).title("en") == "Mood"
    features.up.click()
    assert names(scheme_desk) == ["tone", "annex"]
    assert features.chosen().name == "tone"
    features.down.click()
    features.delete.click()
    assert names(scheme_desk) == ["annex"]
    assert features.chosen().name == "annex"
    assert scheme_desk.names()[:5] == [
        "delete feature",
        "move feature",
        "move feature",
        "rename feature",
        "add feature",
    ]
    for _ in range(5):
        scheme_desk.project.undo()
    assert names(scheme_desk) == ["annex"]
    assert scheme_desk.ask.asked[-1] == ("feature", "annex")  # there were no values to ask about


def test_values_that_marks_have_go_only_when_that_is_sure(scheme_desk, features):
    features.delete.click()
    assert names(scheme_desk) == ["annex"]
    assert scheme_desk.ask.asked[-1] == ("values", "In an annex", 3)
    scheme_desk.ask.sure = True
    features.delete.click()
    assert names(scheme_desk) == []
    span = next(span for span in scheme_desk.project.spans(scheme_desk.documents[1]) if span.label == "preambular")
    assert span.features == ()


def test_a_kind_that_values_do_not_have_is_refused(scheme_desk, features):
    choose_kind(features, "number")
    assert stored(scheme_desk, "annex").kind == "yes-no"
    assert features.kind.currentData() == "yes-no"
    assert "such as “true”" in scheme_desk.said()
    choose_kind(features, "text")
    assert stored(scheme_desk, "annex").kind == "text"


def test_choices_are_written_in_their_place(scheme_desk, features):
    add_tone(scheme_desk, features)
    assert features.choices.isHidden()
    choose_kind(features, "choice")
    assert not features.choices.isHidden()
    add_choice(features, "mild")
    add_choice(features, "شديد")
    assert stored(scheme_desk).choices == ("mild", "شديد")
    add_choice(features, " ")
    assert stored(scheme_desk).choices == ("mild", "شديد")
    features.choices.show_choices(stored(scheme_desk).choices)
    document = scheme_desk.documents[0]
    span = next(span for span in scheme_desk.project.spans(document) if span.label == "preambular")
    with scheme_desk.project.operation("x") as writing:
        spans.set_features(writing, span.id, {"tone": "mild"})
    features.choices.list.item(0).setText("gentle")
    QCoreApplication.processEvents()
    assert stored(scheme_desk).choices == ("gentle", "شديد")
    assert scheme_desk.project.span(span.id).features == (("tone", "gentle"),)
    features.choices.list.setCurrentRow(1)
    features.choices.up.click()
    assert stored(scheme_desk).choices == ("شديد", "gentle")
    features.choices.list.setCurrentRow(1)
    features.choices.delete.click()
    assert scheme_desk.ask.asked[-1] == ("values", "gentle", 1)
    assert stored(scheme_desk).choices == ("شديد", "gentle")
    scheme_desk.ask.sure = True
    features.choices.delete.click()
    assert stored(scheme_desk).choices == ("شديد",)
    assert scheme_desk.project.span(span.id).features == ()


def test_a_choice_that_is_there_already_is_refused_and_goes_back(scheme_desk, features):
    add_tone(scheme_desk, features)
    choose_kind(features, "choice")
    add_choice(features, "mild")
    add_choice(features, "mild")
    assert stored(scheme_desk).choices == ("mild",)
    assert "has the choice “mild” twice" in scheme_desk.said()
    assert [features.choices.list.item(row).text() for row in range(features.choices.list.count())] == ["mild"]


def test_the_keyboard_reaches_it(scheme_desk, features):
    for part in (features.table, features.kind, features.choices.list, features.add, features.choices.add):
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert features.table.accessibleName()

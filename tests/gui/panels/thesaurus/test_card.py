import pytest
from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication

from gui.panels.thesaurus import card as room
from gui.panels.thesaurus.card import ConceptCardView
from model.vocabulary.concept_card import ConceptCard, Note, Use
from model.vocabulary.concepts import Concept, ConceptLabel, Vocabulary

THESAURUS = Vocabulary(
    "v", "http://example.org/", (("ar", "مكنز"), ("en", "A thesaurus"), ("fr", "Un thésaurus")), "2", False
)
OWN = Vocabulary("own", "urn:own", (("ar", "مصطلحات المشروع"), ("en", "The project's terms")), "", True)


def concept(name: str, *labels: ConceptLabel) -> Concept:
    english = ConceptLabel(name, "en", "preferred", name.upper())
    return Concept(name, "v", f"http://example.org/{name}", (*labels, english))


FOOD = concept(
    "food",
    ConceptLabel("1", "ar", "preferred", "الغذاء"),
    ConceptLabel("2", "fr", "preferred", "ALIMENTS"),
    ConceptLabel("3", "fr", "alternative", "VIVRES"),
    ConceptLabel("4", "en", "hidden", "<b>FOODD</b>"),
)


def card(**more) -> ConceptCard:
    held = {
        "concept": FOOD,
        "vocabulary": THESAURUS,
        "state": None,
        "notes": (Note("scope", "en", "What is eaten & drunk"), Note("history", "", "Since 1946")),
        "notations": ("12.3",),
        "broader": (concept("supplies"),),
        "narrower": (concept("rice"), concept("wheat")),
        "related": (concept("hunger"),),
        "replaced_by": (),
        "replaces": (concept("victuals"),),
        "uses": (
            Use("1", "2022__E_RES_2022_1-2110515A", "E/RES/2022/1", "confirmed", True),
            Use("2", "draft", None, "suggested", False),
            Use("3", "A_RES_3", "A/RES/3", "rejected", False),
        ),
    }
    return ConceptCard(**{**held, **more})


@pytest.fixture
def view(qtbot) -> ConceptCardView:
    view = ConceptCardView()
    qtbot.addWidget(view)
    view.resize(300, 700)
    view.show()
    return view


def lines(view: ConceptCardView) -> list[str]:
    return view.toPlainText().translate({0x2066: None, 0x2068: None, 0x2069: None}).split("\n")


@pytest.mark.parametrize("width", [300, 420, 700])
def test_labels_come_first_then_notes_relations_and_at_last_documents(view, width):
    view.resize(QSize(width, 700))
    view.show_card(card(), "en")
    assert lines(view) == [
        "FOOD",
        "الغذاء",
        "Labels",
        "العربية الغذاء",
        "français ALIMENTS",
        "français VIVRES · alternative",
        "English <b>FOODD</b> · hidden",
        "English FOOD",
        "Notation",
        "12.3",
        "Scope note",
        "English What is eaten & drunk",
        "History note",
        "Since 1946",
        "Broader terms",
        "SUPPLIES",
        "Narrower terms",
        "RICE",
        "WHEAT",
        "Related terms",
        "HUNGER",
        "Used instead of",
        "VICTUALS",
        "Vocabulary",
        "A thesaurus",
        "http://example.org/food",
        "In 2 document(s)",
        "E/RES/2022/1 · major",
        "draft · suggested",
        "Show all in the list of documents",
    ]


def test_names_of_documents_keep_their_direction(view):
    view.show_card(card(), "ar")
    assert "\u2066E/RES/2022/1\u2069" in view.toPlainText()
    assert "\u2066draft\u2069" in view.toPlainText()


def test_what_has_become_of_a_concept_stands_on_top(view):
    view.show_card(card(state="gone", replaced_by=(concept("nutrition"),)), "en")
    assert lines(view)[2:5] == ["no longer in the thesaurus", "Use instead", "NUTRITION"]


def test_what_there_is_none_of_has_no_title(view):
    bare = card(notes=(), notations=(), broader=(), narrower=(), related=(), replaces=(), uses=(), vocabulary=OWN)
    view.show_card(bare, "en")
    assert lines(view)[-3:] == ["Vocabulary", "The project's terms", "In 0 document(s)"]
    assert not {"Notation", "Broader terms", "Scope note", "Show all in the list of documents"} & set(lines(view))
    assert "http" not in view.toPlainText()  # what the project's own terms are called in no file is of no use


def test_so_many_documents_are_named_and_all_are_counted(view, monkeypatch):
    monkeypatch.setattr(room, "DOCUMENTS", 2)
    uses = tuple(Use(str(number), f"A_{number}", None, "confirmed", False) for number in range(1200))
    view.show_card(card(uses=uses), "en")
    assert lines(view)[-4:] == ["In 1,200 document(s)", "A_0", "A_1", "Show all in the list of documents"]


def anchors(document: QTextDocument) -> list[str]:
    found: list[str] = []
    block = document.begin()
    while block.isValid():
        found += [each.format.anchorHref() for each in block.textFormats() if each.format.anchorHref()]
        block = block.next()
    return list(dict.fromkeys(found))


def test_links_name_what_they_lead_to(qtbot, view):
    view.show_card(card(narrower=(), related=(), replaces=()), "en")
    assert anchors(view.document()) == ["concept:supplies", "document:1", "document:2", "documents:food"]
    for href, signal in (
        ("concept:supplies", view.concept_wanted),
        ("document:1", view.document_wanted),
        ("documents:food", view.documents_wanted),
    ):
        with qtbot.waitSignal(signal) as wanted:
            view.anchorClicked.emit(QUrl(href))
        assert wanted.args == [href.partition(":")[2]]


def test_keys_go_from_link_to_link_and_out(qtbot, view):
    view.show_card(card(), "en")
    view.activateWindow()
    qtbot.waitActive(view)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(view.concept_wanted) as wanted:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == ["supplies"]
    for key, signal in ((Qt.Key.Key_Escape, view.leave_requested), (Qt.Key.Key_Backspace, view.back_requested)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert event.isAccepted()  # no shortcut of the window hears it
        with qtbot.waitSignal(signal):
            qtbot.keyClick(view, key)


def test_it_takes_another_direction_and_other_colours_at_once(view):
    view.show_card(card(), "en")

    def direction() -> Qt.LayoutDirection:
        return view.document().begin().blockFormat().layoutDirection()

    assert direction() == Qt.LayoutDirection.LeftToRight
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert direction() == Qt.LayoutDirection.RightToLeft
    before = view.toHtml()
    palette = QPalette(view.palette())
    for role, colour in ((QPalette.ColorRole.Base, "#17181a"), (QPalette.ColorRole.Text, "#e8eaed")):
        palette.setColor(role, QColor(colour))
    view.setPalette(palette)
    assert view.toHtml() != before


def test_a_vocabulary_is_told_by_its_other_names_and_version(view):
    view.show_vocabulary(THESAURUS, "en", 1500)
    assert lines(view) == [
        *("A thesaurus", "العربية مكنز", "français Un thésaurus", "1,500 term(s) at the top", "Version: 2"),
        "http://example.org/",
    ]
    view.show_vocabulary(OWN, "ar", 0)
    assert lines(view) == ["مصطلحات المشروع", "English The project's terms", "0 term(s) at the top"]


def test_words_take_the_place_of_a_card(view):
    view.show_words("No <b>term</b> is like this.")
    assert lines(view) == ["No <b>term</b> is like this."]
    view.show_words("")
    assert lines(view) == [""]

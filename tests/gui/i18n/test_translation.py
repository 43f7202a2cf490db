import importlib.util
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from gui.commands.actions import COMMANDS, MENUS, SUBMENUS
from gui.i18n import error_messages
from gui.i18n.operation_names import NAMES, shown_name
from gui.i18n.translation import Translation
from model.annotation.layers import read_scheme
from model.errors import UserError

ROOT = Path(__file__).resolve().parents[3]
ISOLATES = {"\u2066": 1, "\u2067": 1, "\u2068": 1, "\u2069": -1}


@pytest.fixture(scope="module")
def update() -> ModuleType:
    """The script that collects and compiles."""
    spec = importlib.util.spec_from_file_location("update_translations", ROOT / "script" / "update_translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def arabic(update: ModuleType) -> dict:
    return update.read(update.FOLDER / "qarar_ar.ts")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[object]:
    """Switches the language, and back at the end."""
    before = QLocale()
    translation = Translation(qapp)
    yield translation.use
    translation.use("en")
    translation.leave()
    QLocale.setDefault(before)


def test_a_file_that_is_behind_is_noticed(update, arabic):
    without = dict(list(arabic.items())[1:])
    assert len(update.missing(update.merged(arabic, without, "ar"), "ar")) == 1
    added = update.Text("UserError", "A sentence that nobody has translated.")
    assert update.missing(update.merged([*arabic, added], arabic, "ar"), "ar") == [added]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_places_to_fill_in_are_the_same(update):
    for language in update.LANGUAGES:
        for text, forms in update.read(update.FOLDER / f"qarar_{language}.ts").items():
            for form in forms:
                assert _places(form) == _places(text.source), text.source


def test_only_the_forms_that_say_the_number_in_words_leave_it_out(update):
    for language, spoken in (("ar", 3), ("en", 0)):
        for text, forms in update.read(update.FOLDER / f"qarar_{language}.ts").items():
            if text.plural:
                assert all("%n" in form for form in forms[spoken:]), text.source


def test_every_isolate_is_closed(arabic):
    for forms in arabic.values():
        for form in forms:
            depth = 0
            for character in form:
                depth += ISOLATES.get(character, 0)
                assert depth in (0, 1), form
            assert depth == 0, form


def test_latin_pieces_in_arabic_sentences_are_isolated(arabic):
    """Places are filled in with Latin too, but those that need it are isolated where they are filled in."""
    file_filters = {text.source for text in arabic if ";;" in text.source}
    for text, forms in arabic.items():
        for form in forms:
            bare = re.sub("[\u2066\u2068][^\u2069]*\u2069|{[a-z]+}|%n", "", form)
            if text.source not in file_filters:
                assert re.search("[A-Za-z%|*]", bare) is None, form


def test_arabic_has_its_own_marks(arabic):
    for forms in arabic.values():
        for form in forms:
            form = form.replace(";;", "")  # between the filters of a file dialog
            assert re.search("[,;?“”\"']|[٠-٩]|\\.\\.\\.|ـ", form) is None, form


def test_mnemonics_are_there_where_english_has_them_and_differ_within_a_menu(arabic):
    translation = {text.source: forms[0] for text, forms in arabic.items() if text.context == "Actions"}
    commands = {command.id: command.text for command in COMMANDS}
    groups = [[title for title, _ in MENUS]]
    groups += [[commands.get(entry) or SUBMENUS[entry] for entry in entries if entry] for _, entries in MENUS]
    for group in groups:
        letters = [re.search("&(.)", translation[text]) for text in group if "&" in text]
        assert None not in letters, group
        found = [letter.group(1) for letter in letters if letter]
        assert len(set(found)) == len(found), list(zip(found, group, strict=True))


def test_a_refusal_is_said_in_arabic(speak):
    scheme = read_scheme()
    refusal = UserError("“{label}” cannot stand inside “{parent}”.", label="operative", parent="title")
    speak("ar")
    assert (
        error_messages.sentence(refusal, "ar", scheme) == "لا يجوز أن يقع الوسم «فقرة من المنطوق» داخل الوسم «العنوان»."
    )
    missing = error_messages.sentence(UserError("{path}: there is no such file.", path=Path("a/b.txt")), "ar")
    assert missing == "\u2066a/b.txt\u2069: لا يوجد هذا الملف."
    speak("en")
    assert error_messages.sentence(refusal, "en", scheme) == "“Operative paragraph” cannot stand inside “Title”."


def test_operations_have_names_in_both_languages(speak):
    speak("ar")
    assert shown_name("mark clause") == "وسم فقرة"
    assert all(re.search("[a-z]", shown_name(name)) is None for name in NAMES)
    speak("en")
    assert all(shown_name(name) == name for name in NAMES)


@pytest.mark.parametrize(
    "number, shown",
    [(0, "لا مقاطع"), (1, "مقطع واحد"), (2, "مقطعان"), (3, "3 مقاطع"), (11, "11 مقطعا"), (100, "100 مقطع")],
)
def test_arabic_counts_in_six_forms(speak, number, shown):
    speak("ar")
    assert QCoreApplication.translate("LabelModel", "%n mark(s)", "", number) == shown


def test_english_counts_in_two_forms(speak):
    speak("en")
    translate = QCoreApplication.translate
    counted = [translate("LabelModel", "%n mark(s)", "", number) for number in (0, 1, 2)]
    assert counted == ["0 marks", "1 mark", "2 marks"]


def test_arabic_runs_from_right_to_left_with_western_digits(speak, qapp):
    speak("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().toString(1242) == "1,242"
    speak("en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_qts_own_words_are_translated_too(speak, qtbot):
    speak("ar")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert re.search("[A-Za-z]", box.button(QDialogButtonBox.StandardButton.Cancel).text()) is None


def test_widgets_are_told_and_old_translators_taken_out(speak, qtbot, qapp):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()

    class Listener(QObject):
        heard = 0

        def eventFilter(self, watched, event) -> bool:
            self.heard += event.type() == QEvent.Type.LanguageChange
            return False

    listener = Listener()
    widget.installEventFilter(listener)
    for language in ("ar", "en", "ar"):
        speak(language)
        qapp.processEvents()
    assert listener.heard >= 3
    assert widget.locale().name() == "ar_AE"
    speak("en")
    assert QCoreApplication.translate("LabelsPanel", "Labels") == "Labels"

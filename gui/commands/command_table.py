"""Every command of the window as data: its words, its usual keys, and its place in the menus."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTranslator

from gui.i18n.translation import FOLDER

SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class Command:
    """An action: what its text is in English, and the keys that it has unless a person gave it others.

    Keys are of two sorts (see ``gui.commands.keyboard.is_text_key``): shortcuts of the window, and keys of the text,
    which count only while one is in it. ``needs``: nothing, an open ``project``, or a ``document``. ``fixed``: its keys
    are used by others too (the text, lists, lines), so that they cannot be changed.
    """

    id: str
    text: object
    keys: tuple[str, ...] = ()
    needs: Literal["nothing", "project", "document"] = "document"
    fixed: bool = False


_PROJECT = (
    Command("new", QT_TRANSLATE_NOOP("Actions", "&New project…"), ("Ctrl+N",), needs="nothing"),
    Command("open", QT_TRANSLATE_NOOP("Actions", "&Open project…"), ("Ctrl+O",), needs="nothing"),
    Command("new_window", QT_TRANSLATE_NOOP("Actions", "Ne&w window"), ("Ctrl+Shift+O",), needs="nothing"),
    Command("import", QT_TRANSLATE_NOOP("Actions", "&Import…"), ("Ctrl+I",), needs="project"),
    Command("export", QT_TRANSLATE_NOOP("Actions", "&Export…"), ("Ctrl+E",), needs="project"),
    Command("preannotate", QT_TRANSLATE_NOOP("Actions", "Propose clau&ses…"), needs="project"),
    Command("print", QT_TRANSLATE_NOOP("Actions", "&Print…"), ("Ctrl+P",), needs="project"),
    Command("export_pdf", QT_TRANSLATE_NOOP("Actions", "Export as P&DF…"), ("Ctrl+Shift+P",), needs="project"),
    Command("progress_plots", QT_TRANSLATE_NOOP("Actions", "Pro&gress plots…"), needs="project"),
    Command("recover", QT_TRANSLATE_NOOP("Actions", "Reco&ver a project…"), needs="nothing"),
    Command("save_copy", QT_TRANSLATE_NOOP("Actions", "Save a &copy…"), needs="project"),
    Command("backups", QT_TRANSLATE_NOOP("Actions", "Open a &backup…"), needs="nothing"),
    Command("backup_settings", QT_TRANSLATE_NOOP("Actions", "Au&tomatic backups…"), needs="nothing"),
    Command("compact", QT_TRANSLATE_NOOP("Actions", "Co&mpact the file"), needs="project"),
    Command("scheme", QT_TRANSLATE_NOOP("Actions", "&Layers and labels…"), needs="project"),
    Command("keys", QT_TRANSLATE_NOOP("Actions", "Change &keys…"), needs="nothing"),
    Command("annotator", QT_TRANSLATE_NOOP("Actions", "&Annotator…"), needs="nothing"),
    Command("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), needs="nothing"),
)
_EDIT = (
    Command("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), needs="project"),
    Command("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), needs="project"),
    Command("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), ("Ctrl+C",), fixed=True),
    Command("select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), ("Ctrl+A",), fixed=True),
    Command("find", QT_TRANSLATE_NOOP("Actions", "&Find…"), ("Ctrl+F",)),
    Command("find_next", QT_TRANSLATE_NOOP("Actions", "Find ne&xt"), ("F3",)),
    Command("find_previous", QT_TRANSLATE_NOOP("Actions", "Find prev&ious"), ("Shift+F3",)),
    Command(
        "find_in_project", QT_TRANSLATE_NOOP("Actions", "Find in the pro&ject…"), ("Ctrl+Shift+F",), needs="project"
    ),
    Command("propose", QT_TRANSLATE_NOOP("Actions", "&Propose the next stretch"), ("Space",)),
    Command("next_unsure", QT_TRANSLATE_NOOP("Actions", "Nex&t unsure proposal"), ("F4", "?")),
    Command("previous_unsure", QT_TRANSLATE_NOOP("Actions", "Previous unsure pr&oposal"), ("Shift+F4",)),
    Command("next_problem", QT_TRANSLATE_NOOP("Actions", "Next pro&blem"), ("F11",)),
    Command("previous_problem", QT_TRANSLATE_NOOP("Actions", "Previous problem"), ("Shift+F11",)),
    Command("mend_problem", QT_TRANSLATE_NOOP("Actions", "Men&d the problem"), ("F12",)),
    Command("lengthen", QT_TRANSLATE_NOOP("Actions", "&Lengthen to the next stop"), ("]", "Alt+Left")),
    Command("shorten", QT_TRANSLATE_NOOP("Actions", "&Shorten to the stop before"), ("[", "Alt+Right")),
    Command("start_forward", QT_TRANSLATE_NOOP("Actions", "Begin a &word later"), ("}", "Alt+Shift+Left")),
    Command("start_back", QT_TRANSLATE_NOOP("Actions", "Begin a word &earlier"), ("{", "Alt+Shift+Right")),
    Command("next_mark", QT_TRANSLATE_NOOP("Actions", "&Next clause"), ("Alt+Down",)),
    Command("previous_mark", QT_TRANSLATE_NOOP("Actions", "Pre&vious clause"), ("Alt+Up",)),
)
_MARK = (
    Command("confirm", QT_TRANSLATE_NOOP("Actions", "Confirm, and go on to the ne&xt"), ("Return",)),
    Command("reject", QT_TRANSLATE_NOOP("Actions", "Re&ject the proposal"), ("/",)),
    Command("confirm_sure", QT_TRANSLATE_NOOP("Actions", "Confirm &what is sure"), ("F5",)),
    Command("fit", QT_TRANSLATE_NOOP("Actions", "&Fit the mark to the selection"), ("Ctrl+Return",)),
    Command("split", QT_TRANSLATE_NOOP("Actions", "&Split at the caret"), ("Ctrl+/",)),
    Command("merge", QT_TRANSLATE_NOOP("Actions", "&Merge with the next"), ("Ctrl+M",)),
    Command("merge_previous", QT_TRANSLATE_NOOP("Actions", "Merge with the &previous"), ("Ctrl+Shift+M",)),
    Command("nest", QT_TRANSLATE_NOOP("Actions", "Put &into the clause before"), ("Ctrl+]",)),
    Command("unnest", QT_TRANSLATE_NOOP("Actions", "Take &out of its clause"), ("Ctrl+[",)),
    Command("grow", QT_TRANSLATE_NOOP("Actions", "&Grow the mark to the next stop"), ("=",)),
    Command("shrink", QT_TRANSLATE_NOOP("Actions", "Sh&rink the mark to the stop before"), ("-",)),
    Command("end_later", QT_TRANSLATE_NOOP("Actions", "End the mark a word &later"), (".",)),
    Command("end_earlier", QT_TRANSLATE_NOOP("Actions", "End the mark a word &earlier"), (",",)),
    Command("begin_later", QT_TRANSLATE_NOOP("Actions", "Begin the mark a word later"), (">",)),
    Command("begin_earlier", QT_TRANSLATE_NOOP("Actions", "Begin the mark a word earlier"), ("<",)),
    Command("copy_marks", QT_TRANSLATE_NOOP("Actions", "&Copy the marks to the next paragraph"), ("'",)),
    Command("repeat", QT_TRANSLATE_NOOP("Actions", "Repea&t the last act"), (";",)),
    Command("edit_mark", QT_TRANSLATE_NOOP("Actions", "Edit the mar&k"), ("F2",)),
    Command("edit_note", QT_TRANSLATE_NOOP("Actions", "Write a &note on the mark"), ("Ctrl+Shift+N",)),
    Command("delete", QT_TRANSLATE_NOOP("Actions", "&Delete the mark"), ("Del", "Backspace")),
    Command(
        "delete_all",
        QT_TRANSLATE_NOOP("Actions", "Delete the mark wit&h all inside"),
        ("Shift+Del", "Shift+Backspace"),
    ),
)
_DOCUMENT = (
    Command("attach", QT_TRANSLATE_NOOP("Actions", "A&ttach the selection as evidence"), ("Ctrl+Shift+E",)),
    Command("descriptors", QT_TRANSLATE_NOOP("Actions", "Add a &descriptor"), ("Ctrl+D",)),
    Command(
        "previous_document", QT_TRANSLATE_NOOP("Actions", "&Previous document"), ("F7", "Ctrl+PgUp"), needs="project"
    ),
    Command("next_document", QT_TRANSLATE_NOOP("Actions", "&Next document"), ("F8", "Ctrl+PgDown"), needs="project"),
    Command("filter", QT_TRANSLATE_NOOP("Actions", "&Go to a document…"), ("Ctrl+G",), needs="project"),
    Command("filters", QT_TRANSLATE_NOOP("Actions", "&Filter the documents…"), ("Ctrl+Shift+G",), needs="project"),
    Command("document_note", QT_TRANSLATE_NOOP("Actions", "Note on the doc&ument"), ("Ctrl+Shift+D",)),
    Command("confirm_document", QT_TRANSLATE_NOOP("Actions", "Confir&m the document"), ("F6",)),
    Command("confirm_next", QT_TRANSLATE_NOOP("Actions", "Conf&irm the document, next"), ("Ctrl+F6",)),
    Command("clauses_next", QT_TRANSLATE_NOOP("Actions", "Next document n&ot done"), ("Ctrl+F8",)),
    Command("clauses_previous", QT_TRANSLATE_NOOP("Actions", "Pre&vious document not done"), ("Ctrl+F7",)),
    Command("clauses_finish", QT_TRANSLATE_NOOP("Actions", "Clauses done, ne&xt"), ("Ctrl+F9",)),
    Command("descriptors_next", QT_TRANSLATE_NOOP("Actions", "Next with descriptors not done"), ("Ctrl+Shift+F8",)),
    Command("descriptors_finish", QT_TRANSLATE_NOOP("Actions", "De&scriptors done, next"), ("Ctrl+Shift+F9",)),
    Command("clauses_done", QT_TRANSLATE_NOOP("Actions", "&Clauses are done"), ("F9",)),
    Command("descriptors_done", QT_TRANSLATE_NOOP("Actions", "D&escriptors are done"), ("Shift+F9",)),
)
_TERMS = (
    Command("suggestions", QT_TRANSLATE_NOOP("Actions", "&Suggested descriptors"), ("Ctrl+L",)),
    Command("accept_suggestions", QT_TRANSLATE_NOOP("Actions", "&Accept what is sure"), ("Ctrl+Shift+L",)),
    Command("take_over", QT_TRANSLATE_NOOP("Actions", "&Take over from the most similar"), ("Ctrl+R",)),
    Command("thesaurus", QT_TRANSLATE_NOOP("Actions", "&Look up in the thesaurus"), ("Ctrl+T",), needs="project"),
    Command("free_terms", QT_TRANSLATE_NOOP("Actions", "&Free terms…"), needs="project"),
    Command("consistency", QT_TRANSLATE_NOOP("Actions", "&How the project is indexed…"), needs="project"),
    Command("import_vocabulary", QT_TRANSLATE_NOOP("Actions", "&Import a vocabulary…"), needs="project"),
    Command("export_vocabulary", QT_TRANSLATE_NOOP("Actions", "&Export a vocabulary…"), needs="project"),
)
_VIEW = (
    Command("as_stored", QT_TRANSLATE_NOOP("Actions", "Text &as stored"), ("Ctrl+Shift+T",), needs="nothing"),
    Command("mend_brackets", QT_TRANSLATE_NOOP("Actions", "Mend reversed &brackets"), needs="nothing"),
    Command("show_hidden", QT_TRANSLATE_NOOP("Actions", "Show &hidden marks"), ("Ctrl+Shift+H",), needs="nothing"),
    Command("show_proposals", QT_TRANSLATE_NOOP("Actions", "Show pr&oposals"), needs="nothing"),
    Command("thresholds", QT_TRANSLATE_NOOP("Actions", "Sur&e and unsure…"), needs="nothing"),
    Command("display", QT_TRANSLATE_NOOP("Actions", "&Display…"), needs="nothing"),
    Command("zoom_in", QT_TRANSLATE_NOOP("Actions", "Lar&ger text"), ("Ctrl++", "Ctrl+="), needs="nothing"),
    Command("zoom_out", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), ("Ctrl+-",), needs="nothing"),
    Command("zoom_reset", QT_TRANSLATE_NOOP("Actions", "&Usual size"), ("Ctrl+0",), needs="nothing"),
    Command("to_text", QT_TRANSLATE_NOOP("Actions", "Back to the &text"), ("Esc",), needs="nothing", fixed=True),
)
_HELP = (
    Command("palette", QT_TRANSLATE_NOOP("Actions", "&All actions…"), ("Ctrl+K",), needs="nothing"),
    Command("cheat_sheet", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("F1",), needs="nothing"),
    Command("welcome", QT_TRANSLATE_NOOP("Actions", "&First steps"), needs="nothing"),
    Command("about", QT_TRANSLATE_NOOP("Actions", "A&bout Qarar"), needs="nothing"),
)
COMMANDS = (*_PROJECT, *_EDIT, *_MARK, *_DOCUMENT, *_TERMS, *_VIEW, *_HELP)
BY_ID = {command.id: command for command in COMMANDS}
CHECKABLE = frozenset(
    {"clauses_done", "descriptors_done", "as_stored", "mend_brackets", "show_hidden", "show_proposals"}
)
# What judges, finishes, or mends: a key held down does it once, so that nobody runs through documents unseen.
ONCE = frozenset(
    {
        *("confirm", "reject", "confirm_sure", "confirm_document", "confirm_next", "mend_problem"),
        *("clauses_done", "descriptors_done", "clauses_finish", "descriptors_finish"),
        *("accept_suggestions", "take_over"),
        *("delete", "delete_all", "copy_marks", "repeat"),
    }
)

MENUS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&Project"),
        (
            *(
                "new",
                "open",
                "recent",
                "new_window",
                SEPARATOR,
                "import",
                "export",
                "save_copy",
                "recover",
                SEPARATOR,
                "backups",
                "backup_settings",
                "compact",
                SEPARATOR,
                "preannotate",
                SEPARATOR,
            ),
            *("print", "export_pdf", SEPARATOR, "progress_plots", SEPARATOR),
            *("scheme", "keys", "annotator", SEPARATOR, "quit"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            *("undo", "redo", SEPARATOR, "copy", "select_all", SEPARATOR),
            *("find", "find_next", "find_previous", "find_in_project", SEPARATOR, "propose", "lengthen", "shorten"),
            *("start_forward", "start_back", SEPARATOR, "next_mark", "previous_mark"),
            *("next_unsure", "previous_unsure", SEPARATOR, "next_problem", "previous_problem", "mend_problem"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Mark"),
        (
            *("labels", "repeat", SEPARATOR, "confirm", "reject", "confirm_sure", SEPARATOR),
            *("fit", "split", "merge", "merge_previous", "nest", "unnest", SEPARATOR),
            *("grow", "shrink", "end_later", "end_earlier", "begin_later", "begin_earlier", SEPARATOR),
            *("copy_marks", "edit_mark", "edit_note", SEPARATOR, "delete", "delete_all"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Document"),
        (
            *("previous_document", "next_document", "filter", "filters", SEPARATOR, "descriptors", "attach", SEPARATOR),
            *(
                "document_note",
                SEPARATOR,
                "confirm_document",
                "confirm_next",
                "clauses_done",
                "clauses_finish",
                "clauses_next",
                "clauses_previous",
                SEPARATOR,
            ),
            *("descriptors_done", "descriptors_finish", "descriptors_next", "progress"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Terms"),
        (
            *("suggestions", "accept_suggestions", "take_over", SEPARATOR),
            *("thesaurus", "free_terms", "consistency", SEPARATOR, "import_vocabulary", "export_vocabulary"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            *("language", "panels", SEPARATOR, "show_proposals", "thresholds", SEPARATOR),
            *("as_stored", "mend_brackets", "show_hidden", "display", SEPARATOR),
            *("zoom_in", "zoom_out", "zoom_reset", SEPARATOR, "to_text"),
        ),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), ("palette", "cheat_sheet", "welcome", SEPARATOR, "about")),
)
SUBMENUS = {
    "recent": QT_TRANSLATE_NOOP("Actions", "&Recent projects"),
    "labels": QT_TRANSLATE_NOOP("Actions", "Mark &as"),
    "progress": QT_TRANSLATE_NOOP("Actions", "P&rogress"),
    "language": QT_TRANSLATE_NOOP("Actions", "&Language"),
    "panels": QT_TRANSLATE_NOOP("Actions", "&Panels"),
}
TOOLBAR = ("previous_document", "next_document", SEPARATOR, "undo", "redo", SEPARATOR, "import", "export")
# The panels by the names of their docks.
PANELS: dict[str, object] = {
    "documents": QT_TRANSLATE_NOOP("Docks", "Documents"),
    "outline": QT_TRANSLATE_NOOP("Docks", "Outline"),
    "document": QT_TRANSLATE_NOOP("Docks", "Document"),
    "history": QT_TRANSLATE_NOOP("Docks", "History"),
    "labels": QT_TRANSLATE_NOOP("Docks", "Labels"),
    "inspector": QT_TRANSLATE_NOOP("Docks", "Mark"),
    "descriptors": QT_TRANSLATE_NOOP("Docks", "Descriptors"),
    "suggestions": QT_TRANSLATE_NOOP("Docks", "Suggestions"),
    "thesaurus": QT_TRANSLATE_NOOP("Docks", "Thesaurus"),
    "bidi": QT_TRANSLATE_NOOP("Docks", "Characters and bidi"),
    "problems": QT_TRANSLATE_NOOP("Docks", "Problems"),
    "find": QT_TRANSLATE_NOOP("Docks", "Find in the project"),
}
LANGUAGE_NAMES = (
    ("ar", "العربية"),
    ("en", "English"),
)  # each in itself, so that it is found whatever the window's language


def worded(source: str, language: str, context: str = "Actions") -> str:
    """A text of the window in ``ar`` or ``en``, whichever of the two it speaks now."""
    return source if language == "en" else _translator(language).translate(context, source) or source


@cache
def _translator(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(FOLDER / f"qarar_{language}.qm"))
    return translator

"""The names of all operations: kept in the project in English, shown in the window's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# What each act on a project is called in its history. A name that is not here (of a later version) is shown as it is.
NAMES = (
    QT_TRANSLATE_NOOP("Operation", "mark clause"),
    QT_TRANSLATE_NOOP("Operation", "mark leading phrase"),
    QT_TRANSLATE_NOOP("Operation", "mark reference"),
    QT_TRANSLATE_NOOP("Operation", "mark"),
    QT_TRANSLATE_NOOP("Operation", "change label"),
    QT_TRANSLATE_NOOP("Operation", "move limits"),
    QT_TRANSLATE_NOOP("Operation", "copy marks"),
    QT_TRANSLATE_NOOP("Operation", "mark hits"),
    QT_TRANSLATE_NOOP("Operation", "split"),
    QT_TRANSLATE_NOOP("Operation", "merge"),
    QT_TRANSLATE_NOOP("Operation", "nest"),
    QT_TRANSLATE_NOOP("Operation", "take out"),
    QT_TRANSLATE_NOOP("Operation", "delete mark"),
    QT_TRANSLATE_NOOP("Operation", "delete mark with all inside"),
    QT_TRANSLATE_NOOP("Operation", "change number"),
    QT_TRANSLATE_NOOP("Operation", "write note"),
    QT_TRANSLATE_NOOP("Operation", "change features"),
    QT_TRANSLATE_NOOP("Operation", "add descriptor"),
    QT_TRANSLATE_NOOP("Operation", "create term"),
    QT_TRANSLATE_NOOP("Operation", "remove descriptor"),
    QT_TRANSLATE_NOOP("Operation", "accept suggestion"),
    QT_TRANSLATE_NOOP("Operation", "accept suggestions"),
    QT_TRANSLATE_NOOP("Operation", "reject suggestion"),
    QT_TRANSLATE_NOOP("Operation", "take over descriptors"),
    QT_TRANSLATE_NOOP("Operation", "import vocabulary"),
    QT_TRANSLATE_NOOP("Operation", "merge term"),
    QT_TRANSLATE_NOOP("Operation", "merge terms"),
    QT_TRANSLATE_NOOP("Operation", "move descriptor"),
    QT_TRANSLATE_NOOP("Operation", "change major descriptor"),
    QT_TRANSLATE_NOOP("Operation", "attach evidence"),
    QT_TRANSLATE_NOOP("Operation", "detach evidence"),
    QT_TRANSLATE_NOOP("Operation", "change progress"),
    QT_TRANSLATE_NOOP("Operation", "assign document"),
    QT_TRANSLATE_NOOP("Operation", "change tags"),
    QT_TRANSLATE_NOOP("Operation", "write note on document"),
    QT_TRANSLATE_NOOP("Operation", "correct document data"),
    QT_TRANSLATE_NOOP("Operation", "save search"),
    QT_TRANSLATE_NOOP("Operation", "rename search"),
    QT_TRANSLATE_NOOP("Operation", "delete search"),
    QT_TRANSLATE_NOOP("Operation", "import"),
    QT_TRANSLATE_NOOP("Operation", "recover"),
    QT_TRANSLATE_NOOP("Operation", "propose clauses"),
    QT_TRANSLATE_NOOP("Operation", "confirm mark"),
    QT_TRANSLATE_NOOP("Operation", "reject mark"),
    QT_TRANSLATE_NOOP("Operation", "confirm what is sure"),
    QT_TRANSLATE_NOOP("Operation", "confirm document"),
    QT_TRANSLATE_NOOP("Operation", "replace descriptor"),
    QT_TRANSLATE_NOOP("Operation", "confirm descriptor"),
    QT_TRANSLATE_NOOP("Operation", "reject descriptor"),
)


def shown_name(name: str) -> str:
    """The name of an operation in the window's language."""
    return QCoreApplication.translate("Operation", name)

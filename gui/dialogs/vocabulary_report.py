"""What bringing in a vocabulary did: terms that came, changed and went, and what became of the free terms."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.error import say
from gui.dialogs.listed_pages import ListedPages
from gui.i18n.error_messages import quoted, sentence
from gui.i18n.numbers import grouped, numbered
from gui.item_models.concept_places import vocabulary_name
from gui.item_models.descriptors import other_language
from gui.item_models.document_names import document_name
from gui.item_models.listed_pages import Page, PageRow
from gui.session.session import Session
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel
from model.errors import UserError
from model.project import Project
from model.vocabulary.concepts import Concept
from model.vocabulary.edition import EditionReport, MatchedTerm, Part

SIZE = (820, 520)  # logical pixels


@dataclass(frozen=True, slots=True)
class EditionPages:
    """A report as it is shown: sentences, and what can be listed; ``free`` is how many terms stay free."""

    summary: str
    pages: tuple[Page, ...]
    free: int


class VocabularyReport(InReadingOrder, QDialog):
    """``free_terms_wanted``: what stays free is to be merged; ``document_wanted``: a document (id) is to be shown."""

    free_terms_wanted = Signal()
    document_wanted = Signal(str)

    def __init__(self, pages: EditionPages, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a vocabulary"))
        self.resize(*SIZE)
        self._session = session
        self.summary = WrappedLabel(pages.summary, self)
        self.pages = ListedPages(self._names, self)
        self.pages.show_pages(pages.pages)
        self.pages.document_wanted.connect(self._open)
        self.export_button = QPushButton(self.tr("&Export the list…"), self)
        self.export_button.setAutoDefault(False)
        self.export_button.clicked.connect(self._export)
        self.free_button = QPushButton(self.tr("&Merge free terms…"), self)
        self.free_button.setAutoDefault(False)
        self.free_button.clicked.connect(self._merge)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Close, self)
        self.buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.free_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.free_button.setVisible(bool(pages.free))
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        column.addWidget(self.pages, 1)
        column.addWidget(self.buttons)
        self.pages.setFocus()

    def _names(self, documents: Sequence[str]) -> list[tuple[str, str]]:
        project = self._session.project
        return [] if project is None else [(each.id, document_name(each)) for each in project.summaries(documents)]

    def _open(self, document: str) -> None:
        self.document_wanted.emit(document)
        self.accept()

    def _merge(self) -> None:
        self.free_terms_wanted.emit()
        self.accept()

    def _export(self) -> None:
        project = self._session.project
        target = None if project is None else self.pages.ask_target(project.path.resolve().parent)
        if target is None:
            return
        try:
            self.pages.write(target)
        except UserError as refusal:
            say(self, self.windowTitle(), sentence(refusal, self._session.language))


def pages_of(project: Project, report: EditionReport, remarks: Sequence[UserError], language: str) -> EditionPages:
    """A report in a language, with the documents of what it lists. Takes a moment where much has come."""
    return EditionPager(project, report, remarks, language).pages()


class EditionPager(QObject):
    """One report on its way to pages. It is an object of Qt's for its words alone, in whatever thread."""

    def __init__(self, project: Project, report: EditionReport, remarks: Sequence[UserError], language: str) -> None:
        super().__init__()
        self._project = project
        self._report = report
        self._remarks = remarks
        self._language = language
        self._order = {document: place for place, document in enumerate(project.document_ids())}
        self._concepts = {each.id: each for each in project.concepts()}  # many at once are read faster than one by one

    def pages(self) -> EditionPages:
        report = self._report
        term, second, use = self.tr("Term"), self.tr("In the other language"), self.tr("Documents")
        changed = {each.concept: each.parts for each in report.changed}
        gone = tuple(self._row(each, uses=True) for each in report.gone)
        found = [
            Page(self.tr("New"), (term, second), tuple(self._row(each) for each in report.added)),
            Page(
                self.tr("Changed"),
                (term, second, self.tr("What has changed")),
                tuple(self._row(each, self._parts(each, parts)) for each, parts in changed.items()),
            ),
            Page(
                self.tr("Gone"),
                (term, second, use),
                gone,
                frozenset({2}),
                self.tr("The newer edition no longer has these. They stay, marked, with what they are assigned to."),
            ),
            self._matched(
                self.tr("Free terms matched"),
                [each for each in report.matched if not each.others],
                self.tr("These terms had been free; they are now terms of the vocabulary that carry the same label."),
            ),
            self._matched(
                self.tr("Matched, to be looked at"),
                report.ambiguous,
                self.tr("Several terms of the vocabulary carry these labels; the best of them was taken."),
            ),
            Page(
                self.tr("Free terms left"),
                (self.tr("Free term"), use),
                tuple(self._free(each.concept, each.uses) for each in report.unmatched),
                frozenset({1}),
                self.tr("No term of the vocabulary carries one of these labels."),
            ),
        ]
        said = self._report.remarks(lambda each: vocabulary_name(each, self._language))
        remarks = (*said, *self._remarks)
        if remarks:
            rows = tuple(PageRow((sentence(remark, self._language),)) for remark in remarks)
            found.append(Page(self.tr("Remarks"), (self.tr("About the file"),), rows))
        return EditionPages(self._summary(), tuple(found), len(report.unmatched))

    def _summary(self) -> str:
        report = self._report

        added, changed, gone = len(report.added), len(report.changed), len(report.gone)
        said = [numbered(self.tr("%n new term(s).", "", added), added)]
        if changed:
            said.append(numbered(self.tr("%n term(s) changed.", "", changed), changed))
        if gone:
            said.append(numbered(self.tr("%n term(s) gone.", "", gone), gone))
        matched, left = len(report.matched), len(report.unmatched)
        if matched:
            said.append(numbered(self.tr("%n free term(s) matched.", "", matched), matched))
        if left:
            said.append(numbered(self.tr("%n term(s) stay free.", "", left), left))
        if not (added or changed or gone or matched or report.renamed):
            said[0] = self.tr("The project has this edition already; nothing has changed.")
        return " ".join(said)

    def _row(self, concept: str, *more: str, uses: bool = False) -> PageRow:
        label, second = self._labels(concept)
        documents = self._documents(concept) if uses else ()
        counted = (grouped(len(documents)),) if uses else ()
        return PageRow((label, second, *more, *counted), documents, concept)

    def _free(self, concept: Concept, uses: int) -> PageRow:
        return PageRow((quoted(concept.label(self._language)), grouped(uses)), self._documents(concept.id), concept.id)

    def _matched(self, title: str, terms: Sequence[MatchedTerm], words: str) -> Page:
        columns = (self.tr("Free term"), self.tr("Has become"), self.tr("Documents"), self.tr("Could also be"))
        rows: list[PageRow] = []
        for each in terms:
            others = " · ".join(self._labels(other)[0] for other in each.others)
            cells = (quoted(each.term.label(self._language)), self._both(each.concept), grouped(each.uses), others)
            rows.append(PageRow(cells, self._documents(each.concept), each.concept))
        kept = 4 if any(row.cells[3] for row in rows) else 3
        shown = tuple(PageRow(row.cells[:kept], row.documents, row.concept) for row in rows)
        return Page(title, columns[:kept], shown, frozenset({2}), words)

    def _labels(self, concept: str) -> tuple[str, str]:
        found = self._concepts.get(concept)
        if found is None:
            return concept, ""
        second = found.label_in(other_language(self._language))
        return quoted(found.label(self._language)), quoted(second) if second else ""

    def _both(self, concept: str) -> str:
        return " · ".join(label for label in self._labels(concept) if label)

    def _documents(self, concept: str) -> tuple[str, ...]:
        return tuple(sorted(self._project.documents_with(concept), key=lambda each: self._order.get(each, 0)))

    def _parts(self, concept: str, parts: Sequence[Part]) -> str:
        names: dict[Part, str] = {
            "labels": self.tr("labels"),
            "notes": self.tr("notes"),
            "notations": self.tr("notations"),
            "relations": self.tr("relations"),
            "state": self.tr("state"),
        }
        words = [names[part] for part in parts]
        if concept in self._report.returned:
            words.insert(0, self.tr("back again"))
        return self.tr(", ").join(words)

"""The report of how a project is indexed, as pages of rows with their documents."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.i18n.error_messages import isolated, quoted
from gui.i18n.numbers import grouped, numbered, percent
from gui.item_models.concept_places import state_words
from gui.item_models.descriptors import other_language
from gui.item_models.document_names import document_name
from gui.item_models.listed_pages import Page, PageRow
from model.consistency.values import Named, NearDuplicate, NearDuplicateKind, Renewal, Report, TermUse
from model.vocabulary.concepts import Concept


class ConsistencyPager(QObject):
    """One report in one language. It is an object of Qt's for its words alone."""

    def __init__(self, report: Report, language: str) -> None:
        super().__init__()
        self._report = report
        self._language = language

    def summary(self) -> str:
        """The report in two sentences."""
        report = self._report
        documents, terms = report.documents, len(report.terms)
        said = [
            numbered(self.tr("%n document(s).", "", documents), documents),
            numbered(self.tr("%n term(s) in use.", "", terms), terms),
        ]
        alike, different = report.alike, len(report.renewals)
        if alike or different:
            said.append(
                self.tr("Renewals: {different} indexed differently, {alike} alike.").format(
                    different=grouped(different), alike=grouped(alike)
                )
            )
        return " ".join(said)

    def pages(self) -> list[Page]:
        """All pages, those too that are empty: that there is nothing is worth knowing."""
        report = self._report
        return [
            self._terms(self.tr("Terms by use"), report.terms),
            self._terms(self.tr("Used once"), report.once),
            self._doubles(),
            self._renewals(),
            self._bare(
                self.tr("Done without descriptors"),
                report.none,
                self.tr("The descriptors of these are done, and there are none."),
            ),
            self._bare(
                self.tr("No descriptors yet"),
                report.waiting,
                self.tr("The descriptors of these are not done, and there are none so far."),
            ),
            self._terms(
                self.tr("Twice in a document"),
                report.twice,
                self.tr("Each of these documents has the term more than once."),
            ),
            self._outdated(),
        ]

    def _terms(self, title: str, terms: Sequence[TermUse], words: str = "") -> Page:
        columns = (self.tr("Term"), self.tr("In the other language"), self.tr("Documents"), self.tr("Remark"))
        rows = tuple(
            PageRow(
                (*self._labels(term.concept), grouped(len(term.documents)), self._remark(term)),
                _ids(term.documents),
                term.concept.id,
            )
            for term in terms
        )
        return Page(title, columns, rows, frozenset({2}), words)

    def _remark(self, term: TermUse) -> str:
        if term.state is not None:
            return state_words(term.state)
        return self.tr("free term") if term.own else ""

    def _doubles(self) -> Page:
        columns = (self.tr("Term"), self.tr("Documents"), self.tr("Other term"), self.tr("Documents"), self.tr("Why"))
        rows = tuple(self._double(each) for each in self._report.doubles)
        words = self.tr("Two terms that may be meant to be one, the better one to keep first.")
        return Page(self.tr("Near-doubles"), columns, rows, frozenset({1, 3}), words)

    def _double(self, double: NearDuplicate) -> PageRow:
        why: dict[NearDuplicateKind, str] = {
            "label": self.tr("a free term with the label of a concept"),
            "spelling": self.tr("the same but for spaces and punctuation"),
            "joined": self.tr("several labels run together"),
            "arabic": self.tr("the same Arabic label"),
            "number": self.tr("singular and plural"),
        }
        *kept, other = double.terms
        can_merge = other.own and len(kept) == 1 and double.kind != "joined"
        return PageRow(
            (
                " · ".join(self._both(each.concept) for each in kept),
                grouped(len({document for each in kept for document in each.documents})),
                self._both(other.concept),
                grouped(len(other.documents)),
                why[double.kind],
            ),
            groups=tuple((self._both(each.concept), _ids(each.documents)) for each in double.terms),
            concept=kept[0].concept.id,
            merge=(other.concept.id, kept[0].concept.id) if can_merge else None,
        )

    def _renewals(self) -> Page:
        columns = (
            self.tr("Earlier"),
            self.tr("Later"),
            self.tr("Alike"),
            self.tr("Only earlier"),
            self.tr("Only later"),
            self.tr("In both"),
        )
        rows = tuple(self._renewal(each) for each in self._report.renewals)
        words = self.tr("Resolutions on the same, one the next after the other in time, whose descriptors differ.")
        return Page(self.tr("Renewals indexed differently"), columns, rows, frozenset({2, 5}), words)

    def _renewal(self, renewal: Renewal) -> PageRow:
        alike = self.tr("title") if renewal.same_title else percent(renewal.similarity)
        cells = (
            isolated(document_name(renewal.earlier)),
            isolated(document_name(renewal.later)),
            alike,
            self._listed(renewal.only_earlier),
            self._listed(renewal.only_later),
            grouped(renewal.common),
        )
        sides = ((renewal.earlier, cells[3]), (renewal.later, cells[4]))
        return PageRow(cells, groups=tuple((self._only(terms), (document.id,)) for document, terms in sides))

    def _only(self, terms: str) -> str:
        """What a document alone has of a pair, in full: in the table it may be cut short."""
        return self.tr("Only here: {terms}").format(terms=terms) if terms else self.tr("Nothing that the other lacks")

    def _bare(self, title: str, documents: Sequence[Named], words: str) -> Page:
        rows = tuple(PageRow((isolated(document_name(each)),), (each.id,)) for each in documents)
        return Page(title, (self.tr("Document"),), rows, words=words)

    def _outdated(self) -> Page:
        columns = (self.tr("Term"), self.tr("State"), self.tr("Use instead"), self.tr("Documents"))
        rows = tuple(
            PageRow(
                (
                    self._both(each.term.concept),
                    state_words(each.term.state),
                    self._listed(each.replaced_by),
                    grouped(len(each.term.documents)),
                ),
                _ids(each.term.documents),
                each.term.concept.id,
            )
            for each in self._report.outdated
        )
        words = self.tr("Terms in use that their thesaurus has given up.")
        return Page(self.tr("Deprecated or gone"), columns, rows, frozenset({3}), words)

    def _labels(self, concept: Concept) -> tuple[str, str]:
        label = concept.label(self._language)
        second = concept.label_in(other_language(self._language)) or ""
        return quoted(label), quoted(second) if second and second != label else ""

    def _both(self, concept: Concept) -> str:
        return " · ".join(label for label in self._labels(concept) if label)

    def _listed(self, concepts: Sequence[Concept]) -> str:
        return " · ".join(quoted(each.label(self._language)) for each in concepts)


def _ids(documents: Sequence[Named]) -> tuple[str, ...]:
    return tuple(each.id for each in documents)

"""A concept's card: its labels in every language, notes, relations and at last its documents, as a page with links."""

import html
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from gui.i18n.error_messages import isolated, quoted
from gui.i18n.languages import language_name
from gui.i18n.numbers import numbered
from gui.item_models.concept_places import state_words, vocabulary_name
from gui.item_models.descriptors import other_language
from gui.item_models.document_names import document_name
from gui.style.theme import TEXT_CONTRAST, readable
from gui.widgets.row_painting import SIDE, dim
from model.vocabulary.concept_card import ConceptCard, Use
from model.vocabulary.concepts import Concept, ConceptLabel, Vocabulary
from model.vocabulary.thesaurus import NOTE_KINDS

DOCUMENTS = 30  # that a card names; all of them are in the list of documents
_CONCEPT, _DOCUMENT, _ALL = "concept", "document", "documents"


class ConceptCardView(QTextBrowser):
    """Tab goes from link to link, Enter follows one. ``concept_wanted``, ``document_wanted``: ids of what a link leads
    to; ``documents_wanted``: all documents of a concept are to be listed.
    """

    concept_wanted = Signal(str)
    document_wanted = Signal(str)
    documents_wanted = Signal(str)
    leave_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(SIDE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self._show_again: Callable[[], None] | None = None  # in other colours, or another direction

    # What is shown

    def show_card(self, card: ConceptCard, language: str) -> None:
        """Show what is known of a concept."""
        self._show_again = lambda: self.show_card(card, language)
        concept = card.concept
        label, second = concept.label(language), concept.label_in(other_language(language)) or ""
        lines = [self._heading(label)]
        if second and second != label:
            lines.append(self._line(f"<b>{_apart(second)}</b>"))
        if card.state is not None:
            lines.append(self._line(f'<b style="color:{self._warning()}">{html.escape(state_words(card.state))}</b>'))
        lines += self._links(self.tr("Use instead"), card.replaced_by, language)
        lines += self._labels(concept.labels)
        if card.notations:
            lines.append(self._title(self.tr("Notation")))
            lines += [self._line(isolated(html.escape(each))) for each in card.notations]
        for kind in NOTE_KINDS:
            lines += self._notes(kind, [(each.language, each.text) for each in card.notes if each.kind == kind])
        lines += self._links(self.tr("Broader terms"), card.broader, language)
        lines += self._links(self.tr("Narrower terms"), card.narrower, language)
        lines += self._links(self.tr("Related terms"), card.related, language)
        lines += self._links(self.tr("Used instead of"), card.replaces, language)
        lines.append(self._title(self.tr("Vocabulary")))
        lines.append(self._line(_apart(vocabulary_name(card.vocabulary, language))))
        if not card.vocabulary.own:
            lines.append(self._line(self._quiet(isolated(html.escape(concept.uri)))))
        lines += self._documents(concept.id, [use for use in card.uses if use.status != "rejected"])
        self._show(lines)

    def show_vocabulary(self, vocabulary: Vocabulary, language: str, concepts: int) -> None:
        """Show what is known of a vocabulary, with how many concepts stand at its top."""
        self._show_again = lambda: self.show_vocabulary(vocabulary, language, concepts)
        lines = [self._heading(vocabulary_name(vocabulary, language))]
        lines += [self._line(self._said(of, text)) for of, text in vocabulary.names if of != language]
        lines.append(self._line(numbered(self.tr("%n term(s) at the top", "", concepts), concepts)))
        if not vocabulary.own:
            if vocabulary.version:
                version = self.tr("Version: {version}").format(version=quoted(vocabulary.version))
                lines.append(self._line(html.escape(version)))
            lines.append(self._line(self._quiet(isolated(html.escape(vocabulary.uri)))))
        self._show(lines)

    def show_words(self, words: str) -> None:
        """Show a sentence in place of a card."""
        self._show_again = lambda: self.show_words(words)
        self._show([self._line(self._quiet(html.escape(words)))] if words else [])

    def _show(self, lines: Iterable[str]) -> None:
        self.setHtml("".join(lines))
        self.moveCursor(self.textCursor().MoveOperation.Start)

    # Its parts

    def _links(self, title: str, concepts: Sequence[Concept], language: str) -> list[str]:
        if not concepts:
            return []
        found = [self._line(self._link(_CONCEPT, each.id, each.label(language))) for each in concepts]
        return [self._title(title), *found]

    def _notes(self, kind: str, notes: Sequence[tuple[str, str]]) -> list[str]:
        titles = {
            "scope": self.tr("Scope note"),
            "definition": self.tr("Definition"),
            "example": self.tr("Example"),
            "history": self.tr("History note"),
            "editorial": self.tr("Editorial note"),
            "change": self.tr("Change note"),
            "note": self.tr("Note"),
        }
        return [self._title(titles[kind]), *(self._line(self._said(of, text)) for of, text in notes)] if notes else []

    def _labels(self, labels: Sequence[ConceptLabel]) -> list[str]:
        """By language: the preferred label, then the others with what they are."""
        kinds = {"alternative": self.tr("alternative"), "hidden": self.tr("hidden")}
        lines = [self._title(self.tr("Labels"))]
        for each in labels:
            kind = kinds.get(each.kind)
            words = self._said(each.language, each.text)
            lines.append(self._line(words if kind is None else f"{words} {self._quiet('· ' + html.escape(kind))}"))
        return lines

    def _documents(self, concept: str, uses: Sequence[Use]) -> list[str]:
        title = numbered(self.tr("In %n document(s)", "", len(uses)), len(uses))
        major, suggested = self.tr("major"), self.tr("suggested")
        lines = [self._title(title)]
        for use in uses[:DOCUMENTS]:
            told = [major] if use.major else []
            told += [suggested] if use.status == "suggested" else []
            link = self._link(_DOCUMENT, use.document, isolated(document_name(use)))
            lines.append(self._line(" ".join([link, *(self._quiet(f"· {html.escape(each)}") for each in told)])))
        if uses:
            more = self.tr("Show all in the list of documents")
            lines.append(self._line(self._link(_ALL, concept, more)))
        return lines

    def _said(self, language: str, text: str) -> str:
        """A text behind the name of its language."""
        name = language_name(language)
        return f"{self._quiet(quoted(html.escape(name)))} {_apart(text)}" if name else _apart(text)

    def _link(self, kind: str, target: str, words: str) -> str:
        colour = readable(self._colour(QPalette.ColorRole.Link), self._colour(QPalette.ColorRole.Base), TEXT_CONTRAST)
        style = f"color:{colour.name()};text-decoration:none"
        return f'<a href="{kind}:{target}" style="{style}">{_apart(words)}</a>'

    def _heading(self, words: str) -> str:
        return f'<p dir="{self._direction()}" style="margin:0;font-size:large"><b>{_apart(words)}</b></p>'

    def _title(self, words: str) -> str:
        style = f"margin-top:8px;margin-bottom:1px;font-size:small;color:{self._quiet_colour()}"
        return f'<p dir="{self._direction()}" style="{style}"><b>{html.escape(words)}</b></p>'

    def _line(self, inner: str) -> str:
        return f'<p dir="{self._direction()}" style="margin:0">{inner}</p>'

    def _quiet(self, inner: str) -> str:
        return f'<span style="color:{self._quiet_colour()};font-size:small">{inner}</span>'

    def _direction(self) -> str:
        return "rtl" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "ltr"

    def _colour(self, role: QPalette.ColorRole):
        return self.palette().color(QPalette.ColorGroup.Active, role)

    def _quiet_colour(self) -> str:
        return dim(self._colour(QPalette.ColorRole.Base), self._colour(QPalette.ColorRole.Text)).name()

    def _warning(self) -> str:
        return readable(QColor("#c0392b"), self._colour(QPalette.ColorRole.Base), TEXT_CONTRAST).name()

    # What is done

    def _follow(self, url: QUrl) -> None:
        wanted = {_CONCEPT: self.concept_wanted, _DOCUMENT: self.document_wanted, _ALL: self.documents_wanted}
        wanted[url.scheme()].emit(url.path())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds and self._show_again is not None:
            self._show_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        own = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)


def _apart(text: str) -> str:
    """A text as it is, whatever its direction."""
    return quoted(html.escape(text))

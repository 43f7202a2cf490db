"""What free terms can become: read from the project, the likeliest first."""

from gui.item_models.free_terms import FreeRow, are_alike
from model.project import Project
from model.vocabulary import concepts
from model.vocabulary.concepts import Concept, ConceptLabel
from model.vocabulary.lookup import ConceptMatch
from model.vocabulary.merging import free_terms

FOUND_AT_MOST = 50
LONG_WORD = 4  # letters: shorter ones alone find anything


def free_rows(project: Project) -> list[FreeRow]:
    """The free terms, those of most documents first, each with the concepts that carry its label."""
    found = project.read(free_terms)
    wanted = {candidate for term in found for candidate in term.candidates}
    known = project.read(concepts.several, sorted(wanted))
    return [FreeRow(term.concept, term.uses, tuple(known[each] for each in term.candidates)) for term in found]


def candidates_of(project: Project, row: FreeRow) -> list[ConceptMatch]:
    """What a term could become: what carries its label, then what has its words, or else as many of them as there is
    something for, the last and then all others left out; of these first what is called as the term is.
    """
    found = [ConceptMatch(each, _label_of(each, row.concept)) for each in row.candidates]
    words = row.concept.label("en").split()
    single = [[each] for each in sorted(words, key=len, reverse=True) if len(each) >= LONG_WORD]
    tried = [words[:count] for count in range(len(words), 0, -1)] + single
    others: list[ConceptMatch] = []
    for words in tried:
        looked_up = project.search_concepts(" ".join(words), FOUND_AT_MOST)
        others = [
            each for each in looked_up if each.concept.id != row.concept.id and each.concept not in row.candidates
        ]
        if others:
            break
    return [*found, *sorted(others, key=lambda each: not is_called(each, row))]


def is_called(match: ConceptMatch, row: FreeRow) -> bool:
    """Whether a concept is called as a term is, so that hardly another can be meant."""
    return match.state != "gone" and are_alike(match.concept, row.concept)


def _label_of(concept: Concept, term: Concept) -> ConceptLabel:
    """The label of a concept that a term carries too; its first one where their spelling differs."""
    texts = {label.text.casefold() for label in term.labels}
    return next((label for label in concept.labels if label.text.casefold() in texts), concept.labels[0])

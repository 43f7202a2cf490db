"""Descriptors that no vocabulary has, in a project that has one."""

from collections.abc import Callable, Iterable, Iterator

from model.checking.findings import Mend, Problem
from model.errors import UserError
from model.vocabulary.assignments import Assignment
from model.vocabulary.concepts import OWN_VOCABULARY, Concept, Vocabulary

FindConcept = Callable[[str], Concept]
MatchTerm = Callable[[str], str | None]


def outside_vocabulary(
    assigned: Iterable[Assignment],
    vocabularies: Iterable[Vocabulary],
    concept: FindConcept,
    match: MatchTerm = lambda term: None,
) -> Iterator[Problem]:
    """Confirmed descriptors that are terms of the project's own, where it has another vocabulary.

    ``concept`` gives a concept by its id, ``match`` the id of the concept that carries a term, thesauri first: what a
    vocabulary that came later knows by the same name can take the descriptor's place.
    """
    if all(vocabulary.own for vocabulary in vocabularies):
        return
    for each in assigned:
        if each.status != "confirmed":
            continue
        found = concept(each.concept)
        if found.vocabulary != OWN_VOCABULARY:
            continue
        term = each.term or found.label("en")
        said = UserError("The descriptor “{term}” is in no vocabulary.", term=term)
        start, end = next(((shown.start, shown.end) for shown in each.evidence), (0, 0))
        other = match(term)
        mend = None
        if other is not None and concept(other).vocabulary != OWN_VOCABULARY:
            known = concept(other).label("en")
            mend = Mend("replace-term", UserError("Take “{term}” of the vocabulary", term=known), each.id, value=other)
        yield Problem("vocabulary", None, start, end, said, mend)

import dataclasses

from model.annotation.values import MANUAL
from model.checking.outside_vocabulary import outside_vocabulary
from model.vocabulary.assignments import Assignment, Evidence
from model.vocabulary.concepts import OWN_VOCABULARY, Concept, ConceptLabel, Vocabulary

OWN = Vocabulary(OWN_VOCABULARY, "urn:own", (), "", True)
THESAURUS = Vocabulary("t", "http://thesaurus", (), "1", False)


def _concept(name: str, vocabulary: str) -> Concept:
    return Concept(name, vocabulary, "", (ConceptLabel("", "en", "preferred", name.upper()),))


CONCEPTS = {name: _concept(name, "t") for name in ("peace", "trade")} | {
    name: _concept(name, OWN_VOCABULARY) for name in ("own", "old")
}
ASSIGNED = Assignment("a", "d", "own", None, 0, False, "", "", "", "confirmed", MANUAL, None)


def _told(assignment: Assignment, *vocabularies: Vocabulary, match=lambda term: None):
    return list(outside_vocabulary([assignment], vocabularies, CONCEPTS.__getitem__, match))


def test_a_term_of_the_project_s_own_is_told_where_there_is_a_vocabulary():
    (problem,) = _told(ASSIGNED, OWN, THESAURUS)
    assert (problem.kind, problem.words) == ("vocabulary", "The descriptor “OWN” is in no vocabulary.")
    assert problem.mend is None
    assert _told(ASSIGNED, OWN) == []
    assert _told(dataclasses.replace(ASSIGNED, concept="peace"), OWN, THESAURUS) == []
    assert _told(dataclasses.replace(ASSIGNED, status="suggested"), OWN, THESAURUS) == []


def test_one_goes_to_its_evidence():
    evidence = Evidence("e", "d", "a", 3, 8, "", "", MANUAL)
    (problem,) = _told(dataclasses.replace(ASSIGNED, evidence=(evidence,)), OWN, THESAURUS)
    assert (problem.start, problem.end) == (3, 8)


def test_what_a_vocabulary_knows_by_the_same_name_takes_its_place():
    (problem,) = _told(ASSIGNED, OWN, THESAURUS, match=lambda term: "trade" if term == "OWN" else None)
    mend = problem.mend
    assert mend is not None and (mend.act, mend.target, mend.value) == ("replace-term", "a", "trade")
    assert str(mend.said) == "Take “TRADE” of the vocabulary"
    assert _told(ASSIGNED, OWN, THESAURUS, match=lambda term: "old")[0].mend is None

"""Where concepts stand: the way from the top of their thesaurus to them, and what has become of them, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.item_models.vocabulary_names import distinct_names
from model.project import Project
from model.vocabulary import hierarchy
from model.vocabulary.concepts import OWN_VOCABULARY, Concept, ConceptState, Vocabulary

STEP = " › "  # is mirrored where the line runs from right to left


@dataclass(frozen=True, slots=True)
class Place:
    """``where``: broader terms from the top, or whose term it is; empty at the top of the only thesaurus. ``state`` is
    empty where the concept is current.
    """

    where: str = ""
    state: str = ""


def vocabulary_name(vocabulary: Vocabulary, language: str) -> str:
    """What a vocabulary is called in a language, else in English, Arabic, any; its URI where it has no name."""
    names = dict(vocabulary.names)
    return names.get(language) or names.get("en") or names.get("ar") or next(iter(names.values()), vocabulary.uri)


def state_words(state: ConceptState | None) -> str:
    """What has become of a concept, in words; empty where it is current."""
    if state == "deprecated":
        return QCoreApplication.translate("ConceptPlaces", "deprecated")
    return QCoreApplication.translate("ConceptPlaces", "no longer in the thesaurus") if state == "gone" else ""


class ConceptPlaces:
    """Those of one state of a project, each read once."""

    def __init__(self, project: Project, language: str) -> None:
        self._project = project
        self._language = language
        thesauri = [each for each in project.vocabularies() if not each.own]
        names = distinct_names(thesauri, lambda each: vocabulary_name(each, language))
        self._names = names if len(thesauri) > 1 else {}
        self._known: dict[str, Place] = {}

    def of(self, concept: Concept) -> Place:
        """Where a concept stands."""
        known = self._known.get(concept.id)
        if known is None:
            known = self._known[concept.id] = self._read(concept)
        return known

    def _read(self, concept: Concept) -> Place:
        way = self._project.read(hierarchy.path, concept.id, self._language)
        if not way:
            return Place()
        steps = [f"\u2068{node.label}\u2069" for node in way[:-1]]
        if concept.vocabulary == OWN_VOCABULARY:
            steps.insert(0, QCoreApplication.translate("ConceptPlaces", "free term"))
        elif concept.vocabulary in self._names:
            steps.insert(0, f"\u2068{self._names[concept.vocabulary]}\u2069")
        return Place(STEP.join(steps), state_words(way[-1].state))

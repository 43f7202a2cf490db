"""What has become of a concept in its thesaurus: current, deprecated, or no longer in it."""

from collections.abc import Sequence
from typing import Literal, cast

from model.storage import concept_queries
from model.storage.tables import Tables

# ``deprecated``: the thesaurus itself says so (owl:deprecated). ``gone``: a newer edition no longer has it. Of a
# concept that is both, ``gone`` is told.
ConceptState = Literal["deprecated", "gone"]


def all_states(tables: Tables) -> dict[str, ConceptState]:
    """The states of the concepts that are not current, by id."""
    return cast(dict[str, ConceptState], dict(concept_queries.states(tables)))


def states_of(tables: Tables, concepts: Sequence[str]) -> dict[str, ConceptState]:
    """The states of those of these concepts that are not current, by id."""
    return cast(dict[str, ConceptState], dict(concept_queries.states_of(tables, concepts)))

"""What people call the kinds of rows that the journal records."""

from collections.abc import Mapping

from model.refusal import Refusal

# Each a part of sentences, which is translated as they are.
_CALLED: Mapping[str, Refusal] = {
    "project": Refusal("project"),
    "layer": Refusal("layer"),
    "label": Refusal("label"),
    "document": Refusal("document"),
    "document_tag": Refusal("tag"),
    "progress": Refusal("progress"),
    "span": Refusal("mark"),
    "feature": Refusal("feature of a mark"),
    "vocabulary": Refusal("vocabulary"),
    "concept": Refusal("term"),
    "concept_label": Refusal("name of a term"),
    "concept_note": Refusal("note on a term"),
    "concept_relation": Refusal("relation of terms"),
    "concept_notation": Refusal("notation of a term"),
    "concept_documentation": Refusal("explanation of a term"),
    "concept_state": Refusal("state of a term"),
    "assignment": Refusal("descriptor"),
    "evidence": Refusal("evidence"),
    "saved_search": Refusal("saved search"),
}


def called(kind: str) -> Refusal:
    """What people call the rows of a table that the journal records: a word or two, to stand in a sentence."""
    return _CALLED[kind]

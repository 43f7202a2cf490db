"""What people call the kinds of rows that the journal records."""

from collections.abc import Mapping

from model.errors import UserError

# Each a part of sentences, which is translated as they are.
_CALLED: Mapping[str, UserError] = {
    "project": UserError("project"),
    "layer": UserError("layer"),
    "label": UserError("label"),
    "document": UserError("document"),
    "document_tag": UserError("tag"),
    "progress": UserError("progress"),
    "span": UserError("mark"),
    "feature": UserError("feature of a mark"),
    "vocabulary": UserError("vocabulary"),
    "concept": UserError("term"),
    "concept_label": UserError("name of a term"),
    "concept_note": UserError("note on a term"),
    "concept_relation": UserError("relation of terms"),
    "concept_notation": UserError("notation of a term"),
    "concept_documentation": UserError("explanation of a term"),
    "concept_state": UserError("state of a term"),
    "assignment": UserError("descriptor"),
    "evidence": UserError("evidence"),
    "saved_search": UserError("saved search"),
}


def called(kind: str) -> UserError:
    """What people call the rows of a table that the journal records: a word or two, to stand in a sentence."""
    return _CALLED[kind]

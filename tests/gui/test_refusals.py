from pathlib import PurePosixPath

from gui.refusals import isolated, sentence
from model.annotation.layers import read_scheme
from model.refusal import Refusal


def test_paths_and_numbers_keep_their_direction():
    refusal = Refusal("{path}: line {line} ({reason}).", path=PurePosixPath("/a/b"), line=3, reason="broken")
    assert sentence(refusal, "en") == "\u2066/a/b\u2069: line \u20663\u2069 (broken)."
    assert isolated("x") == "\u2066x\u2069"


def test_ids_become_the_names_that_people_know():
    refusal = Refusal("“{label}” must lie inside a mark of the layer “{layer}”.", label="lead", layer="clause")
    assert "العبارة الفعلية" in sentence(refusal, "ar", read_scheme())
    assert "“Leading phrase”" in sentence(refusal, "en", read_scheme())
    assert "“Clauses”" in sentence(refusal, "en", read_scheme())
    assert "“lead”" in sentence(refusal, "en")


def test_braces_in_a_value_are_only_text():
    assert sentence(Refusal("“{term}”.", term="{label}"), "en") == "“{label}”."


def test_a_refusal_within_a_refusal_is_translated_too():
    inner = Refusal("Marks of the layer “{layer}” must not overlap.", layer="lead")
    assert "“Leading phrases”" in sentence(
        Refusal("{name}: {problem}", name="import", problem=inner), "en", read_scheme()
    )


def test_a_document_may_be_called_like_an_operation():
    assert sentence(Refusal("There is a document named “{name}” already.", name="import"), "ar").count("import") == 1

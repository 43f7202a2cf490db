from pathlib import Path

import pytest

from model.errors import UserError
from model.formats.thesaurus_check import Draft, canonical_language, finished, is_uri
from model.vocabulary.thesaurus import Thesaurus

PATH = Path("t.ttl")


def made(**drafts: Draft) -> Thesaurus:
    return finished(PATH, "urn:t", {}, "", {f"urn:{name}": draft for name, draft in drafts.items()})


def refused(**drafts: Draft) -> str:
    with pytest.raises(UserError) as refusal:
        made(**drafts)
    return str(refusal.value)


def named(text: str, *broader: str) -> Draft:
    return Draft(labels=[("en", "preferred", text)], broader={f"urn:{each}" for each in broader})


def test_two_preferred_labels_in_one_language_clash() -> None:
    two = Draft(labels=[("en", "preferred", "B"), ("en", "preferred", "A"), ("ar", "preferred", "ب")])
    assert refused(a=two) == "t.ttl: urn:a has two preferred labels in one language (en): “A” and “B”."
    two = Draft(labels=[("", "preferred", "B"), ("", "preferred", "A")])
    assert refused(a=two) == "t.ttl: urn:a has two preferred labels in one language (none is given): “A” and “B”."


def test_no_concept_is_the_thesaurus_itself() -> None:
    """Written as RDF the two would be one thing with the names of both."""
    assert refused(a=named("A"), t=named("T")) == "t.ttl: urn:t is a concept, and the vocabulary itself."


def told(thesaurus: Thesaurus) -> list[str]:
    return [str(remark) for remark in thesaurus.remarks]


def test_the_same_label_of_two_concepts_comes_in_and_is_told() -> None:
    """36 Arabic labels of UNBIS belong to more than one concept."""
    found = made(
        a=Draft(labels=[("fr", "preferred", "Pain"), ("", "preferred", "x"), ("en", "preferred", "BREAD")]),
        b=Draft(labels=[("fr", "preferred", " Pain "), ("en", "preferred", "TOAST"), ("de", "preferred", "Brot")]),
        c=Draft(labels=[("ar", "preferred", "خبز"), ("fr", "preferred", "Pain"), ("en", "alternative", "TOAST")]),
        d=Draft(labels=[("ar", "preferred", "خبز"), ("de-AT", "preferred", "Brot")]),
    )
    assert len(found.concepts) == 4
    assert told(found) == [
        "t.ttl: 2 preferred labels are those of several concepts in one language, and stay so (the first: “خبز”, "
        "language: ar, of urn:c and urn:d)."
    ]
    found = made(a=Draft(labels=[("", "preferred", "x")]), b=Draft(labels=[("", "preferred", "x")]))
    assert told(found)[0].endswith("(the first: “x”, language: none is given, of urn:a and urn:b).")


def test_a_text_that_is_a_label_of_two_kinds_is_told() -> None:
    found = made(
        a=Draft(labels=[("en", "hidden", "A"), ("en", "alternative", "A"), ("fr", "preferred", "A")]),
        b=Draft(labels=[("en", "alternative", "B "), ("en", "preferred", "B"), ("en", "hidden", "B")]),
        c=Draft(labels=[("en", "preferred", "C"), ("en", "preferred", "C"), ("fr", "alternative", "C")]),
    )
    assert [concept.labels for concept in found.concepts] == [
        (("en", "alternative", "A"), ("fr", "preferred", "A")),
        (("en", "preferred", "B"),),
        (("en", "preferred", "C"), ("fr", "alternative", "C")),
    ]
    assert told(found) == [
        "t.ttl: 2 texts are labels of several kinds of one concept, and were read as the first of: preferred, "
        "alternative, hidden (the first: “A” of urn:a)."
    ]


def test_cycles_are_named() -> None:
    assert (
        refused(a=named("A", "a")) == "t.ttl: a concept is broader than itself (“A” → “A”), each to the one after it."
    )
    three = {
        "x": named("X", "a"),
        "a": named("A", "b", "y"),
        "b": named("B", "c"),
        "c": named("C", "a"),
        "y": named("Y"),
    }
    assert "(“A” → “B” → “C” → “A”)" in refused(**three)
    ring = {f"n{number}": named(f"N{number}", f"n{(number + 1) % 20}") for number in range(20)}
    assert refused(**ring).count("→") == 7
    assert "“urn:a” → “urn:a”" in refused(a=Draft(broader={"urn:a"}))


def test_many_ways_up_are_no_cycle_and_take_no_time() -> None:
    """A ladder with two ways at each of 2,000 rungs, deeper than calls can be nested."""
    rungs = {f"n{number:04}": named(f"{number}", *(f"n{above:04}" for above in (number - 1, number - 2) if above >= 0))
             for number in range(2000)}  # fmt: skip
    assert len(made(**rungs).concepts[-1].broader) == 2


def test_what_is_not_in_the_file_is_left_out_and_told() -> None:
    a = Draft([("en", "preferred", "A")], broader={"urn:x"}, related={"urn:a", "urn:y"}, replaced_by={"urn:a", "urn:b"})
    found = made(a=a, b=named("B"))
    assert (found.concepts[0].broader, found.concepts[0].related, found.concepts[0].replaced_by) == ((), (), ("urn:b",))
    assert [str(remark) for remark in found.remarks] == [
        "t.ttl: 2 relations lead to concepts that are not in the file, and were left out (the first: from urn:a to "
        "urn:x)."
    ]


def test_concepts_without_a_label_come_in_and_are_told() -> None:
    """SKOS asks for no label; without them what stands below would lose its place."""
    hidden = Draft([("", "hidden", "H")])
    found = made(
        c=Draft([("en", "preferred", " ")]), b=Draft(broader={"urn:a"}), a=named("A"), d=named("D", "b"), h=hidden
    )
    assert [concept.uri for concept in found.concepts] == ["urn:a", "urn:b", "urn:c", "urn:d", "urn:h"]
    assert (found.concepts[1].broader, found.concepts[3].broader) == (("urn:a",), ("urn:b",))
    assert [str(remark) for remark in found.remarks] == [
        "t.ttl: 2 concepts have no label; they come in, and are shown by their URIs (the first: urn:b)."
    ]


@pytest.mark.parametrize("text, code", [("a\0", "0000"), ("\ud800", "D800"), ("a\x07b", "0007"), ("\uffff", "FFFF")])
def test_half_characters_and_controls_are_refused(text: str, code: str) -> None:
    sentence = f"t.ttl: a text of urn:a holds U+{code}, which is half of a character or a control."
    assert refused(a=Draft(labels=[("en", "preferred", text)])) == sentence
    assert refused(a=Draft(notes=[("note", "en", f"{text}\n.")])) == sentence
    assert refused(a=Draft(notations=[text])) == sentence
    for names, version in (({"en": text}, ""), ({}, text)):
        with pytest.raises(UserError, match=f"a text of urn:t holds U\\+{code}"):
            finished(PATH, "urn:t", names, version, {"urn:a": Draft()})


def test_marks_of_direction_and_lines_of_notes_are_kept() -> None:
    found = made(a=Draft(labels=[("ar", "preferred", "\u200fكتب\u200c")], notes=[("note", "", "a\n\tb\r\nc")]))
    assert found.concepts[0].labels[0][2] == "\u200fكتب\u200c"
    assert found.concepts[0].notes == (("note", "", "a\n\tb\r\nc"),)


@pytest.mark.parametrize("uri", ["", "a", "a b", "http://a/b c", "http://a/<b>", "urn:a|b", "urn:a\ud800", "1:a", "a:"])
def test_what_is_no_uri(uri: str) -> None:
    assert not is_uri(uri)
    with pytest.raises(UserError, match="is no absolute URI, and nothing says what it is relative to"):
        finished(PATH, "urn:t", {}, "", {uri: Draft()})


def test_a_sentence_stays_one_however_long_the_texts() -> None:
    long = "a" * 100_000
    for drafts in ({long: Draft()}, {"urn:a": Draft(labels=[("en", "preferred", f"{long}{end}") for end in "bc"])}):
        with pytest.raises(UserError) as refusal:
            finished(PATH, "urn:t", {}, "", drafts)
        assert len(str(refusal.value)) < 500
    assert len(refused(a=named(long, "a"))) < 500


def test_uris_of_other_scripts() -> None:
    assert all(map(is_uri, ("http://example.org/كتب?a=b#c", "urn:uuid:0", "x-1+2.3:y")))


def test_language_codes() -> None:
    found = [canonical_language(tag) for tag in ("", "AR", "zh-hANS-cn", "de-1996", "x-Mine", "a b", "ab-", "ab_cd")]
    assert found == ["", "ar", "zh-Hans-CN", "de-1996", "x-Mine", None, None, None]


def test_names_on_one_line() -> None:
    found = finished(PATH, "urn:t", {"en": " A\n b ", "fr": " "}, " 1  0 ", {"urn:a": Draft()})
    assert (found.names, found.version) == ((("en", "A b"),), "1 0")

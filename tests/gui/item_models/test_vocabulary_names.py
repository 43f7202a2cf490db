from gui.item_models.vocabulary_names import distinct_names
from model.vocabulary.concepts import Vocabulary


def names(*vocabularies: tuple[str, str, str]) -> list[str]:
    """The names given to vocabularies of these URIs, names and versions, without the isolating signs."""
    made = [
        Vocabulary(str(number), uri, (("en", name),), version, False)
        for number, (uri, name, version) in enumerate(vocabularies)
    ]
    found = distinct_names(made, lambda each: each.names[0][1])
    assert list(found) and set(found) == {each.id for each in made}
    return [found[each.id].translate({0x2068: None, 0x2069: None}) for each in made]


def test_different_names_stay_as_they_are():
    assert names(("u:1", "UNBIS", "1"), ("u:2", "EuroVoc", "1")) == ["UNBIS", "EuroVoc"]


def test_of_the_same_name_the_version_tells_which_it_is():
    assert names(("u:1", "UNBIS", "2019"), ("u:2", "Unbis", "2024"), ("u:3", "Words", "")) == [
        *("UNBIS (2019)", "Unbis (2024)", "Words"),
    ]


def test_where_versions_do_not_tell_the_uri_does():
    assert names(("u:1", "UNBIS", "1"), ("u:2", "UNBIS", "1")) == ["UNBIS (u:1)", "UNBIS (u:2)"]
    assert names(("u:1", "UNBIS", "1"), ("u:2", "UNBIS", "")) == ["UNBIS (u:1)", "UNBIS (u:2)"]
    assert names(("u:1", "UNBIS", ""), ("u:2", "UNBIS", "")) == ["UNBIS (u:1)", "UNBIS (u:2)"]

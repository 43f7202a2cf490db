"""What vocabularies are called where several stand beside each other."""

from collections.abc import Callable, Sequence

from model.vocabulary.concepts import Vocabulary


def distinct_names(vocabularies: Sequence[Vocabulary], name: Callable[[Vocabulary], str]) -> dict[str, str]:
    """The name of each vocabulary, by id. Those that would be called the same have their version with it, or, where
    that does not tell them apart, their URI.
    """
    alike: dict[str, list[Vocabulary]] = {}
    for each in vocabularies:
        alike.setdefault(name(each).casefold(), []).append(each)
    names: dict[str, str] = {}
    for some in alike.values():
        by_version = len({each.version for each in some if each.version}) == len(some)
        for each in some:
            what = each.version if by_version else each.uri
            names[each.id] = name(each) if len(some) == 1 else f"\u2068{name(each)}\u2069 (\u2068{what}\u2069)"
    return names

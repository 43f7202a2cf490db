"""What is searched for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """A search. ``text`` is what was typed; ``whole_words`` asks that no letter, mark or digit stands directly before
    or after a hit.

    ``exact`` means the characters of the text as they are, else both are folded (see ``model.text.folding``), and a
    bracket beside words counts either way round.
    ``regex``: the text is a regular expression (of the package regex). ``label``: the id of a label; only hits that lie
    inside a span of it count.
    """

    text: str
    whole_words: bool = True
    exact: bool = False
    regex: bool = False
    label: str | None = None

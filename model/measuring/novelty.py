"""Which recitals stand on new text: their limits are unlike all that the weights remember.

Most errors are made there, and a corpus that repeats itself hides them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from model.segmentation.confirmed import runs_of
from model.segmentation.memory import Memory, words_of
from model.segmentation.passages import organ_of, passage_of
from model.text.reading_form import reading_form

NEW_BELOW = 0.6  # likeness
Novelty = Literal["new", "partly new", "known"]
NOVELTIES: tuple[Novelty, ...] = ("new", "partly new", "known")


def novelties(text: str, recitals: Sequence[tuple[int, int]], memory: Memory) -> dict[tuple[int, int], Novelty]:
    """How new each recital of a text is (limits as half-open code points), seen from a memory of openings.

    The likeness of a place to an opening in the memory is the mean of two: that of the words behind and that of the
    words before. A place is new where the most alike opening is less so than ``NEW_BELOW``. A recital is *new* where
    both its limits are, *partly new* where one is, else *known*. Counted are only limits between two recitals that
    follow each other: where a run of recitals begins and ends the rest of the structure says, and no memory is asked,
    so that its first and last recital have one limit, and one that stands alone (known) none.
    """
    form = reading_form(text)
    text = form.text
    organ = organ_of(text)
    found: dict[tuple[int, int], Novelty] = {}
    written = {form.limits(*limits): limits for limits in recitals}
    for run in runs_of(text, list(written)):
        passage = passage_of(text, run[0][0], run[-1][1], organ)
        begins = [start for start, _ in passage.places]
        inner = [bisect_left(begins, start) for start, _ in run[1:]]
        asked = replace(passage, openings=tuple(min(at, len(begins) - 1) for at in inner))
        likeness = memory.likeness(words_of(asked))
        new = [float(((behind + before) / 2).max(initial=0.0)) < NEW_BELOW for behind, before in likeness]
        for place, limits in enumerate(run):
            own = new[max(0, place - 1) : place + 1]
            found[written[limits]] = "known" if not any(own) else "new" if all(own) else "partly new"
    return found

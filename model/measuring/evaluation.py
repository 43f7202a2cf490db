"""Measuring a segmenter on documents whose clauses are known: by label, by organ, on new text, and its confidences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.measuring.novelty import NOVELTIES, novelties
from model.measuring.reliability import Judged
from model.measuring.scoring import NOTHING, Compared, Count, Score, compared, score_of
from model.progress import ProgressCallback, no_progress
from model.segmentation.gold import GoldDocument
from model.segmentation.memory import Memory
from model.segmentation.values import Segment


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out: for all documents, for those of each organ, for the recitals on new text and others (see
    ``novelty``), and how each clause that was found was judged.
    """

    score: Score
    organs: Mapping[str, Score]
    novelty: Mapping[str, Count]
    judged: Sequence[Judged]


def evaluate(
    documents: Sequence[GoldDocument], segment: Segment, memory: Memory, on_progress: ProgressCallback = no_progress
) -> Evaluation:
    """Propose the clauses of each document and compare them with the gold; ``memory`` says what text is new."""
    organs: dict[str, Score] = {}
    novelty = {name: Count() for name in NOVELTIES}
    judged: list[Judged] = []
    for number, document in enumerate(documents):
        on_progress(number, len(documents))
        pair = compared(document.clauses, segment(document.text, document.layout))
        organ = organ_of_group(document.group)
        organs[organ] = organs.get(organ, NOTHING) + score_of(pair)
        for name, count in _by_novelty(document.text, pair, memory).items():
            novelty[name] += count
        judged += [Judged(key[2], clause.confidence, key in pair.gold) for key, clause in pair.found.items()]
    on_progress(len(documents), len(documents))
    return Evaluation(sum(organs.values(), NOTHING), dict(sorted(organs.items())), novelty, judged)


def organ_of_group(group: str) -> str:
    """The organ that a document's group names (``GA 76``); ``?`` where it names none."""
    return group.split(" ")[0] or "?"


def _by_novelty(text: str, pair: Compared, memory: Memory) -> dict[str, Count]:
    """Each side's recitals are judged by their own neighbours; those that are right by the gold's."""
    gold = [key[:2] for key in pair.gold if key[2] == "preambular"]
    found = [key[:2] for key in pair.found if key[2] == "preambular"]
    in_gold = novelties(text, gold, memory)
    in_found = novelties(text, found, memory) | in_gold
    right = set(gold) & set(found)
    return {
        name: Count(
            sum(in_gold[limits] == name for limits in gold),
            sum(in_found[limits] == name for limits in found),
            sum(in_gold[limits] == name for limits in right),
        )
        for name in NOVELTIES
    }

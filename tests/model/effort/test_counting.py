from dataclasses import replace

from model.effort.counting import Effort, by_organ, effort, efforts, percentile
from model.segmentation.gold import GoldDocument
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تشير إلى الكتب، وإذ تلاحظ حاجتها، 1 - تقرر النظر."


def clause(quote: str, label: str) -> ProposedClause:
    start = TEXT.index(quote)
    return ProposedClause(start, start + len(quote), label)


GOLD = (
    clause("إن الجمعية العامة،", "enacting"),
    clause("إذ تشير إلى الكتب،", "preambular"),
    clause("وإذ تلاحظ حاجتها،", "preambular"),
    clause("1 - تقرر النظر.", "operative"),
)
DOCUMENT = GoldDocument("A_RES_76_1", TEXT, GOLD, "GA 76")
JOINED = clause("إذ تشير إلى الكتب، وإذ تلاحظ حاجتها،", "preambular")


def test_the_effort_for_a_document() -> None:
    found = effort(DOCUMENT, lambda *_: GOLD)
    assert found == Effort("A_RES_76_1", "GA", clauses=4, keys=1, clicks=0, with_mouse=1, by_hand=5)
    found = effort(DOCUMENT, lambda *_: (GOLD[0], JOINED, GOLD[3]))
    assert (found.keys, found.with_mouse, found.clicks) == (5, 3, 0)


def test_a_chance_below_the_threshold_shortens_the_way() -> None:
    unsure = replace(JOINED, confidence=0.7)
    for threshold, keys in ((0.8, 4), (0.6, 5)):
        assert effort(DOCUMENT, lambda *_: (GOLD[0], unsure, GOLD[3]), unsure_below=threshold).keys == keys


def test_the_efforts_of_each_organ_and_of_all() -> None:
    council = replace(DOCUMENT, name="S_RES_1", group="SC 2022")
    seen: list[tuple[int, int]] = []
    found = efforts([council, DOCUMENT], lambda *_: GOLD, on_progress=lambda done, total: seen.append((done, total)))
    assert [(organ, len(own)) for organ, own in by_organ(found).items()] == [("GA", 1), ("SC", 1), ("all", 2)]
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_percentiles_are_numbers_that_occurred() -> None:
    assert percentile([5, 1, 4, 2, 3, 6, 7, 8, 9, 10], 0.9) == 9
    assert percentile([1, 2, 3], 0.9) == 3
    assert percentile([7], 0.5) == 7
    assert percentile([], 0.9) == 0.0

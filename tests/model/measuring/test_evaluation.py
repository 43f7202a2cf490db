from dataclasses import replace

import numpy as np

from model.measuring.evaluation import evaluate
from model.measuring.scoring import Count
from model.segmentation.gold import GoldDocument
from model.segmentation.memory import REACH, Memory, Remembered
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تشير إلى الكتب، وإذ تلاحظ حاجتها، 1 - تقرر النظر."
NOTHING = Memory(Remembered(np.zeros((0, 2, REACH), dtype=np.uint32), np.zeros(0, dtype=np.uint8)))


def clause(quote: str, label: str, confidence: float = 1.0) -> ProposedClause:
    start = TEXT.index(quote)
    return ProposedClause(start, start + len(quote), label, confidence=confidence)


GOLD = (
    clause("إن الجمعية العامة،", "enacting"),
    clause("إذ تشير إلى الكتب،", "preambular"),
    clause("وإذ تلاحظ حاجتها،", "preambular"),
    clause("1 - تقرر النظر.", "operative"),
)
ASSEMBLY = GoldDocument("A_RES_76_1", TEXT, GOLD, "GA 76")
COUNCIL = replace(ASSEMBLY, name="S_RES_1", text=TEXT + " ", group="SC 2022")
JOINED = clause("إذ تشير إلى الكتب، وإذ تلاحظ حاجتها،", "preambular", 0.4)


def test_documents_are_counted_by_organ_novelty_and_confidence() -> None:
    found = evaluate(
        [ASSEMBLY, COUNCIL],
        lambda text, _: GOLD if text == TEXT else (GOLD[0], JOINED, GOLD[3]),
        NOTHING,
    )
    assert (found.score.documents, found.score.faultless) == (2, 1)
    assert found.organs["GA"].all == Count(4, 4, 4)
    assert found.organs["SC"].labels["preambular"] == Count(2, 1, 0)
    assert found.novelty == {"new": Count(4, 2, 2), "partly new": Count(), "known": Count(0, 1, 0)}
    assert len(found.judged) == 7
    assert [(each.label, each.confidence) for each in found.judged if not each.right] == [("preambular", 0.4)]


def test_nothing_is_measured_on_nothing() -> None:
    found = evaluate([], lambda *_: (), NOTHING)
    assert (found.score.documents, found.score.all.f1, found.organs, found.judged) == (0, 1.0, {}, [])

"""Which proposals are sure; how they come and go is in tests/journeys/test_proposals.py."""

from gui.session.proposals import Proposals
from model.annotation.values import Origin, Span


def proposal(chance: float) -> Span:
    return Span("p", "d", "clause", "title", 0, 4, status="suggested", origin=Origin("model", "w", chance))


FIRST, SECOND = proposal(0.9), proposal(0.99)


def test_thresholds_say_what_is_sure_and_what_is_unsure():
    proposals = Proposals()
    told = []
    proposals.thresholds_changed.connect(lambda: told.append(True))
    assert (proposals.is_sure(SECOND), proposals.is_sure(FIRST), proposals.is_unsure(FIRST)) == (True, False, False)
    proposals.set_thresholds(0.9, 0.9)
    proposals.set_thresholds(0.9, 0.9)
    assert (proposals.is_sure(FIRST), proposals.is_unsure(FIRST), told) == (True, False, [True])
    proposals.set_thresholds(1.0, 0.95)
    assert proposals.is_unsure(FIRST)

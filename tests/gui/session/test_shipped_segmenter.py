from gui.session.segmentation_service import AT_ONCE, Asked, Learner, SegmentationService
from gui.session.shipped_segmenter import ShippedSegmenter
from model.segmentation import confirmed
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تعيد تأكيد التزامها، وإذ تشير إلى قراراتها السابقة، 1 - تقرر أن تواصل النظر في المسألة."
RECITALS = [(19, 42), (43, 73)]


def test_it_is_what_a_window_takes(qtbot):
    segmenting = SegmentationService()
    made: Learner = segmenting.load()
    assert isinstance(made, ShippedSegmenter)
    assert made.version and segmenting.version == made.version
    found = segmenting.clauses(Asked(TEXT))
    assert found and all(isinstance(clause, ProposedClause) for clause in found)
    assert made.learn("d", TEXT, RECITALS) and not made.learn("d", TEXT, RECITALS)
    assert made.forget("d") and not made.forget("d")


def test_it_is_warm_as_soon_as_it_is_there():
    made = ShippedSegmenter()
    weights = made._segmenter._weights.recitals
    assert weights.recitals.is_prepared and weights.paragraphs.is_prepared
    assert made.is_prompt
    assert len(TEXT) <= AT_ONCE


def test_what_was_learned_is_prepared_where_it_is_much(monkeypatch):
    monkeypatch.setattr("gui.session.shipped_segmenter.PROMPT", 0)
    made = ShippedSegmenter()
    made.learn("d", TEXT, RECITALS)
    assert not made.is_prompt
    made.prepare()
    assert made.is_prompt
    assert made._segmenter.confirmed.unprepared == 0
    before = made.segment(TEXT)
    assert made.forget("d")
    assert made.is_prompt and made.segment(TEXT) != () and before != ()


def test_smaller_memories_that_become_one_are_to_be_prepared_anew():
    made = confirmed.Confirmed(ShippedSegmenter()._segmenter._weights.recitals.recitals)
    made.learn("a", TEXT, RECITALS)
    (before,) = made.memories()
    assert made.unprepared == len(before) > 0
    made.prepare()
    made.learn("b", TEXT, RECITALS)
    assert made.unprepared == 2 * len(before)

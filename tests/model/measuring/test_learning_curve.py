from collections.abc import Sequence

from model.measuring.learning_curve import drawn, in_order, simulate
from model.segmentation.gold import GoldDocument
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تشير إلى الكتب، 1 - تقرر النظر."
GOLD = (
    ProposedClause(0, 18, "enacting"),
    ProposedClause(19, 37, "preambular"),
    ProposedClause(38, len(TEXT), "operative", "1"),
)
DOCUMENTS = [GoldDocument(f"A_RES_76_{number}", TEXT, GOLD, "GA 76") for number in (1, 10, 2, 3)]


class Learning:
    """Knows recitals once it has learned some; remembers what it was asked, in what order."""

    def __init__(self) -> None:
        self.confirmed = self
        self.learned: list[str] = []

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        assert list(recitals) == [(19, 37)]
        self.learned.append(document)
        return True

    def segment(self, text: str, _: object = None) -> Sequence[ProposedClause]:
        return GOLD if len(self.learned) >= 2 else (GOLD[0], GOLD[2])


def test_what_is_confirmed_helps_with_the_rest() -> None:
    made: list[Learning] = []

    def fresh() -> Learning:
        made.append(Learning())
        return made[-1]

    steps = simulate(DOCUMENTS, fresh, [[0, 1, 2, 3], [3, 2, 1, 0]], (0, 1, 2, 200))
    assert [step.confirmed for step in steps] == [0, 1, 2]
    assert [step.rest.documents for step in steps] == [8, 6, 4]
    assert [step.last.documents for step in steps] == [4, 4, 4]
    assert [step.last.labels["preambular"].f1 for step in steps] == [0, 0, 1]
    assert [step.rest.faultless for step in steps] == [0, 0, 4]
    names = [document.name for document in DOCUMENTS]
    assert [each.learned for each in made] == [names[:2], names[:1:-1]]


def test_progress_goes_from_nothing_to_all() -> None:
    seen: list[tuple[int, int]] = []
    simulate(DOCUMENTS, Learning, [[0, 1, 2, 3]], (0, 2), lambda done, total: seen.append((done, total)))
    assert seen == [(done, 6) for done in range(7)]


def test_documents_in_order_of_their_numbers_or_days() -> None:
    assert in_order(DOCUMENTS) == [0, 2, 3, 1]
    late, early = (
        GoldDocument(
            f"A_RES_76_{number}", f"قرار اتخذته الجمعية العامة في {day} كانون الأول/ديسمبر 2021 " + TEXT, GOLD, "GA 76"
        )
        for number, day in ((1, 9), (2, 3))
    )
    assert in_order([late, early]) == [0, 1]
    assert in_order([late, early], by_date=True) == [1, 0]


def test_what_is_drawn_is_the_same_each_time() -> None:
    assert drawn(20, 1) == drawn(20, 1) != drawn(20, 2)
    assert sorted(drawn(20, 1)) == list(range(20))

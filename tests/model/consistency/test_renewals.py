from itertools import count

import pytest

from model.consistency.renewals import Dated, renewed
from model.consistency.similarity import Texts
from model.consistency.values import Named

# Words that no other text has make texts unlike; the same ones make them like.
PEACE, WATER = "تقرر مواصلة عملية حفظ السلام هناك", "تطلب حفظ الماء والنهر والبحر"


def dated(
    name: str, organ: str | None, session: str | None, adopted: str | None = None, title: str | None = None
) -> Dated:
    return Dated(Named(name, name), organ, session, adopted, title)


def pairs(*documents: tuple[Dated, str]) -> list[tuple[str, str, bool]]:
    texts = Texts(text for _, text in documents)
    found = renewed([document for document, _ in documents], texts, lambda done, of: None)
    return [(pair.earlier.name, pair.later.name, pair.same_title) for pair in found]


def test_the_same_title_in_the_next_session() -> None:
    assert pairs(
        (dated("c", "GA", "76", "2021-12-06", "حقوق  الإنسان"), "سين"),
        (dated("a", "GA", "74", "2019-12-06", "حقوق الانسان"), "صاد"),
        (dated("b", "GA", "75", "2020-12-06", "حقوق الإنسان"), "عين"),
        (dated("d", "HRC", "77", "2022-12-06", "حقوق الإنسان"), "غين"),
        (dated("e", "GA", "76", "2021-12-20", "حقوق الطفل"), "فاء"),
    ) == [("a", "b", True), ("b", "c", True)]


def test_of_parts_of_one_session_the_most_similar_is_renewed() -> None:
    assert pairs(
        (dated("74 A", "GA", "74", "2019-12-06", "تمويل"), PEACE),
        (dated("74 B", "GA", "74", "2020-06-06", "تمويل"), WATER),
        (dated("75 A", "GA", "75", "2020-12-06", "تمويل"), f"{PEACE} أيضا"),
        (dated("75 B", "GA", "75", "2021-06-06", "تمويل"), f"{WATER} أيضا"),
    ) == [("74 A", "75 A", True), ("74 B", "75 B", True)]


def test_without_a_title_nearly_the_same_text() -> None:
    assert pairs(
        (dated("a", "SC", "2020", "2020-03-01"), PEACE),
        (dated("b", "SC", "2020", "2020-03-02"), f"{PEACE} يوما"),
        (dated("w", "SC", "2020", "2020-03-03"), WATER),
        (dated("c", "SC", "2020", "2020-09-01"), f"{PEACE} يوما"),
        (dated("d", "SC", "2021", "2021-03-01"), f"{PEACE} يوما"),
        (dated("e", "GA", "76", "2021-12-01"), PEACE),
    ) == [("b", "c", False), ("c", "d", False)]


def test_what_is_much_more_alike_comes_before_what_is_later() -> None:
    assert pairs(
        (dated("a", "SC", "2020", "2020-03-01"), f"{PEACE} حتى نهاية"),
        (dated("b", "SC", "2020", "2020-03-02"), f"{PEACE} حتى آخر"),
        (dated("c", "SC", "2021", "2021-03-01"), f"{PEACE} حتى نهاية"),
        (dated("x", "SC", "2019", "2019-03-01"), WATER),
        (dated("y", "SC", "2019", "2019-03-01"), WATER),
    ) == [("a", "c", False)]


def test_a_title_comes_before_a_text() -> None:
    assert pairs(
        (dated("a", "GA", "74", None, "السلام"), WATER),
        (dated("b", "GA", "74", None, "الماء"), PEACE),
        (dated("c", "GA", "75", None, "السلام"), PEACE),
    ) == [("a", "c", True)]


def test_without_days_the_sessions_tell_the_time() -> None:
    documents = [
        (dated(name, organ, session), PEACE)
        for name, organ, session in (("c", "GA", "76"), ("a", "GA", "9"), ("b", "GA", "75"))
    ]
    assert pairs(*documents) == [("a", "b", False), ("b", "c", False)]


def test_documents_of_which_nothing_is_known() -> None:
    assert pairs((dated("a", None, None), PEACE), (dated("b", None, None), PEACE)) == [("a", "b", False)]
    assert pairs((dated("a", "SC", "2020", "broken"), PEACE), (dated("b", "SC", "2020", "2020-09-09"), PEACE)) == []


def test_progress_is_told_and_can_end_it() -> None:
    documents = [dated(name, "GA", str(70 + number)) for number, name in enumerate("abc")]
    texts = Texts(PEACE for _ in documents)
    told: list[tuple[int, int]] = []
    renewed(documents, texts, lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    steps = count(1)

    def stop(done: int, of: int) -> None:
        if next(steps) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        renewed(documents, texts, stop)

import numpy as np

from model.measuring.novelty import novelties
from model.segmentation.confirmed import openings_of
from model.segmentation.memory import REACH, WORD_BITS, Memory, Remembered

EVEN = [np.ones(1 << WORD_BITS)] * 2  # in so few recitals every word is frequent
# Invented; each row of recitals has the shape of a preamble.
KNOWN = ("إذ تشير إلى أهمية المكتبات،", "وإذ تلاحظ حاجة المكتبات إلى الكتب،", "وإذ تضع في اعتبارها فقر القرى،")
NEW = ("وإذ تساورها المخاوف من جفاف الأنهار،", "وإذ يقلقها حريق الغابات في الجبال،", "وقد نظرت في تقرير البحار،")


def preamble(*recitals: str) -> tuple[str, list[tuple[int, int]]]:
    text, limits = "", []
    for recital in recitals:
        limits.append((len(text), len(text) + len(recital)))
        text += f"{recital} "
    return text.strip(), limits


def memory_of(*recitals: str) -> Memory:
    return Memory(openings_of(*preamble(*recitals)), EVEN)


def test_recitals_that_are_remembered_are_known() -> None:
    text, limits = preamble(*KNOWN)
    assert set(novelties(text, limits, memory_of(*KNOWN)).values()) == {"known"}


def test_recitals_among_others_are_new_and_those_beside_them_partly() -> None:
    text, limits = preamble(*KNOWN, *NEW)
    found = novelties(text, limits, memory_of(*KNOWN))
    assert [found[each] for each in limits] == ["known", "known", "partly new", "new", "new", "new"]


def test_a_recital_alone_and_one_without_a_memory() -> None:
    text, limits = preamble(*KNOWN[:1])
    assert list(novelties(text, limits, memory_of(*KNOWN)).values()) == ["known"]
    nothing = Memory(Remembered(np.zeros((0, 2, REACH), dtype=np.uint32), np.zeros(0, dtype=np.uint8)))
    text, limits = preamble(*KNOWN)
    assert set(novelties(text, limits, nothing).values()) == {"new"}
    assert novelties(text, [], nothing) == {}


def test_recitals_that_do_not_follow_each_other_have_no_limit_in_common() -> None:
    text, limits = preamble(*KNOWN, *NEW)
    apart = [limits[0], limits[2], limits[4]]
    assert set(novelties(text, apart, memory_of(*KNOWN)).values()) == {"known"}

"""The segmenter that comes with the application, as a window uses it; loading this loads what reads the weights."""

from collections.abc import Sequence

from model.segmentation.segmenter import Segmenter
from model.segmentation.values import ProposedClause
from model.text.layout import NO_LAYOUT, Layout

PROMPT = 1_000  # learned openings to be sorted in, for which nobody has to wait: 17 ms
# What every kind of rule and every memory is asked about: the first text costs half a second more than those after it.
_WARMING = (
    "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004 [بناء على تقرير اللجنة الثالثة (A/59/503/Add.2)] "
    "59/187 - حقوق الإنسان إن الجمعية العامة، إذ تعيد تأكيد التزامها، وإذ تشير إلى قراراتها السابقة، وإذ ترحب "
    "بالتقرير، 1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا؛ (ب) أن ينشره؛ 2 - تقرر أن تواصل النظر في المسألة. "
    "الجلسة العامة 74 المرفق المبادئ أولا - مقدمة 1 - يراعى ما يلي."
)


class ShippedSegmenter:
    """It learns openings of recitals from the documents of one project (``model.segmentation.confirmed``)."""

    def __init__(self) -> None:
        self._segmenter = Segmenter.shipped()
        self._segmenter.segment(_WARMING)
        self.version = self._segmenter.version

    @property
    def is_prompt(self) -> bool:
        """Whether a text can be segmented now without much of what was learned being sorted in first."""
        return self._segmenter.confirmed.unprepared <= PROMPT

    def prepare(self) -> None:
        """Sort in what was learned."""
        self._segmenter.confirmed.prepare()

    def segment(self, text: str, layout: Layout = NO_LAYOUT) -> tuple[ProposedClause, ...]:
        """The clauses of a text whose source was laid out like that."""
        return self._segmenter.segment(text, layout)

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        """Take in the recitals of a document; gives whether that is news."""
        return self._segmenter.confirmed.learn(document, text, recitals)

    def forget(self, document: str) -> bool:
        """Know nothing of a document any more; gives whether something was known."""
        return self._segmenter.confirmed.forget(document)

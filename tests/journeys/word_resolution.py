"""An invented resolution of thirty clauses, as annotators bring it: a Word file. Its words alone do not tell where some
of its recitals begin, nor how long some of its leading phrases are.
"""

from model.segmentation.values import ProposedClause
from tests.model.resolutions import Draft
from tests.word_files import word_file

SEED = 3  # with which lines are broken by hand, and symbols and other words are in italics too
_FRAME = (
    ("adoption", "قرار اتخذته الجمعية العامة في 14 كانون الأول/ديسمبر 2026"),
    ("source", "[بناء على تقرير اللجنة الثالثة (A/81/912/Add.2، الفقرة 27)]"),
    ("title", "81/914 - صون السواقي والنواعير وما اتصل بها من معارف أهل الأودية"),
    ("enacting", "إن الجمعية العامة،"),
)
_RECITALS = (
    "<إذ تشير> إلى قرارها 79/906 المؤرخ 17 كانون الأول/ديسمبر 2024، وإلى سائر قراراتها المتعلقة بصون التراث المائي،",
    "<وإذ تشير أيضا> إلى الإعلان الذي اعتمده ملتقى أهل السواقي في دورته السابعة، وإلى خطة العمل الملحقة به،",
    "<وإذ تؤكد> أن لكل قرية الحق في أن تصون سواقيها وفقا لأعرافها، وأن هذه الأعراف تختلف من واد إلى واد،",
    "<وإذ يساورها قلق بالغ> لأن نواعير كثيرة توقفت عن الدوران، ولأن صناعها يقلون عاما بعد عام،",
    "<واقتناعا منها> بأن السواقي تجمع أهل القرى على العمل معا،",
    "<وإذ ترحب> بما بذلته بلدان الأودية من جهود، وإذ تعرب عن تقديرها للصناع الذين يعلمون الشباب حرفتهم،",
    "<وإدراكا منها> لأهمية المياه، وإذ تشير إلى ما ورد في هذا الصدد في الإعلان المذكور،",
    "<وإذ تلاحظ> أن الجفاف يضر بالسواقي المكشوفة، وأن الفيضانات تهدم سدودها،",
    "<وقد نظرت> في مذكرة الأمين العام عن حالة السواقي في الأودية الجافة (A/81/915)()،",
)
_PARAGRAPHS = (
    "<ترحب> بتقرير الأمين العام وبما ورد فيه من توصيات؛",
    "<تؤكد من جديد> أن السواقي والنواعير جزء من تراث الشعوب؛",
    "<تهيب> بالدول الأعضاء أن تقوم، بالتعاون مع أهل الأودية، بما يلي:",
    "<تشجع> الدول على أن تنشئ مدارس لصناعة النواعير؛",
    "<تشجع أيضا> الجامعات على دراسة أثر السواقي في التربة والمياه؛",
    "<تحث> الدول التي تقع على واد واحد على أن تتقاسم مياهه تقاسما عادلا؛",
    "<تطلب> إلى الأمين العام ما يلي:",
    "<تعرب> عن تقديرها للصناع الذين علموا الشباب حرفتهم؛",
    "<تلاحظ> مع القلق أن ما خصص من موارد لهذا الغرض لا يكفي؛",
    "<تدعو> منظمة الأمم المتحدة للتربية والعلم والثقافة إلى إسداء المشورة في ترميم النواعير؛",
    "<تطلب> إلى الدول الأعضاء أن تقدم إلى الأمين العام ما لديها من معلومات؛",
    "<تقرر> أن تنظر في هذه المسألة في دورتها الثالثة والثمانين.",
)
_ITEMS = {
    3: ("جرد السواقي والنواعير القائمة وما تهدم منها", "ترميم ما يمكن ترميمه بالخشب المحلي"),
    7: ("أن ينشئ سجلا لصناع النواعير", "أن يعد دليلا للترميم يتاح بجميع اللغات الرسمية"),
}
_CLOSING = "الجلسة العامة 58 14 كانون الأول/ديسمبر 2026"


def word_resolution() -> tuple[str, tuple[ProposedClause, ...]]:
    """Its text, and its clauses as they are right."""
    draft = Draft()
    for label, words in _FRAME:
        draft.add(label, words)
    for words in _RECITALS:
        draft.add("preambular", words)
    for number, words in enumerate(_PARAGRAPHS, 1):
        draft.add("operative", f"{number} - {words}", str(number))
        items = _ITEMS.get(number, ())
        for letter, item in zip("أب", items, strict=False):
            draft.add("subclause", f"({letter}) {item}؛", letter, depth=1)
        if items:
            draft.close()
    draft.add("closing", _CLOSING)
    return draft.text, tuple(draft.clauses)


def resolution_in_word() -> bytes:
    """The file: a paragraph a clause, numbers that Word counts, lines broken by hand, and the items of the second list
    in the cells of a table.
    """
    text, clauses = word_resolution()
    first, last = (clause for clause in clauses if clause.label == "subclause" and clause.start > text.index("7 - "))
    table = ProposedClause(first.start, last.end, "table")
    return word_file(text, (*clauses, table), seed=SEED, numbers=True)

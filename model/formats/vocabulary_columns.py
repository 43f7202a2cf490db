"""What the columns of a table of concepts may hold, and what their headings suggest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from model.errors import UserError
from model.formats.thesaurus_check import canonical_language
from model.text.folding import fold
from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import LABEL_KINDS, NOTE_KINDS, NoteKind

RoleKind = (
    Literal["uri", "notation", "broader", "narrower", "related", "replaced_by", "state"]
    | Literal["scheme", "scheme_name", "scheme_version"]
    | LabelKind
    | NoteKind
)
KINDS: tuple[RoleKind, ...] = (
    "uri",
    *LABEL_KINDS,
    "notation",
    "broader",
    "narrower",
    "related",
    *NOTE_KINDS,
    "replaced_by",
    "state",
    "scheme",
    "scheme_name",
    "scheme_version",
)
_KIND: dict[str, RoleKind] = dict(zip(KINDS, KINDS, strict=True))
LANGUAGED: frozenset[RoleKind] = frozenset((*LABEL_KINDS, *NOTE_KINDS, "scheme_name"))


@dataclass(frozen=True, slots=True)
class Role:
    """What a column holds; of labels, notes and names in which language (BCP 47, empty where unknown).

    ``uri`` is a concept's URI or id; ``scheme``, ``scheme_name`` and ``scheme_version`` tell of the whole vocabulary
    and are read in the first row; ``state`` is ``deprecated`` or ``gone``.
    """

    kind: RoleKind
    language: str = ""

    @property
    def text(self) -> str:
        """The role as it is written: ``preferred@en``, ``broader``."""
        return f"{self.kind}@{self.language}" if self.language else self.kind

    @classmethod
    def of(cls, text: str) -> "Role":
        """The role that is written like that; refuses what is none."""
        kind, sign, tag = text.strip().partition("@")
        found = _KIND.get(kind.strip().lower())
        language = canonical_language(tag.strip())
        if found is None:
            raise UserError("“{role}” is no role of a column; these are: {known}.", role=text, known=", ".join(KINDS))
        if language is None or (sign and found not in LANGUAGED):
            raise UserError("“{role}” has a language where there can be none, or one that is no code.", role=text)
        return cls(found, language)


_LANGUAGES = {
    "ar": ("arabic", "arabe", "عربية", "عربي", "ara"),
    "en": ("english", "anglais", "إنجليزية", "إنجليزي", "انكليزية", "eng"),
    "fr": ("french", "français", "francais", "فرنسية", "فرنسي", "fra", "fre"),
    "es": ("spanish", "español", "espanol", "إسبانية", "إسباني", "spa"),
    "ru": ("russian", "русский", "روسية", "روسي", "rus"),
    "zh": ("chinese", "中文", "صينية", "صيني", "zho", "chi"),
}
# What may stand beside the name of a language: in the Arabic language.
_BESIDE_LANGUAGES = frozenset(("in", "language", "لغه"))
# The headings of thesaurus software and of the standards of libraries (UF, BT, NT, RT, SN: ISO 25964-1), letters only.
_NAMES: dict[RoleKind, str] = {
    "uri": "uri iri url id identifier concepturi conceptid permalink",
    "preferred": "preferred preferredlabel preferredterm preferredname preflabel prefterm label labels term terms "
    "descriptor descriptors name title heading mainterm mainheading subjectheading",
    "alternative": "alternative alternativelabel alternativelabels alternativeterm alternativeterms alternateterm "
    "altlabel altlabels alt synonym synonyms uf usedfor usefor nonpreferred nonpreferredterm nonpreferredterms "
    "nondescriptor nondescriptors entryterm entryterms",
    "hidden": "hidden hiddenlabel hiddenlabels",
    "notation": "notation notations code codes classification classificationcode",
    "broader": "broader broaderterm broaderterms broaderconcept broaderconcepts bt bts parent parents",
    "narrower": "narrower narrowerterm narrowerterms narrowerconcept narrowerconcepts nt nts child children",
    "related": "related relatedterm relatedterms relatedconcept relatedconcepts rt rts seealso",
    "scope": "scope scopenote scopenotes sn",
    "definition": "definition definitions description",
    "example": "example examples",
    "history": "history historynote historynotes hn",
    "editorial": "editorial editorialnote editorialnotes",
    "change": "change changenote changenotes",
    "note": "note notes comment comments",
    "replaced_by": "replacedby isreplacedby use usedinstead",
    "state": "state status",
    "scheme": "scheme inscheme conceptscheme vocabulary thesaurus",
    "scheme_name": "schemename vocabularyname thesaurusname",
    "scheme_version": "schemeversion version",
}
# The same in Arabic, as Arabic thesauri and translations of SKOS say it; how a word is spelled, and its article, do not
# matter (see ``_words``).
_ARABIC_NAMES: dict[RoleKind, str] = {
    "uri": "معرف, معرف فريد, محدد, رابط, رقم تعريفي, رقم التعريف, رقم المصطلح, رقم المفهوم",
    "preferred": "مصطلح, مصطلحات, مصطلح مفضل, مصطلح رئيسي, لفظ مفضل, تسمية, تسمية مفضلة, واصفة, واصفات, واصف, اسم, "
    "اسم مفضل, عنوان, رأس موضوع, مدخل",
    "alternative": "مرادف, مرادفات, مترادفات, تسمية بديلة, تسميات بديلة, مصطلح بديل, مصطلحات بديلة, "
    "مصطلح غير مفضل, مصطلحات غير مفضلة, لا واصفة, لا واصفات, لاواصفة, لاواصفات, مستخدم بدلا من, "
    "يستخدم بدلا من, مستعمل بدلا من, يستعمل بدلا من, مستخدم ل, مستعمل ل",
    "hidden": "تسمية مخفية, تسميات مخفية",
    "notation": "رمز, رموز, رمز تصنيفي, رمز التصنيف, رقم التصنيف, تصنيف, كود, ترميز",
    "broader": "أعم, مصطلح أعم, مصطلحات أعم, مفهوم أعم, مفاهيم أعم, أوسع, مصطلح أوسع, مصطلحات أوسع",
    "narrower": "أخص, مصطلح أخص, مصطلحات أخص, مفهوم أخص, مفاهيم أخص, أضيق, مصطلح أضيق, مصطلحات أضيق",
    "related": "ذو صلة, ذات صلة, مصطلح ذو صلة, مصطلحات ذات صلة, مفهوم ذو صلة, مفاهيم ذات صلة, مترابط, مترابطة, "
    "مصطلح مترابط, مصطلحات مترابطة, مرتبط, مرتبطة, مصطلح مرتبط, مصطلحات مرتبطة, مصطلح متصل, مصطلحات متصلة, "
    "انظر أيضا",
    "scope": "ملاحظة نطاق, ملاحظات نطاق, حاشية نطاق, حواشي نطاق, نطاق, تبصرة, تبصرات, ملاحظة توضيحية",
    "definition": "تعريف, تعريفات, تعاريف, وصف, شرح",
    "example": "مثال, أمثلة",
    "history": "ملاحظة تاريخية, ملاحظات تاريخية, حاشية تاريخية",
    "editorial": "ملاحظة تحريرية, ملاحظات تحريرية, حاشية تحريرية",
    "change": "ملاحظة تغيير, ملاحظة على التغيير, ملاحظة تعديل, حاشية تغيير",
    "note": "ملاحظة, ملاحظات, حاشية, حواشي, تعليق, تعليقات",
    "replaced_by": "استخدم, استعمل, حل محله, يستعاض عنه",
    "state": "حالة, حال",
    "scheme": "معرف المكنز, معرف المفردات, رابط المكنز, رابط المفردات",
    "scheme_name": "مكنز, اسم المكنز, اسم المفردات, مفردات مضبوطة, اسم المفردات المضبوطة",
    "scheme_version": "إصدار, نسخة, إصدار المكنز, إصدار المفردات",
}
_EITHER = ("concept", "subject", "مفهوم")  # URIs where another column has the labels, else these
_ADDRESSES = ("uri", "iri", "url", "رابط")
_RELATIONS = frozenset[RoleKind](("broader", "narrower", "related", "replaced_by"))
_OF_A_TERM = frozenset[RoleKind](("uri", "notation", "state", *NOTE_KINDS))
_LONGEST = 100  # characters; what is longer is no heading
_WORD = re.compile(r"[^\W\d_]+")
_PREFIX = re.compile(r"^(skos|skosxl|dcterms|dct|owl|rdf|rdfs):", re.IGNORECASE)
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_ARTICLE = re.compile("^ب?ال(?=..)")  # also within “in Arabic”, which is one word


def guess(headings: Sequence[str]) -> tuple[Role | None, ...]:
    """The role that each heading suggests, or nothing. One column holds what concepts are known by: rather URIs than
    ids, which then are notations, rather the first; of the vocabulary's URI and version the first counts.
    """
    found = [_role(heading, "uri") for heading in headings]
    if not any(role and role.kind == "preferred" for role in found):
        found = [_role(heading, "preferred") for heading in headings]
    keys = ["".join(_words(heading)) for heading in headings]
    addresses = [any(each in key for each in _ADDRESSES) for key in keys]
    places = [place for place, role in enumerate(found) if role and role.kind == "uri"]
    for place in sorted(places, key=lambda place: not addresses[place])[1:]:
        found[place] = None if addresses[place] or keys[place] in _EITHER else Role("notation")
    for kind in ("scheme", "scheme_version"):
        for place in [place for place, role in enumerate(found) if role and role.kind == kind][1:]:
            found[place] = None
    return tuple(found)


def _role(heading: str, either: RoleKind) -> Role | None:
    """What a heading suggests; ``either`` is what one of ``_EITHER`` does."""
    try:
        return Role.of(heading)
    except UserError:
        pass
    name, _, tag = _PREFIX.sub("", heading.strip()).partition("@")
    words = _words(name)
    language = canonical_language(tag.strip()) or ""
    if not tag:
        language = _take_language(words)
        if language and not words:  # a language alone heads its preferred labels
            return Role("preferred", language)
    kind = either if "".join(words) in _EITHER else _kind(words)
    return None if kind is None else Role(kind, language if kind in LANGUAGED else "")


def _words(heading: str) -> list[str]:
    """The words of a heading, folded, those of Arabic without their article; none of what is too long for one."""
    found = [_ARTICLE.sub("", word) for word in _WORD.findall(fold(_CAMEL.sub(" ", heading[:_LONGEST])))]
    return found if len(heading) <= _LONGEST else []


def _take_language(words: list[str]) -> str:
    """Take the language out of a heading's words, from their end or else their beginning; gives its code."""
    known, code = _languages(), ""
    for place in (-1, 0):
        while words and words[place] in known and known[words[place]] == (code or known[words[place]]):
            code = known[words.pop(place)]
    if code:
        words[:] = [word for word in words if word not in _BESIDE_LANGUAGES]
    return code


def _kind(words: Sequence[str]) -> RoleKind | None:
    """What the words of a heading say, which may be said twice (``Broader term (BT)``), or of what (``Term code``)."""
    known = _headings()
    whole = known.get("".join(words))
    if whole is not None:
        return whole
    for cut in range(1, len(words)):
        first, second = known.get("".join(words[:cut])), known.get("".join(words[cut:]))
        if first is None or second is None:
            continue
        if first == second or (first in _RELATIONS and second in ("uri", "notation")):
            return first
        if "preferred" in (first, second) and {first, second} & _OF_A_TERM:
            return second if first == "preferred" else first
    return None


@cache
def _languages() -> dict[str, str]:
    """The codes of languages by their names, and by themselves."""
    return {"".join(_words(name)): code for code, names in _LANGUAGES.items() for name in (code, *names)}


@cache
def _headings() -> dict[str, RoleKind]:
    """What a heading says, by its words without anything between them. Made when it is first asked for: every command
    of the command line loads this file, and folding takes a while to begin.
    """
    found: dict[str, RoleKind] = {name: kind for kind, names in _NAMES.items() for name in names.split()}
    found.update(("".join(_words(name)), kind) for kind, names in _ARABIC_NAMES.items() for name in names.split(","))
    found.update(dict.fromkeys(_EITHER, "preferred"))  # as a part of a heading: Concept code
    return found

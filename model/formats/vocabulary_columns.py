"""What the columns of a table of concepts may hold, and what their headings suggest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from model.formats.thesaurus_check import canonical_language
from model.refusal import Refusal
from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import NOTE_KINDS, NoteKind
from model.vocabulary.thesaurus_rows import LABEL_KINDS

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
            raise Refusal("“{role}” is no role of a column; these are: {known}.", role=text, known=", ".join(KINDS))
        if language is None or (sign and found not in LANGUAGED):
            raise Refusal("“{role}” has a language where there can be none, or one that is no code.", role=text)
        return cls(found, language)


_LANGUAGES = {
    "ar": ("arabic", "arabe", "العربية", "عربي", "ara"),
    "en": ("english", "anglais", "الإنجليزية", "الانجليزية", "eng"),
    "fr": ("french", "français", "francais", "الفرنسية", "fra", "fre"),
    "es": ("spanish", "español", "espanol", "الإسبانية", "spa"),
    "ru": ("russian", "русский", "الروسية", "rus"),
    "zh": ("chinese", "中文", "الصينية", "zho", "chi"),
}
_BY_NAME = {name: code for code, names in _LANGUAGES.items() for name in (code, *names)}
# The headings of thesaurus software and of the standards of libraries (UF, BT, NT, RT, SN: ISO 25964-1), letters only.
_NAMES: dict[RoleKind, str] = {
    "uri": "uri iri id identifier concept concepturi conceptid subject معرف",
    "preferred": "preferred preferredlabel preflabel label term descriptor name title mainterm مصطلح واصفة",
    "alternative": "alternative alternativelabel altlabel alt synonym synonyms uf usedfor nonpreferred مرادف",
    "hidden": "hidden hiddenlabel",
    "notation": "notation notations code classification رمز",
    "broader": "broader broaderterm broaderterms broaderconcept bt parent أعم",
    "narrower": "narrower narrowerterm narrowerterms narrowerconcept nt أخص",
    "related": "related relatedterm relatedterms relatedconcept rt seealso",
    "scope": "scope scopenote scopenotes sn",
    "definition": "definition definitions",
    "example": "example examples",
    "history": "history historynote hn",
    "editorial": "editorial editorialnote",
    "change": "change changenote",
    "note": "note notes comment",
    "replaced_by": "replacedby isreplacedby use",
    "state": "state status",
    "scheme": "scheme inscheme conceptscheme vocabulary thesaurus",
    "scheme_name": "schemename vocabularyname",
    "scheme_version": "schemeversion version",
}
_HEADINGS: dict[str, RoleKind] = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_WORD = re.compile(r"[^\W\d_]+")
_PREFIX = re.compile(r"^(skos|skosxl|dcterms|dct|owl|rdf|rdfs):", re.IGNORECASE)


def guess(headings: Sequence[str]) -> tuple[Role | None, ...]:
    """The role that each heading suggests, or nothing; of what can stand in one column only, the first counts."""
    found: list[Role | None] = []
    for heading in headings:
        role = _role(heading)
        alone = role is not None and role.kind in ("uri", "scheme", "scheme_version")
        found.append(None if alone and any(each and role and each.kind == role.kind for each in found) else role)
    return tuple(found)


def _role(heading: str) -> Role | None:
    try:
        return Role.of(heading)
    except Refusal:
        pass
    name, _, tag = _PREFIX.sub("", heading.strip()).partition("@")
    words = [word.casefold() for word in _WORD.findall(name)]
    language = canonical_language(tag.strip()) or ""
    if not tag and words and words[-1] in _BY_NAME and len(words) > 1:
        language = _BY_NAME[words.pop()]
    elif not tag and words and words[0] in _BY_NAME:
        language = _BY_NAME[words.pop(0)]
        if not words:  # a language alone heads its preferred labels
            return Role("preferred", language)
    kind = _HEADINGS.get("".join(words))
    return None if kind is None else Role(kind, language if kind in LANGUAGED else "")

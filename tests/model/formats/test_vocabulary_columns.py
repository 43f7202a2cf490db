import pytest

from model.errors import UserError
from model.formats.vocabulary_columns import KINDS, LANGUAGED, Role, guess


def test_a_role_is_written_and_read_again() -> None:
    for kind in KINDS:
        for language in ("", "ar", "zh-Hans") if kind in LANGUAGED else ("",):
            assert Role.of(Role(kind, language).text) == Role(kind, language)
    assert Role.of(" Preferred@EN ") == Role("preferred", "en")


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "“” is no role of a column; these are: uri, preferred, "),
        ("label", "“label” is no role"),
        ("preferred@e n", "a language where there can be none, or one that is no code"),
        ("broader@en", "a language where there can be none"),
        ("uri@", "a language where there can be none"),
    ],
)
def test_what_is_no_role(text: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        Role.of(text)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    "heading, role",
    [
        ("URI", "uri"),
        ("Concept ID", "uri"),
        ("skos:prefLabel@en", "preferred@en"),
        ("prefLabel_ar", "preferred@ar"),
        ("Preferred label (French)", "preferred@fr"),
        ("English term", "preferred@en"),
        ("Arabic", "preferred@ar"),
        ("العربية", "preferred@ar"),
        ("Term ID", "uri"),
        ("ConceptID", "uri"),
        ("Identifier", "uri"),
        ("URL", "uri"),
        ("Term code", "notation"),
        ("Concept status", "state"),
        ("Concept", "preferred"),
        ("Preferred term", "preferred"),
        ("Term in Arabic", "preferred@ar"),
        ("prefLabelEn", "preferred@en"),
        ("English | الإنجليزية", "preferred@en"),
        ("Used for", "alternative"),
        ("Used for (UF)", "alternative"),
        ("BT1", "broader"),
        ("Parent ID", "broader"),
        ("Description", "definition"),
        ("المصطلح", "preferred"),
        ("المُصطَلَح المفضّل", "preferred"),
        ("المصطلح المفضل (العربية)", "preferred@ar"),
        ("المصطلح باللغة الإنجليزية", "preferred@en"),
        ("المصطلح بالانجليزي", "preferred@en"),
        ("الاسم الفرنسي", "preferred@fr"),
        ("المصطلح / Term", "preferred"),
        ("المعرّف", "uri"),
        ("معرف المفهوم", "uri"),
        ("الرمز", "notation"),
        ("المرادفات", "alternative"),
        ("مرادف_ar", "alternative@ar"),
        ("مستخدم لـ", "alternative"),
        ("مستخدم بدلاً من", "alternative"),
        ("المصطلح الأعم", "broader"),
        ("اعم", "broader"),
        ("الأخصّ", "narrower"),
        ("مصطلحات ذات صلة", "related"),
        ("مترابط", "related"),
        ("ملاحظة النطاق", "scope"),
        ("حاشية نطاق (إنجليزي)", "scope@en"),
        ("الوصف", "definition"),
        ("ملاحظات", "note"),
        ("الحالة", "state"),
        ("اسم المكنز@ar", "scheme_name@ar"),
        ("اللغة", None),
        ("Thesaurus term", None),
        ("Term" + "." * 100 + "of everything", None),
        ("中文", "preferred@zh"),
        ("مصطلح", "preferred"),
        ("altLabel@zh-hans", "alternative@zh-Hans"),
        ("UF", "alternative"),
        ("BT", "broader"),
        ("Narrower terms", "narrower"),
        ("RT", "related"),
        ("Scope note EN", "scope@en"),
        ("SN", "scope"),
        ("Notation", "notation"),
        ("use", "replaced_by"),
        ("dcterms:isReplacedBy", "replaced_by"),
        ("Hits in 2023", None),
        ("", None),
    ],
)
def test_what_a_heading_suggests(heading: str, role: str | None) -> None:
    assert guess([heading]) == (None if role is None else Role.of(role),)


@pytest.mark.parametrize(
    "headings, roles",
    [
        ("id, URI, label, label", "notation, uri, preferred, preferred"),
        ("Term ID, Concept ID, Term", "uri, notation, preferred"),
        ("URI, URL, Term", "uri, , preferred"),
        ("concept, prefLabel", "uri, preferred"),  # as SPARQL gives it
        ("ID, Concept, Definition", "uri, preferred, definition"),
        ("URI, Concept, Term", "uri, , preferred"),
        ("scheme, scheme, version, version", "scheme, , scheme_version, "),
    ],
)
def test_what_a_heading_suggests_among_others(headings: str, roles: str) -> None:
    guessed = guess(headings.split(", "))
    assert ", ".join("" if role is None else role.text for role in guessed) == roles

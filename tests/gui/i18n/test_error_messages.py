import errno
import os
import re
from pathlib import PurePosixPath

import pytest
from PySide6.QtCore import QLocale

from gui.i18n.error_messages import isolated, sentence
from gui.i18n.translation import Translation
from model.annotation.layers import read_scheme
from model.errors import UserError


@pytest.fixture
def translated(qapp):
    """The application speaks Arabic, and what it spoke before at the end."""
    before = QLocale()
    translation = Translation(qapp)
    translation.use("ar")
    yield
    translation.use("en")
    translation.leave()
    QLocale.setDefault(before)


def test_paths_and_numbers_keep_their_direction():
    refusal = UserError("{path}: line {line} ({reason}).", path=PurePosixPath("/a/b"), line=3, reason="broken")
    assert sentence(refusal, "en") == "\u2066/a/b\u2069: line \u20663\u2069 (broken)."
    assert isolated("x") == "\u2066x\u2069"


def test_ids_become_the_names_that_people_know():
    refusal = UserError("“{label}” must lie inside a mark of the layer “{layer}”.", label="lead", layer="clause")
    assert "العبارة الفعلية" in sentence(refusal, "ar", read_scheme())
    assert "“Leading phrase”" in sentence(refusal, "en", read_scheme())
    assert "“Clauses”" in sentence(refusal, "en", read_scheme())
    assert "“lead”" in sentence(refusal, "en")


def test_braces_in_a_value_are_only_text():
    assert sentence(UserError("“{term}”.", term="{label}"), "en") == "“{label}”."


def test_a_refusal_within_a_refusal_is_translated_too():
    inner = UserError("Marks of the layer “{layer}” must not overlap.", layer="lead")
    assert "“Leading phrases”" in sentence(
        UserError("{name}: {problem}", name="import", problem=inner), "en", read_scheme()
    )


def test_a_document_may_be_called_like_an_operation():
    assert sentence(UserError("There is a document named “{name}” already.", name="import"), "ar").count("import") == 1


@pytest.mark.parametrize(
    "number",
    [
        errno.ENOSPC,
        errno.EACCES,
        errno.ENOENT,
        errno.EISDIR,
        errno.ENOTDIR,
        errno.EROFS,
        errno.EIO,
        errno.EDQUOT,
        errno.ENAMETOOLONG,
        errno.EMFILE,
        errno.EEXIST,
        errno.EBUSY,
        errno.EPERM,
        errno.ETXTBSY,
    ],
    ids=errno.errorcode.get,
)
def test_what_the_system_says_is_arabic_among_arabic_words(translated, number):
    refusal = UserError(
        "{path}: cannot be made ({reason}).",
        path=PurePosixPath("/a"),
        reason=OSError(number, os.strerror(number), "/b"),
    )
    said = sentence(refusal, "ar")
    assert re.search("[A-Za-z]", said.replace("\u2066/a\u2069", "")) is None
    assert "لا يمكن إنشاؤه" in said


def test_what_the_system_seldom_says_is_introduced_in_arabic(translated):
    said = sentence(
        UserError("{path}: {reason}", path=PurePosixPath("/a"), reason=OSError(errno.ECHILD, "No child")), "ar"
    )
    assert said == "\u2066/a\u2069: \u2068خطأ في نظام التشغيل: \u2066No child\u2069\u2069"

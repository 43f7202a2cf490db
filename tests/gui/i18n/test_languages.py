import pytest

from gui.i18n.languages import language_name


@pytest.mark.parametrize(
    "code, name",
    [("ar", "العربية"), ("en", "English"), ("de", "Deutsch"), ("", ""), ("x-old", "x-old")],
)
def test_a_language_is_called_what_it_calls_itself(code, name):
    assert language_name(code) == name

"""What languages are called: each in itself, so that it is found whatever the window's language."""

from PySide6.QtCore import QLocale

# Qt names a variety where no country is said (American English).
_NAMES = {
    "ar": "العربية",
    "en": "English",
    "es": "español",
    "fr": "français",
    "pt": "português",
    "ru": "русский",
    "zh": "中文",
}
_NONE = (QLocale.Language.C, QLocale.Language.AnyLanguage)


def language_name(language: str) -> str:
    """The name of a language (BCP 47); its code where nobody knows it, empty for none."""
    if not language or language.lower() in _NAMES:
        return _NAMES.get(language.lower(), "")
    locale = QLocale(language)
    return language if locale.language() in _NONE else locale.nativeLanguageName() or language

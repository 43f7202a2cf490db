"""The window's language: our translations, Qt's own, the direction of the layout, and how numbers look."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"
# UN documents in Arabic have western digits, as the Emirates' locale has; that of "ar" alone has the others.
_LOCALES = {"ar": "ar_AE", "en": "en_GB"}


class Translation:
    """What one application speaks. Widgets that are there already are told of a change by a LanguageChange event."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Speak ``ar`` or ``en`` from now on."""
        locale = QLocale(_LOCALES[language])
        QLocale.setDefault(locale)
        for widget in self._application.topLevelWidgets():
            widget.setLocale(locale)
        self.leave()
        qt_translations = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        if language != "en":  # Qt's own words are English by themselves
            self._load(qt_translations / f"qtbase_{language}.qm")
        self._load(FOLDER / f"qarar_{language}.qm")  # the last is asked first (see ``qt_words``)
        right_to_left = language == "ar"
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )

    def leave(self) -> None:
        """Speak the language of the source again."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []

    def _load(self, file: Path) -> None:
        translator = QTranslator()
        if not translator.load(str(file)):
            raise RuntimeError(f"{file.name} cannot be loaded")
        self._application.installTranslator(translator)
        self._translators.append(translator)

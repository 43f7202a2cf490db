"""The inspector's rows for a mark's features: one editor a feature, by its kind."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from gui.panels.inspector.fields import ChoiceField, LineField, NumberField
from model.annotation.features import NO, YES
from model.annotation.layers import Feature
from model.annotation.values import Span

Editor = LineField | NumberField | ChoiceField


class FeatureRows(QObject):
    """Rows of a form below one of its widgets, made anew only when other features are to be edited.

    ``make`` is called with each new editor and the name of its feature.
    """

    def __init__(
        self, form: QFormLayout, above: QWidget, heading: Callable[[str], QLabel], make: Callable[[Editor, str], None]
    ) -> None:
        super().__init__(above)
        self._form = form
        self._above = above
        self._heading = heading
        self._make = make
        self._features: tuple[Feature, ...] = ()
        self._language = ""
        self.editors: dict[str, Editor] = {}

    def offer(self, features: tuple[Feature, ...], span: Span | None, language: str) -> bool:
        """Show editors of a label's features, and of others that the span carries; says whether they are new ones."""
        known = {feature.name for feature in features}
        carried = () if span is None else tuple(name for name, _ in span.features if name not in known)
        wanted = (*features, *(Feature(name, "text", ()) for name in carried))
        if (wanted, language) == (self._features, self._language):
            return False
        self.clear()
        self._features, self._language = wanted, language
        row = self._form.getWidgetPosition(self._above)[0] + 1  # type: ignore[index]
        for place, feature in enumerate(wanted):
            title = feature.title(language)
            editor = _editor(feature)
            heading = self._heading(title)
            heading.setBuddy(editor)
            editor.setAccessibleName(title)
            self._form.insertRow(row + place, heading, editor)
            self.editors[feature.name] = editor
            self._make(editor, feature.name)
        return True

    def clear(self) -> None:
        """Take all rows away."""
        for editor in self.editors.values():
            heading = self._form.labelForField(editor)
            self._form.takeRow(editor)
            # Not at once: a combo box takes its list along, a window that Qt may be going through just now.
            for widget in (heading, editor):
                widget.hide()
                widget.deleteLater()
        self.editors = {}
        self._features = ()


def _editor(feature: Feature) -> Editor:
    if feature.kind == "number":
        return NumberField()
    if feature.kind == "text":
        return LineField()
    editor = ChoiceField()
    nothing = QCoreApplication.translate("InspectorPanel", "Not said")
    if feature.kind == "choice":
        editor.set_choices([("", nothing), *((choice, choice) for choice in feature.choices)])
    else:
        yes = QCoreApplication.translate("InspectorPanel", "Yes")
        no = QCoreApplication.translate("InspectorPanel", "No")
        editor.set_choices([("", nothing), (YES, yes), (NO, no)])
    return editor

"""The pages of the scheme editor for the scheme itself and for a layer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from gui import scheme_operations
from gui.dialogs.scheme_editor.fields import LineField, TextsField
from gui.dialogs.scheme_editor.session import SchemeEditorSession
from gui.i18n.error_messages import directed, isolated
from gui.session.session import Session
from model.annotation.layers import OVERLAPS, Layer, Overlap, Scheme


class Words(QLabel):
    """Plain text that is wrapped, can be copied, and takes no more height than it needs at its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def form_layout(parent: QWidget | None = None) -> QFormLayout:
    """A form whose fields take all the width there is."""
    form = QFormLayout(parent) if parent is not None else QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


class SchemePage(QWidget):
    """Names and version of the scheme."""

    def __init__(self, session: Session, work: SchemeEditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        form = form_layout()
        self.names = TextsField(form, self, lines=False)
        self.version = LineField(self, Qt.LayoutDirection.LeftToRight)
        self.identity = Words(self)
        self.words = Words(self)
        self._version_label, self._identity_label = QLabel(self), QLabel(self)
        self._version_label.setBuddy(self.version)
        form.addRow(self._version_label, self.version)
        form.addRow(self._identity_label, self.identity)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.words)
        column.addStretch(1)
        self.names.entered.connect(
            lambda names: self._work(scheme_operations.describe_scheme, names, self.version.text())
        )
        self.version.entered.connect(
            lambda version: self._work(scheme_operations.describe_scheme, self.names.texts(), version)
        )
        self._retranslate()

    def show_scheme(self, scheme: Scheme) -> None:
        """Show what is stored now."""
        self.names.show_texts(scheme.names)
        self.version.show_text(scheme.version)
        self.identity.setText(directed(isolated(scheme.id)))

    def restore(self) -> None:
        """Go back to what is stored."""
        self.names.restore()
        self.version.restore()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.names.flush()
        self.version.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.names.set_titles(
            {"ar": self.tr("Arabic name:"), "en": self.tr("English name:")},
            {"ar": self.tr("Arabic name of the scheme"), "en": self.tr("English name of the scheme")},
        )
        self._version_label.setText(self.tr("&Version:"))
        self._identity_label.setText(self.tr("Id:"))
        self.words.setText(
            self.tr(
                "Exported data sets name the scheme by its id and version. Give it another version when it changes."
            )
        )


class LayerPage(QWidget):
    """Names of a layer, how its marks may overlap, and in which layer's marks they must lie."""

    def __init__(self, session: Session, work: SchemeEditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._work = work
        self._layer: Layer | None = None
        form = form_layout()
        self.names = TextsField(form, self, lines=False)
        self.overlap = QComboBox(self)
        self.overlap_words = Words(self)
        self.within = QComboBox(self)
        self.identity, self.use = Words(self), Words(self)
        self._overlap_label, self._within_label, self._identity_label, self._use_label = (
            QLabel(self) for _ in range(4)
        )
        self._overlap_label.setBuddy(self.overlap)
        self._within_label.setBuddy(self.within)
        form.addRow(self._overlap_label, self.overlap)
        form.addRow("", self.overlap_words)
        form.addRow(self._within_label, self.within)
        form.addRow(self._identity_label, self.identity)
        form.addRow(self._use_label, self.use)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        self.names.entered.connect(lambda names: self._act(scheme_operations.rename_layer, names))
        self.overlap.activated.connect(self._overlap_chosen)
        self.within.activated.connect(self._within_chosen)
        self._retranslate()

    def show_layer(self, layer: Layer, scheme: Scheme) -> None:
        """Show what is stored now."""
        self._layer = layer
        self.names.show_texts(layer.names)
        self.overlap.setCurrentIndex(OVERLAPS.index(layer.overlap))
        self.overlap_words.setText(self._explained(layer.overlap))
        self.within.clear()
        self.within.addItem(self.tr("Anywhere"), "")
        for other in scheme.layers:
            if other.id != layer.id:
                self.within.addItem(other.name(self._session.language), other.id)
        self.within.setCurrentIndex(max(0, self.within.findData(layer.within or "")))
        self.identity.setText(directed(isolated(layer.id)))

    def restore(self) -> None:
        """Go back to what is stored."""
        self.names.restore()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.names.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _act(self, act: Callable[..., object], argument: object) -> None:
        if self._layer is not None:
            self._work(act, self._layer.id, argument)

    def _overlap_chosen(self) -> None:
        wanted = OVERLAPS[self.overlap.currentIndex()]
        if self._layer is not None and wanted != self._layer.overlap:
            self._act(scheme_operations.set_overlap, wanted)

    def _within_chosen(self) -> None:
        wanted = self.within.currentData() or None
        if self._layer is not None and wanted != self._layer.within:
            self._act(scheme_operations.set_within, wanted)

    def _explained(self, overlap: Overlap) -> str:
        words = {
            "tree": self.tr("Marks may stand in each other as their labels allow; they never overlap in part."),
            "apart": self.tr("No character belongs to two marks."),
            "free": self.tr("Marks may overlap in any way; only the same label twice at one place is refused."),
        }
        return words[overlap]

    def _retranslate(self) -> None:
        self.names.set_titles(
            {"ar": self.tr("Arabic name:"), "en": self.tr("English name:")},
            {"ar": self.tr("Arabic name of the layer"), "en": self.tr("English name of the layer")},
        )
        chosen = self.overlap.currentIndex()
        self.overlap.clear()
        self.overlap.addItems([self.tr("Nested"), self.tr("Apart"), self.tr("Free")])
        self.overlap.setCurrentIndex(chosen)
        self._overlap_label.setText(self.tr("&Overlap:"))
        self._within_label.setText(self.tr("Marks must lie &within:"))
        self._identity_label.setText(self.tr("Id:"))
        self._use_label.setText(self.tr("In use:"))

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication

from gui import operations
from gui.item_models.labels import LabelRole
from gui.panels.labels.panel import LabelsPanel
from model.annotation import spans


def _panel(qtbot, desk) -> LabelsPanel:
    panel = LabelsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.resize(240, 640)
    panel.show()
    return panel


def _count(panel: LabelsPanel, label: str) -> int:
    return panel.model.index_of(label).data(LabelRole.COUNT)


def test_a_click_chooses_a_label_and_leaves_the_focus_where_it_was(qtbot, desk):
    panel = _panel(qtbot, desk)
    place = panel.view.visualRect(panel.model.index_of("operative")).center()
    with qtbot.waitSignal(panel.label_chosen) as chosen:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["operative"]
    assert panel.view.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_layers_name_chooses_nothing(qtbot, desk):
    panel = _panel(qtbot, desk)
    chosen: list[str] = []
    panel.label_chosen.connect(chosen.append)
    qtbot.mouseClick(
        panel.view.viewport(), Qt.MouseButton.LeftButton, pos=panel.view.visualRect(panel.model.index(0)).center()
    )
    assert panel.model.index(0).data() == "الفقرات"
    assert chosen == []


def test_the_keyboard_chooses_passing_over_the_layers_names(qtbot, desk):
    panel = _panel(qtbot, desk)
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index_of("closing"))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.label_chosen) as chosen:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert chosen.args == ["lead"]
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


def test_marks_are_counted_as_they_come_and_go(qtbot, desk):
    panel = _panel(qtbot, desk)
    assert _count(panel, "enacting") == 0
    span = operations.mark(desk.project, desk.document, "enacting", 0, 18)
    assert _count(panel, "enacting") == 1
    operations.relabel(desk.project, span.id, "preambular")
    assert (_count(panel, "enacting"), _count(panel, "preambular")) == (0, 1)
    desk.project.undo()
    desk.project.undo()
    assert (_count(panel, "enacting"), _count(panel, "preambular")) == (0, 0)


def test_rejected_marks_and_those_of_other_documents_are_not_counted(qtbot, desk):
    panel = _panel(qtbot, desk)
    span = operations.mark(desk.project, desk.document, "enacting", 0, 18)
    operations.mark(desk.project, desk.other, "title", 0, 4)
    with desk.project.operation("mark") as writing:
        spans.set_status(writing, span.id, "rejected")
    assert (_count(panel, "enacting"), _count(panel, "title")) == (0, 0)
    desk.session.set_document(desk.other)
    assert (_count(panel, "enacting"), _count(panel, "title")) == (0, 1)


def test_the_label_at_the_caret_shows_its_guideline(qtbot, desk):
    panel = _panel(qtbot, desk)
    panel.set_current_label("preambular")
    assert panel.model.index_of("preambular").data(LabelRole.AT_CARET)
    label = desk.project.scheme.label("preambular")
    shown = [part.text() for part in panel.guideline.findChildren(type(panel.guideline._name))]
    assert shown == [label.name("ar"), label.definition("ar")]
    panel.set_current_label(None)
    assert not panel.model.index_of("preambular").data(LabelRole.AT_CARET)
    assert panel.guideline._text.text() == panel.tr("Select text, then press a label's key or click the label.")


def test_the_guideline_keeps_its_height_from_label_to_label(qtbot, desk):
    panel = _panel(qtbot, desk)
    panel.resize(190, 900)
    qtbot.waitActive(panel)
    panel.guideline.setFocus()  # anywhere but in the list, whose own row would be described
    heights = set()
    for label in desk.project.scheme.labels():
        panel.set_current_label(label.id)
        QApplication.processEvents()
        heights.add(panel.guideline.height())
        text = panel.guideline._text
        assert text.height() >= text.heightForWidth(text.width())
    assert len(heights) == 1


def test_another_label_at_the_caret_lays_nothing_out_anew(qtbot, desk):
    panel = _panel(qtbot, desk)
    panel.guideline.setFocus()
    QApplication.processEvents()
    asked = []

    class Layouts(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(event.type())
            return False

    layouts = Layouts()
    panel.installEventFilter(layouts)
    for label in ("preambular", "title", None, "operative", None):
        panel.set_current_label(label)
        QApplication.processEvents()
    assert not asked
    name, text = panel.guideline._name, panel.guideline._text
    assert name.isHidden()
    without_name = text.y()
    panel.set_current_label("operative")
    assert name.isVisible()
    assert (name.y(), text.y() > name.geometry().bottom()) == (without_name, True)
    assert panel.guideline.rect().contains(text.geometry())


def test_a_low_panel_keeps_most_of_its_room_for_the_list(qtbot, desk):
    panel = _panel(qtbot, desk)
    panel.resize(180, 320)
    QApplication.processEvents()
    assert panel.view.height() > 0.7 * panel.height()


def test_the_label_at_the_caret_follows_a_change_of_its_mark(qtbot, desk):
    panel = _panel(qtbot, desk)
    span = operations.mark(desk.project, desk.document, "enacting", 0, 18)
    desk.session.set_span(span.id)
    panel.set_current_label("enacting")
    operations.relabel(desk.project, span.id, "preambular")
    assert panel.model.at_caret == "preambular"


def test_a_long_name_is_cut_and_widens_nothing(qtbot, desk):
    panel = _panel(qtbot, desk)
    narrowest = panel.minimumSizeHint().width()
    with desk.project.operation("change label") as writing:
        writing.update("label", "title", names='{"ar": "' + "عنوان طويل " * 40 + '"}')
    panel.set_current_label("title")
    assert panel.minimumSizeHint().width() == narrowest
    assert narrowest < 120
    assert panel.guideline._name.text().endswith("…")


def test_names_follow_the_language(qtbot, desk):
    panel = _panel(qtbot, desk)
    desk.session.set_language("en")
    assert panel.model.index_of("operative").data() == "Operative paragraph"


def test_a_tool_tip_never_reads_markup(qtbot, desk):
    panel = _panel(qtbot, desk)
    with desk.project.operation("change label") as writing:
        writing.update("label", "title", definitions='{"ar": "<b>غليظ</b>"}')
    place = panel.view.visualRect(panel.model.index_of("title")).center()
    QApplication.sendEvent(panel.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, QPoint()))
    tip = QTextDocument()
    tip.setHtml(panel.view.viewport().toolTip())
    assert tip.toPlainText().split("\n") == ["العنوان", "\u200f<\u2066b\u2069>غليظ</\u2066b\u2069>"]


def test_a_screen_reader_hears_name_key_and_count(qtbot, desk):
    panel = _panel(qtbot, desk)
    operations.mark(desk.project, desk.document, "enacting", 0, 18)
    desk.session.set_language("en")
    spoken = panel.model.index_of("enacting").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Enacting formula; key E; 1 ")


def test_colours_follow_the_palette(qtbot, desk):
    panel = _panel(qtbot, desk)
    assert not panel.delegate.theme.dark
    palette = QPalette(QColor("#222222"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#111111"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    panel.setPalette(palette)
    assert panel.delegate.theme.dark
    assert not panel.grab().isNull()


def test_without_a_project_nothing_is_shown(qtbot, desk):
    panel = _panel(qtbot, desk)
    desk.session.set_project(None)
    assert panel.model.rowCount() == 0
    assert panel.guideline._text.text() == ""


class _Painted(QObject):
    """The rows of a list that were painted since ``rows`` was emptied."""

    def __init__(self, panel: LabelsPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.rows: set[int] = set()
        panel.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            view, model = self._panel.view, self._panel.model
            for row in range(model.rowCount()):
                if event.region().intersects(view.visualRect(model.index(row))):
                    self.rows.add(row)
        return False


def test_a_mark_repaints_only_the_rows_that_it_changes(qtbot, desk):
    panel = _panel(qtbot, desk)
    qtbot.waitExposed(panel)
    panel.set_current_label("title")
    panel.guideline.setFocus()
    QApplication.processEvents()
    painted = _Painted(panel)
    span = operations.mark(desk.project, desk.document, "enacting", 0, 18)
    QApplication.processEvents()
    assert painted.rows == {panel.model.index_of("enacting").row()}
    painted.rows.clear()
    desk.session.set_span(span.id)
    operations.relabel(desk.project, span.id, "preambular")
    QApplication.processEvents()
    wanted = {panel.model.index_of(label).row() for label in ("title", "enacting", "preambular")}
    assert painted.rows == wanted


def test_another_scheme_lays_the_rows_out_anew(qtbot, desk):
    panel = _panel(qtbot, desk)
    panel.view.setCurrentIndex(panel.model.index_of("title"))
    with desk.project.operation("change label") as writing:
        writing.update("label", "title", names='{"ar": "عنوان آخر"}')
    assert panel.model.index_of("title").data() == "عنوان آخر"


def test_a_guideline_that_quotes_another_script_is_read_rightly_below_the_list_and_in_the_tool_tip(qtbot, desk):
    panel = _panel(qtbot, desk)
    desk.session.set_language("en")
    with desk.project.operation("change label") as writing:
        writing.update("label", "title", definitions='{"en": "“إذ،” opens one.\\nAnd “إذ.”"}')
    panel.set_current_label("title")
    lines = ["\u200e“\u2067إذ،\u2069” opens one.", "\u200eAnd “\u2067إذ.\u2069”"]
    assert panel.guideline._text.text().split("\n") == lines
    index = panel.model.index_of("title")
    place = panel.view.visualRect(index).center()
    QApplication.sendEvent(panel.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, QPoint()))
    tip = QTextDocument()
    tip.setHtml(panel.view.viewport().toolTip())
    assert tip.toPlainText().split("\n") == ["Title", *lines]
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "“إذ،” opens one.\nAnd “إذ.”"

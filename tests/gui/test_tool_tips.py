from PySide6.QtGui import QTextDocument

from gui.tool_tips import plain_tool_tip


def test_markup_is_shown_as_typed(qapp):
    document = QTextDocument()
    document.setHtml(plain_tool_tip("<b>a</b> & <img src=x>", "", "سطر"))
    assert document.toPlainText() == "<b>a</b> & <img src=x>\nسطر"


def test_nothing_gives_no_tip():
    assert plain_tool_tip("", "") == ""

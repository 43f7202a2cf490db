import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from gui.widgets.stacked_pages import show_page


class Page(QWidget):
    """A line, and below it a list or a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.rows, self.words = QLineEdit(), QListWidget(), QLabel("none")
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.stack)
        for page in (self.rows, self.words):
            self.stack.addWidget(page)


@pytest.fixture
def window(qtbot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_keys_that_went_to_the_page_go_elsewhere(window):
    window.rows.setFocus()
    show_page(window.stack, window.words, window.line)
    assert window.stack.currentWidget() is window.words
    assert window.focusWidget() is window.line


def test_keys_that_went_elsewhere_stay_there(window):
    window.line.setFocus()
    show_page(window.stack, window.words, window.rows)
    show_page(window.stack, window.rows, window.words)
    assert window.focusWidget() is window.line


def test_keys_stay_in_a_page_that_is_shown_already(window):
    window.rows.setFocus()
    show_page(window.stack, window.rows, window.line)
    assert window.focusWidget() is window.rows

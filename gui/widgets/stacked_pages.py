"""Which page of a stack is shown, and where the keys go that were in the page before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


def show_page(stack: QStackedWidget, page: QWidget, keys_go_to: QWidget) -> None:
    """Show a page. Keys that went to the one before go elsewhere: Qt would hand them to the page, which may be a mere
    sentence, and whoever types would be typing into nothing.
    """
    before = stack.currentWidget()
    if before is page:
        return
    focused = stack.window().focusWidget()
    if before is not None and focused is not None and (focused is before or before.isAncestorOf(focused)):
        keys_go_to.setFocus(Qt.FocusReason.OtherFocusReason)
    stack.setCurrentWidget(page)

"""Dialogs that are shown once, and go when they have been left."""

from PySide6.QtWidgets import QDialog


def run(dialog: QDialog) -> int:
    """Show a dialog until it is left; gives what ``exec`` gives. What was chosen can still be read from it, until its
    caller is back in the event loop: then it goes, which it would otherwise do only with the window that it belongs to.
    """
    try:
        return dialog.exec()
    finally:
        dialog.deleteLater()

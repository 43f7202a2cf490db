"""Qarar: a command word, ``--help`` or ``--version`` goes to the command line; a project or nothing opens a window."""

import gc
import sys


def main(arguments: list[str]) -> int:
    """Give the exit status. Qt is loaded only for the window, so that commands work on machines without it."""
    if opens_window(arguments):
        # What is loaded now stays until the end: looking for garbage among it would only make the start longer. The
        # window looks for some when it is idle (gui/window/idle_gc.py).
        gc.disable()
        from gui import app

        return app.run(arguments)
    from model import cli

    return cli.main(arguments)


def opens_window(arguments: list[str]) -> bool:
    """Whether the arguments are none, or one path of a project."""
    if not arguments:
        return True
    if len(arguments) > 1 or arguments[0].startswith("-"):
        return False
    # No command has a dot or a slash: for such a path its modules need not be loaded.
    if not arguments[0].replace("-", "").isalpha():
        return True
    from model import cli

    return arguments[0] not in cli.commands.commands


def run() -> None:
    """Run Qarar with the arguments of the process, and exit with its status."""
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # before the command line handles it
        sys.exit(1)


if __name__ == "__main__":
    run()

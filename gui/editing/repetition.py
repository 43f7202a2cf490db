"""The last act, to be done again with one key: wherever one is then."""

from collections.abc import Callable


class Repetition:
    """Remembers the act that was done last, of those that are worth doing again."""

    def __init__(self) -> None:
        self._last: Callable[[], object] | None = None

    def remembering(self, act: Callable[[], object]) -> Callable[[], object]:
        """The same act, remembered each time that it is done."""

        def done() -> object:
            self._last = act
            return act()

        return done

    def repeat(self) -> bool:
        """Do the last act again; says whether there was one."""
        if self._last is None:
            return False
        self._last()
        return True

    def forget(self) -> None:
        """Nothing was done yet: what was may be of another project."""
        self._last = None

"""The heights of all blocks, with their sums kept in chunks: a change costs little however many blocks there are."""

from collections.abc import Iterable
from itertools import accumulate

_CHUNK = 256  # blocks


class Heights:
    """Heights of blocks in order, and how far each block is below the first one's top. Whole logical pixels."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._sums: list[int] = []
        self._sum_up()

    def _sum_up(self, first: int = 0) -> None:
        """Sum up the chunks anew from the one that holds block ``first``."""
        chunk = first // _CHUNK
        heights = self._heights
        self._sums[chunk:] = [sum(heights[low : low + _CHUNK]) for low in range(chunk * _CHUNK, len(heights), _CHUNK)]

    def set(self, number: int, height: int) -> None:
        """Give one block another height."""
        self._sums[number // _CHUNK] += height - self._heights[number]
        self._heights[number] = height

    def replace(self, first: int, last: int, heights: Iterable[int]) -> None:
        """Put other blocks in the place of those from ``first`` to before ``last``."""
        self._heights[first:last] = heights
        self._sum_up(first)

    @property
    def total(self) -> int:
        """The height of all."""
        return sum(self._sums)

    def top_of(self, number: int) -> int:
        """How far the top of a block is below the first one's."""
        chunk = number // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._heights[chunk * _CHUNK : number])

    def number_at(self, position: int) -> int:
        """The block that is found so far below the first one's top; the first or last one beyond either end."""
        chunk = top = 0
        while chunk + 1 < len(self._sums) and top + self._sums[chunk] <= position:
            top += self._sums[chunk]
            chunk += 1
        low = chunk * _CHUNK
        for number, bottom in enumerate(accumulate(self._heights[low : low + _CHUNK], initial=top), low - 1):
            if bottom > position and number >= low:
                return number
        return max(0, min(low + _CHUNK, len(self._heights)) - 1)

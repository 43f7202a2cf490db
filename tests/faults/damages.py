"""How disks, file systems and hands damage a file of SQLite: each kind changes the bytes of a project in place."""

from collections.abc import Callable
from random import Random

from model.storage.pages import Pages

PAGE = 4096  # bytes
Damage = Callable[[bytearray, Random], None]
_TORN = (512, 4095)  # bytes at the end: from one sector to all but one byte of a page
_PART = 400  # bytes of the first page at most
_FREE_TRUNK, _FREE_END = 32, 40  # where the first page says which pages are free


def free_pages(content: bytes) -> list[int]:
    """The numbers of the pages that the file's own list says are free, trunks and leaves."""
    return sorted(Pages(content).freed())


def _one_byte(content: bytearray, draw: Random) -> None:
    content[draw.randrange(len(content))] ^= draw.randrange(1, 256)


def _one_bit(content: bytearray, draw: Random) -> None:
    content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)


def _bytes(content: bytearray, draw: Random) -> None:
    for _ in range(draw.randrange(2, 9)):
        _one_bit(content, draw)


def _zero(content: bytearray, draw: Random) -> None:
    for _ in range(draw.randrange(1, 5)):
        _put(content, draw, bytes(PAGE))


def _noise(content: bytearray, draw: Random) -> None:
    for _ in range(draw.randrange(1, 4)):
        _put(content, draw, draw.randbytes(PAGE))


def _copy(content: bytearray, draw: Random) -> None:
    for _ in range(draw.randrange(1, 3)):
        start = PAGE * draw.randrange(len(content) // PAGE)
        _put(content, draw, bytes(content[start : start + PAGE]))


def _swap(content: bytearray, draw: Random) -> None:
    one, other = (PAGE * number for number in draw.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[other : other + PAGE] = (
        content[other : other + PAGE],
        content[one : one + PAGE],
    )


def _cut(content: bytearray, draw: Random) -> None:
    del content[draw.randrange(len(content) // 4, len(content)) :]


def _tear(content: bytearray, draw: Random) -> None:
    torn = draw.randint(*_TORN)
    if draw.random() < 0.5:
        del content[-torn:]
    else:
        content[-torn:] = bytes(torn)


def _free(content: bytearray, draw: Random) -> None:
    """A page of the list of free pages, or what the first page says of the list; without such pages only that."""
    pages = free_pages(bytes(content))
    if not pages or draw.random() < 0.2:
        content[draw.randrange(_FREE_TRUNK, _FREE_END)] ^= draw.randrange(1, 256)
        return
    trunk = int.from_bytes(content[_FREE_TRUNK : _FREE_TRUNK + 4])
    start = PAGE * ((trunk if draw.random() < 0.5 else draw.choice(pages)) - 1)
    # The list itself begins the trunk: a number changed in it makes a page free that is not, or leads nowhere.
    kind = draw.randrange(4)
    if kind == 0:
        content[start : start + PAGE] = bytes(PAGE)
    elif kind == 1:
        content[start : start + PAGE] = draw.randbytes(PAGE)
    elif kind == 2:
        content[start + 4 * draw.randrange(2 + len(pages)) + 3] ^= draw.randrange(1, 256)
    else:
        other = PAGE * draw.randrange(len(content) // PAGE)
        content[start : start + PAGE] = bytes(content[other : other + PAGE])


def _first_page(content: bytearray, draw: Random) -> None:
    """A part of the first page: its header, or the tables' roots and what they were made with."""
    start = draw.randrange(100 if draw.random() < 0.3 else PAGE)
    end = min(PAGE, start + draw.randint(1, _PART))
    content[start:end] = draw.choice((bytes(end - start), draw.randbytes(end - start)))


def _behead(content: bytearray, draw: Random) -> None:
    size = draw.choice((16, 100, PAGE))
    content[:size] = draw.choice((bytes(size), draw.randbytes(size)))


def _put(content: bytearray, draw: Random, page: bytes) -> None:
    start = PAGE * draw.randrange(len(content) // PAGE)
    content[start : start + PAGE] = page


DAMAGES: dict[str, Damage] = {
    "one byte": _one_byte,
    "one bit": _one_bit,
    "several bits": _bytes,
    "pages zeroed": _zero,
    "pages of noise": _noise,
    "pages of others": _copy,
    "pages swapped": _swap,
    "cut off": _cut,
    "end torn": _tear,
    "free pages": _free,
    "first page": _first_page,
    "header gone": _behead,
}

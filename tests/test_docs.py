"""What the README and docs/ point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_link = re.compile(r"\]\((?!https?://|mailto:)([^)#\s]+)(?:#[^)]*)?\)|<img[^>]*src=\"(?!https?://)([^\"]+)\"")
_room = re.compile(r"`((?:model|gui|resources|tests|docs|script)/[\w./-]*)`")


def named(page: Path) -> list[str]:
    return [one or two for one, two in _link.findall(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    missing = [link for link in named(page) if not (page.parent / link).exists()]
    assert missing == []


def test_links_are_found_at_all():
    assert len(named(ROOT / "README.md")) > 5
    assert _link.findall("![a](x.png) [b](https://c.d) [e](f.md#g)") == [("x.png", ""), ("f.md", "")]


def test_rooms_that_the_readme_names_are_there():
    rooms = _room.findall((ROOT / "README.md").read_text("utf-8"))
    assert len(rooms) > 10
    assert [room for room in rooms if not (ROOT / room).exists()] == []


def test_every_room_of_the_model_and_the_window_is_named_in_the_readme():
    text = (ROOT / "README.md").read_text("utf-8")
    rooms = [path for top in ("model", "gui") for path in (ROOT / top).iterdir() if (path / "__init__.py").exists()]
    assert [str(room.relative_to(ROOT)) for room in rooms if f"`{room.relative_to(ROOT)}/`" not in text] == []

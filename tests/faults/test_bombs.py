"""Every file that would cost much, of a small size, and what counts as a find."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.bomb_files import BOMBS

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")

FINDS = """
import json, sys
from pathlib import Path
import main
from tests.faults import bombs
from tests.faults.bomb_files import BOMBS, Bomb

def resolution(size):
    return ("%%%\\n\\n" + "a" * size).encode()

def raising(words):
    raise KeyError(words[0])

one = lambda size: 1
with bombs._desk() as desk:
    wrong = {
        "sound": bombs.read(Bomb("a.txt", resolution, 9, one), 9, desk),
        "sound refusal": bombs.read(Bomb("a.json", resolution, 9), 9, desk),
        "read": bombs.read(Bomb("a.txt", resolution, 9, one, refused=True), 9, desk),
        "half": bombs.read(Bomb("a.txt", resolution, 9, lambda size: 2), 9, desk),
    }
    before, bombs.WHO = bombs.WHO, "Dana"
    wrong["changed"] = bombs.read(Bomb("a.json", resolution, 9), 9, desk)
    bombs.WHO = before
    limit, bombs.MOST_MEMORY = bombs.MOST_MEMORY, 1024
    wrong["large"] = bombs.read(Bomb("a.txt", resolution, 9, one), 9, desk)
    bombs.MOST_MEMORY = limit
    as_it_is, main.main = main.main, raising
    wrong["raised"] = bombs.read(Bomb("a.txt", resolution, 9, one), 9, desk)
    main.main = as_it_is
print(json.dumps({name: outcome.wrong for name, outcome in wrong.items()}))

bombs.BOMBS = (Bomb("a.txt", resolution, 99, one), Bomb("b.txt", resolution, 99, lambda size: 2))
print(json.dumps(bombs.run(4, 1, Path(sys.argv[1]))))
"""


def said_by(folder: Path, *words: str) -> tuple[int, str]:
    """What a process said: it forks, which one that has opened a project must not."""
    command = [sys.executable, "-P", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


def test_every_file_is_read_or_refused_in_one_sentence(tmp_path: Path) -> None:
    status, said = said_by(tmp_path, "-m", "tests.faults.bombs")
    rows = said.splitlines()[2:]
    assert (status, [row for row in rows if "**" in row]) == (0, [])
    assert [row.split(" ")[1] for row in rows] == [bomb.name for bomb in BOMBS]


def test_whatever_goes_wrong_is_a_find_and_kept(tmp_path: Path) -> None:
    status, said = said_by(tmp_path, "-c", FINDS, str(tmp_path / "finds"))
    assert status == 0
    wrong, rows = map(json.loads, said.splitlines())
    assert (wrong.pop("sound"), wrong.pop("sound refusal")) == ("", "")
    assert "KeyError: 'import'" in wrong.pop("raised")
    assert wrong == {
        "read": "read, though it must not be",
        "half": "holds [1, 0] documents and concepts instead of [2, 0]",
        "changed": "refused, and the project is another",
        "large": "takes too much memory",
    }
    assert rows == [["txt", 4, 2]]
    kept = [path.read_text("utf-8") for path in (tmp_path / "finds").iterdir()]
    assert kept and all(text.startswith("--only b.txt --size ") and "instead of" in text for text in kept)


def test_names_are_told_apart() -> None:
    assert len({bomb.name for bomb in BOMBS}) == len(BOMBS)

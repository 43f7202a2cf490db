"""What all tests stand on: no screen, no settings of the user's, and the corpus where it is."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_configure(config: pytest.Config) -> None:
    """Before pytest-qt makes an application: no window on a screen, and a home of the tests' own.

    Each process (each worker of pytest-xdist too) has its own, so that no two tests share settings at the same time,
    and none reads or writes what belongs to the person who runs them.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = Path(tempfile.mkdtemp(prefix="qarar-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    os.environ["HOME"] = str(home)
    os.environ["USERPROFILE"] = str(home)
    for variable, folder in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        (home / folder).mkdir(mode=0o700, parents=True)
        os.environ[variable] = str(home / folder)
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.pop("LANGUAGE", None)
    os.environ["HF_HUB_OFFLINE"] = "1"  # the library that reads our dataset must not look for others


# The machine may be busy: no limit of time for one example. In continuous integration the same examples in every run,
# so that nobody meets a failure of somebody else's; at one's desk new ones each time.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(autouse=True)
def no_settings_from_another_test() -> Iterator[None]:
    """Every test begins without settings, whatever the one before it has stored."""
    yield
    config = Path(os.environ["XDG_CONFIG_HOME"])
    for entry in config.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def shared(path: str) -> Path:
    """A file or folder of ../shared; without it the test is skipped, in continuous integration it fails."""
    found = SHARED / path
    if not found.exists():
        reason = f"../shared/{path} is not here"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real resolutions."""
    return shared("corpus")


@pytest.fixture(scope="session")
def newer_corpus() -> Path:
    """The folder of newer real resolutions."""
    return shared("corpus-newer")


@pytest.fixture(scope="session")
def thesaurus() -> Path:
    """The UNBIS thesaurus as SKOS in Turtle."""
    return shared("thesaurus/unbis.ttl")

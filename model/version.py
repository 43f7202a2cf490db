"""The version of Qarar: of a wheel the one that it was built with, from a tag; of a checkout the next release."""

from pathlib import Path

_BUILT = Path(__file__).resolve().parents[1] / "resources" / "version.txt"

VERSION = _BUILT.read_text("ascii").strip() if _BUILT.exists() else "0.1.0"

"""The version of Qarar. ``pyproject.toml`` says it too; a test compares them."""

VERSION = "0.1.0"

"""``model.watching``, by the name under which files are watched."""

from model.watching import Watcher, unwatched

__all__ = ["Watcher", "unwatched"]

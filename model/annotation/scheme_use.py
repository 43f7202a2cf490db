"""How much of a project's scheme is in use, for those who are about to change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from model.storage import file, scheme_queries
from model.storage.tables import Tables


class OpenProject(Protocol):
    """What these questions are asked of: a ``model.project.Project``."""

    path: Path

    @property
    def tables(self) -> Tables:
        """The tables of its file."""
        ...


@dataclass(frozen=True, slots=True)
class Use:
    """How many spans there are, in how many documents; ``rejected`` of the spans are proposals that were rejected."""

    spans: int
    documents: int
    rejected: int


def counts(project: OpenProject) -> Mapping[str, int]:
    """How many spans each label has in the whole project, rejected proposals too; labels without any are left out."""
    with file.explained(project.path):
        return scheme_queries.spans_by_label(project.tables)


def use_of_label(project: OpenProject, label: str) -> Use:
    """How much one label is in use."""
    with file.explained(project.path):
        return Use(*scheme_queries.use_of_labels(project.tables, [label]))


def use_of_layer(project: OpenProject, labels: list[str]) -> Use:
    """How much the labels of a layer are in use together."""
    with file.explained(project.path):
        return Use(*scheme_queries.use_of_labels(project.tables, labels))


def feature_counts(project: OpenProject, label: str) -> Mapping[str, int]:
    """How many spans of a label carry each feature, by its name; also one that the label does not have (any more)."""
    with file.explained(project.path):
        return scheme_queries.spans_by_feature(project.tables, label)


def value_counts(project: OpenProject, label: str, feature: str) -> Mapping[str, int]:
    """How many spans of a label have each value of a feature."""
    with file.explained(project.path):
        return scheme_queries.spans_by_value(project.tables, label, feature)

"""Queries about how much of a scheme is in use: how many spans carry a label, a feature or a value, and where."""

from collections.abc import Sequence

from model.storage.tables import Row, Tables


def spans_by_label(tables: Tables) -> dict[str, int]:
    """How many spans each label has in the whole project, whatever their status; labels without any are left out."""
    found = tables.connection.execute("SELECT label, count(*) FROM span GROUP BY label")
    return {str(label): int(count) for label, count in found}


def use_of_labels(tables: Tables, labels: Sequence[str]) -> tuple[int, int, int]:
    """Spans of these labels together: how many, in how many documents, how many of them rejected proposals."""
    found = tables.connection.execute(
        f"""SELECT count(*), count(DISTINCT document), coalesce(sum(status = 'rejected'), 0) FROM span
        WHERE label IN ({_places(labels)})""",
        labels,
    ).fetchone()
    return int(found[0]), int(found[1]), int(found[2])


def documents_with_labels(tables: Tables, labels: Sequence[str]) -> list[str]:
    """Ids of the documents that have spans of these labels, in project order."""
    found = tables.connection.execute(
        f"""SELECT id FROM document WHERE id IN (SELECT document FROM span WHERE label IN ({_places(labels)}))
        ORDER BY order_key, name_key, id""",
        labels,
    )
    return [str(row[0]) for row in found]


def spans_by_feature(tables: Tables, label: str) -> dict[str, int]:
    """How many spans of a label carry each feature, by the feature's name."""
    found = tables.connection.execute(
        """SELECT feature.name, count(*) FROM span JOIN feature ON feature.span = span.id
        WHERE span.label = ? GROUP BY feature.name""",
        (label,),
    )
    return {str(name): int(count) for name, count in found}


def spans_by_value(tables: Tables, label: str, feature: str) -> dict[str, int]:
    """How many spans of a label have each value of a feature."""
    found = tables.connection.execute(
        """SELECT feature.value, count(*) FROM span JOIN feature ON feature.span = span.id
        WHERE span.label = ? AND feature.name = ? GROUP BY feature.value""",
        (label, feature),
    )
    return {str(value): int(count) for value, count in found}


def feature_rows(tables: Tables, label: str, feature: str) -> list[Row]:
    """The rows of one feature of all spans of a label."""
    return tables.rows(
        """SELECT feature.* FROM span JOIN feature ON feature.span = span.id
        WHERE span.label = ? AND feature.name = ? ORDER BY feature.document, feature.span""",
        (label, feature),
    )


def _places(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)

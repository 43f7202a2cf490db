"""Queries about how far a whole project is: by organ, and by the minute in which people worked."""

from model.storage.tables import Tables

_ORGAN = "coalesce(corrected_organ, recognised_organ)"


def documents_by_organ(tables: Tables) -> list[tuple[str | None, int]]:
    """How many documents each organ has; those of an unknown one under null."""
    found = tables.connection.execute(f"SELECT {_ORGAN}, count(*) FROM document GROUP BY 1")
    return [(None if organ is None else str(organ), int(count)) for organ, count in found]


def states_by_organ(tables: Tables) -> list[tuple[str | None, str, str, int]]:
    """Organ, task, state, and how many documents of that organ are in that state of that task, where one was said."""
    found = tables.connection.execute(
        f"""SELECT {_ORGAN}, task, state, count(*) FROM progress JOIN document ON document.id = progress.document
        GROUP BY 1, 2, 3"""
    )
    return [(None if organ is None else str(organ), str(task), str(state), int(n)) for organ, task, state, n in found]


def spans_by_organ(tables: Tables, layer: str, task: str) -> list[tuple[str | None, bool, int]]:
    """Organ, whether the task is done, and how many spans of a layer (none rejected) stand in such documents.

    Spans are counted document by document in the index of their places, the rejected ones, which are few, in one of
    their own, so that no span itself is read.
    """
    found = tables.connection.execute(
        f"""SELECT {_ORGAN}, coalesce(progress.state = 'done', 0), sum(counted.spans) FROM (
            SELECT document, count(*) AS spans FROM span WHERE layer = :layer GROUP BY document
            UNION ALL
            SELECT document, -count(*) FROM span WHERE layer = :layer AND status = 'rejected' GROUP BY document
        ) AS counted
        JOIN document ON document.id = counted.document
        LEFT JOIN progress ON progress.document = counted.document AND progress.task = :task
        GROUP BY 1, 2""",
        {"layer": layer, "task": task},
    )
    return [(None if organ is None else str(organ), bool(done), int(count)) for organ, done, count in found]


def done_by_minute(tables: Tables) -> list[tuple[str, str, str, int]]:
    """Minute (UTC, ``2026-11-25T10:30``), annotator, task, and how many documents they declared done then and are done
    still.
    """
    found = tables.connection.execute(
        """SELECT substr(modified, 1, 16), annotator, task, count(*) FROM progress WHERE state = 'done'
        GROUP BY 1, 2, 3"""
    )
    return [(str(minute), str(who), str(task), int(count)) for minute, who, task, count in found]


def spans_by_minute(tables: Tables, layer: str) -> list[tuple[str, str, int]]:
    """Minute (UTC), annotator, and how many spans of a layer they marked then, or, where a model proposed them,
    confirmed; what was imported is nobody's work of that minute and left out.
    """
    found = tables.connection.execute(
        """SELECT substr(CASE origin_kind WHEN 'model' THEN modified ELSE created END, 1, 16),
            CASE origin_kind WHEN 'model' THEN coalesce(confirmed_by, annotator) ELSE annotator END, count(*)
        FROM span WHERE layer = ? AND status = 'confirmed' AND origin_kind <> 'import' GROUP BY 1, 2""",
        (layer,),
    )
    return [(str(minute), str(who), int(count)) for minute, who, count in found]

"""Who works on a project: annotators, by the names that they enter under."""

import uuid

from model.annotation.values import Annotator
from model.errors import UserError
from model.storage.tables import Tables

LONGEST = 200


def all_annotators(tables: Tables) -> list[Annotator]:
    """Everyone who has entered, by name."""
    return [Annotator(str(row["id"]), str(row["name"])) for row in tables.annotators()]


def enter(tables: Tables, name: str) -> Annotator:
    """The annotator of that name, made if the project does not know them yet. Refuses what is no name."""
    wanted = " ".join(name.split())
    if not wanted or len(wanted) > LONGEST or not wanted.isprintable():
        raise UserError("An annotator needs a name of at most 200 characters that can be shown.")
    known = tables.annotator_named(wanted)
    if known is not None:
        return Annotator(str(known["id"]), wanted)
    new = Annotator(str(uuid.uuid4()), wanted)
    tables.add_annotator(new.id, new.name)
    return new

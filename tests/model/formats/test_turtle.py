from typing import Any

import pytest
from rdflib import Graph

from model.errors import Cancelled, UserError
from model.formats import turtle

TOO_MANY, TOO_LONG = UserError("too many"), UserError("too long")


def read(text: str, *, statements: int = 1000, characters: int = 100_000, tick: Any = lambda: None) -> int:
    """How many statements a text has."""
    graph = Graph(bind_namespaces="none")
    turtle.parse(text, graph, "urn:base:", turtle.Budget(statements, characters, TOO_MANY, TOO_LONG), tick)
    return len(graph)


def refused(text: str, **budget: int) -> UserError:
    with pytest.raises(UserError) as refusal:
        read(text, **budget)
    return refusal.value


def commas(number: int) -> str:
    return f"@prefix : <urn:a:> . :s :p {','.join(f':{each}' for each in range(number))} ."


def collection(number: int) -> str:
    return f"<urn:s> <urn:p> ({' 1' * number}) ."


def test_statements_are_counted_before_any_is_made() -> None:
    assert read(commas(20), statements=20) == 20
    assert refused(commas(21), statements=20) is TOO_MANY
    # Whatever follows is not even looked at: it could not be read.
    assert refused(f"{commas(21).removesuffix('.')} , \x00 nonsense", statements=20) is TOO_MANY
    assert refused("".join(f"<urn:s> <urn:p> <urn:{each}> .\n" for each in range(21)), statements=20) is TOO_MANY
    assert refused(f"<urn:s> <urn:p> {'[ <urn:p> ' * 21}", statements=20) is TOO_MANY


def test_members_of_collections_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turtle, "MOST_MEMBERS", 30)
    assert read(collection(10)) == 21
    assert refused(collection(200)) is TOO_MANY


def test_names_and_texts_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turtle, "MOST_NAMES", 50)
    assert read(commas(10)) == 10
    assert refused(commas(60)) is TOO_MANY
    assert refused("@prefix a: <urn:a:> .\n" * 60) is TOO_MANY


def test_prefixes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turtle, "MOST_PREFIXES", 30)
    for line in ("@prefix a: <urn:a:> .\n", "PREFIX a: <urn:a:>\n", "@base <urn:a:> .\n", "base <urn:a:>\n"):
        assert read(line * 30 + "<urn:s> <urn:p> 1 .\n" * 40) == 1
        assert refused(line * 31) is TOO_MANY


def test_uris_that_abbreviations_make_long_are_counted() -> None:
    long = commas(20).replace("urn:a:", f"urn:{'a' * 1000}:")
    assert read(long) == 20
    assert refused(long, characters=10_000) is TOO_LONG


@pytest.mark.parametrize("text", [commas(500), collection(500), "<urn:s> <urn:p> 1 .\n" * 500])
def test_reading_can_be_stopped_before_anything_is_made(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turtle, "_BETWEEN_TICKS", 10)
    looks = 0

    def tick() -> None:
        nonlocal looks
        looks += 1
        if looks == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(text, tick=tick)
    assert looks == 3

import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from model import cli
from model.formats.importing import import_sources
from model.formats.thesaurus_file import read_thesaurus
from model.project import Project
from model.vocabulary.concepts import OWN_VOCABULARY
from tests.conftest import shared
from tests.model.vocabulary.test_edition import resolution
from tests.model.vocabulary.thesauri import HERE, PREFIXES, TURTLE, written

ROOT = Path(__file__).parents[3]


def run(*arguments: object) -> int:
    return cli.main(["vocabulary", *map(str, arguments)])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    return path


def test_import_and_export(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(path, "Amal") as project:
        import_sources(project, [resolution(tmp_path, "%%%Books|PENCILS|books|")])
    assert run("import", path, written(tmp_path), "--annotator", "Badr") == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"matched: Books (2) → BOOKS <{HERE}books>",
        "free term: PENCILS (1)",
        "New vocabulary: 4 concepts added, 0 changed, 0 gone, 0 unchanged; 1 free terms matched (0 of them to one of "
        "several), 1 stay free.",
    ]
    assert err == ""
    with Project.open(path, None) as project:
        assert [(each.name, project.annotators()[1].name) for each in project.history(1)] == [
            ("import vocabulary", "Badr")
        ]
    for suffix in (".ttl", ".rdf", ".nt", ".jsonld", ".csv"):
        target = tmp_path / f"out{suffix}"
        assert run("export", path, "--out", target) == 0
        assert capsys.readouterr() == ("Wrote 4 concepts.\n", "")
        assert read_thesaurus(target) == read_thesaurus(written(tmp_path))
        first = target.read_bytes()
        assert run("export", path, "--out", target, "--vocabulary", f"{HERE}t") == 0
        assert target.read_bytes() == first
        capsys.readouterr()


def test_a_newer_edition_is_reported(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", path, written(tmp_path)) == 0
    text = TURTLE.replace('"LIBRARIES"@en', '"PUBLIC LIBRARIES"@en').replace(
        ":letters a skos:Concept", ":letters a :Gone"
    )
    text = text.replace(":letters a :Gone ; skos:inScheme :t", ":letters a :Gone")
    capsys.readouterr()
    assert run("import", path, written(tmp_path, text + ":pens a skos:Concept ; skos:broader :ink .")) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"changed: PUBLIC LIBRARIES <{HERE}libraries> (labels)",
        f"gone: LETTERS <{HERE}letters>",
        "Vocabulary: 1 concepts added, 1 changed, 1 gone, 2 unchanged; 0 free terms matched (0 of them to one of "
        "several), 0 stay free.",
        f"{tmp_path / 't.ttl'}: 1 relations lead to concepts that are not in the file, and were left out (the first: "
        f"from {HERE}pens to {HERE}ink).",
        f"{tmp_path / 't.ttl'}: 1 concepts have no label; they come in, and are shown by their URIs (the first: "
        f"{HERE}pens).",
    ]
    with Project.open(path, None) as project:
        assert f"{HERE}pens" in [concept.uri for concept in project.concepts() if not concept.labels]


def test_a_term_of_several_concepts_is_reported(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(path, "Amal") as project:
        import_sources(project, [resolution(tmp_path, "%%%VOLUMES|")])
    text = (
        TURTLE + ':tomes a skos:Concept ; skos:inScheme :t ; skos:prefLabel "TOMES"@en ; skos:altLabel "VOLUMES"@en .'
    )
    assert run("import", path, written(tmp_path, text)) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"matched: VOLUMES (1) → BOOKS <{HERE}books>",
        f"  also a label of: TOMES <{HERE}tomes>",
    ]


def test_columns_of_a_table(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = written(tmp_path, "Nr,Wort,x\nurn:1,BOOKS,ignored\n", "t.csv")
    assert run("import", path, table) == 1
    assert capsys.readouterr() == ("", f"{table}: no column holds preferred labels; say which one does.\n")
    assert run("import", path, table, "--column", "Nr=uri", "--column", "Wort=preferred@en", "--column", "x=") == 0
    with Project.open(path, None) as project:
        assert [(concept.uri, concept.label("en")) for concept in project.concepts()] == [("urn:1", "BOOKS")]
    capsys.readouterr()
    assert run("import", path, table, "--column", "Wort=word") == 1
    assert capsys.readouterr().err.startswith("“word” is no role of a column; these are: uri, ")
    assert run("import", path, table, "--column", "Nr=uri", "--column", "Wort=preferred@en", "--column", "x=") == 0
    assert capsys.readouterr().err == ""  # what a person leaves out is told to nobody
    assert run("import", path, written(tmp_path), "--column", "a=uri") == 2
    assert "--column is for CSV files." in capsys.readouterr().err
    assert run("import", path, table, "--column", "Wort") == 2
    assert "--column “Wort”: HEADING=ROLE is needed." in capsys.readouterr().err


A, B = (
    "<http://p.org/a/1> a skos:Concept ; skos:prefLabel 'ONE'@en . <http://p.org/a/2> a skos:Concept .",
    "<http://p.org/a/1> a skos:Concept ; skos:prefLabel 'FIRST'@en . <http://p.org/b/3> a skos:Concept .",
)


def test_an_edition_that_does_not_say_of_what(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", path, written(tmp_path, PREFIXES + A)) == 0
    newer = written(tmp_path, PREFIXES + B, "newer.ttl")
    capsys.readouterr()
    assert run("import", path, newer) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("New vocabulary: 2 concepts added")
    assert out[1] == f"{newer}: 1 of its concepts have URIs that the vocabulary “http://p.org/a/” has already."
    with Project.open(path, "Amal") as project:
        project.undo()
    assert run("import", path, newer, "--into", "http://p.org/a/") == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:3] == [
        "changed: FIRST <http://p.org/a/1> (labels)",
        "gone: http://p.org/a/2 <http://p.org/a/2>",
        "Vocabulary: 1 concepts added, 1 changed, 1 gone, 0 unchanged; 0 free terms matched (0 of them to one of "
        "several), 0 stay free.",
    ]
    with Project.open(path, None) as project:
        assert [each.uri for each in project.vocabularies() if not each.own] == ["http://p.org/a/"]


def test_into_what_a_file_cannot_go(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", path, written(tmp_path)) == 0
    before = path.read_bytes()
    capsys.readouterr()
    other = written(tmp_path, PREFIXES + A, "other.ttl")
    assert run("import", path, other, "--into", f"{HERE}t", "--annotator", "Badr") == 1
    assert capsys.readouterr().err == f"{other}: none of its concepts is in the vocabulary “{HERE}t”.\n"
    assert run("import", path, other, "--into", "urn:none", "--annotator", "Badr") == 1
    assert "has no vocabulary “urn:none”" in capsys.readouterr().err
    assert path.read_bytes() == before
    table = written(tmp_path, "id,label\n1,BOOKS\n", "t.csv")
    assert run("import", path, table, "--into", f"{HERE}t") == 2
    assert "--into is for SKOS files" in capsys.readouterr().err


def test_names_and_version_stay_where_the_file_has_none(path: Path, tmp_path: Path) -> None:
    assert run("import", path, written(tmp_path)) == 0
    with Project.open(path, None) as project:
        before = project.vocabularies()
    nameless = f'{PREFIXES}:books a skos:Concept ; skos:prefLabel "BOOKS"@en .'
    assert run("import", path, written(tmp_path, nameless), "--into", f"{HERE}t") == 0
    with Project.open(path, None) as project:
        assert project.vocabularies() == before


def test_columns_that_are_left_out_are_told_once_all_is_well(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = written(tmp_path, "Term ID,English,Hits,empty,Kind\n1,BOOKS,5,,x\n", "t.csv")
    assert run("import", path, table) == 0
    told = f"{table}: columns left out, as their headings do not say what they hold: “Hits”, “Kind” (see --column).\n"
    assert capsys.readouterr().err == told
    assert run("import", path, table, "--column", "Kind=") == 0
    assert capsys.readouterr().err == told.replace(", “Kind”", "")
    broken = written(tmp_path, "Term ID,English,Hits\n1,BOOKS,5\n1,PENS,\n", "t.csv")
    assert run("import", path, broken) == 1
    assert capsys.readouterr().err == f"{broken}: lines 2 and 3 are the same concept, “1”.\n"


def test_which_vocabulary_is_written(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.ttl"
    with Project.open(path, "Amal") as project:
        import_sources(project, [resolution(tmp_path, "%%%PENCILS|")])
    assert run("export", path, "--out", target) == 0  # there is none but the project's own
    assert read_thesaurus(target).uri == f"urn:uuid:{OWN_VOCABULARY}"
    assert run("import", path, written(tmp_path)) == 0
    assert run("export", path, "--out", target) == 0
    assert read_thesaurus(target).uri == f"{HERE}t"
    assert run("import", path, written(tmp_path, TURTLE.replace(":t ", ":u "))) == 0
    before = target.read_bytes()
    capsys.readouterr()
    assert run("export", path, "--out", target) == 1
    several = f"{path}: has several vocabularies; name one with --vocabulary: {HERE}t, {HERE}u.\n"
    assert capsys.readouterr() == ("", several)
    assert run("export", path, "--out", target, "--vocabulary", "urn:none") == 1
    assert capsys.readouterr().err.startswith(
        f"{path}: has no vocabulary “urn:none”; these are there: {HERE}t, {HERE}u, urn:"
    )
    assert target.read_bytes() == before
    assert run("export", path, "--out", target, "--vocabulary", f"{HERE}u") == 0
    assert read_thesaurus(target).uri == f"{HERE}u"
    for wrong, sentence in (
        (tmp_path / "out.txt", "no thesaurus is written with this suffix"),
        (tmp_path, "this is a folder, not a file."),
        (tmp_path / "none" / "out.ttl", "there is no such folder."),
    ):
        capsys.readouterr()
        assert run("export", path, "--out", wrong, "--vocabulary", f"{HERE}u") == 1
        assert sentence in capsys.readouterr().err


BAD = {
    "not RDF": ("a.ttl", "hello world"),
    "no concepts": ("a.ttl", "<urn:a> a <urn:b> ."),
    "label clash": ("a.ttl", f'{TURTLE} :books skos:prefLabel "TOMES"@en .'),
    "cycle": ("a.ttl", f"{TURTLE} :reading skos:broader :books ."),
    "entity bomb": ("a.rdf", '<!DOCTYPE a [<!ENTITY b "' + "c" * 1000 + '">]><a>' + "&b;" * 100_000 + "</a>"),
    "billion laughs": ("a.rdf", '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'),
    "external entity": ("a.rdf", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'),
    "XInclude": ("a.xml", '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>'),
    "remote context": ("a.jsonld", '{"@context": "http://127.0.0.1:9/", "@id": "urn:a"}'),
    "NUL": ("a.ttl", '<urn:a> <urn:b> "\0" .'),
    "escaped NUL": ("a.ttl", f'{TURTLE} :books skos:altLabel "\\u0000" .'),
    "half a character": ("a.ttl", f'{TURTLE} :books skos:altLabel "\\uD800" .'),
    "half a character in JSON": ("a.json", '{"@id": "urn:\\ud800"}'),
    "relative URI": ("a.ttl", "<a> a <http://www.w3.org/2004/02/skos/core#Concept> ."),
    "same concept twice": ("a.csv", "uri,label\nurn:1,A\nurn:1,B\n"),
    "empty": ("a.csv", ""),
    "unknown suffix": ("a.doc", "x"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_and_leaves_the_project(path: Path, tmp_path: Path, name: str) -> None:
    """As a program of its own, so that nothing else is on standard error: no warning, nothing of a library's log."""
    file, text = BAD[name]
    before = path.read_bytes()
    source = written(tmp_path, text, file)
    command = [sys.executable, "-X", "dev", "-W", "default", "main.py", "vocabulary", "import", str(path), str(source)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{source}: ") and line.endswith(".")
    assert path.read_bytes() == before


def test_good_input_is_silent_on_standard_error(path: Path, tmp_path: Path) -> None:
    odd = TURTLE + ':books skos:notation "x"^^<http://www.w3.org/2001/XMLSchema#integer> ; :seen <a b> .'
    command = [
        sys.executable,
        "-X",
        "dev",
        "-W",
        "default",
        "main.py",
        "vocabulary",
        "import",
        path,
        written(tmp_path, odd),
    ]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    group = cli.commands.commands["vocabulary"]
    assert isinstance(group, click.Group)
    assert set(group.commands) == {"import", "export"}
    for name, command in group.commands.items():
        section = page.split(f"## `vocabulary {name} PROJECT")[1].split("\n## ")[0]
        assert command.help
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (name, parameter.name)
                assert f"`{parameter.opts[0]}" in section, (name, parameter.opts)


def test_unbis_comes_in_within_seconds(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Under 5 s by itself (tests/bench measures); here the machine may be busy."""
    source = shared("thesaurus/unbis.ttl")
    started = time.process_time()
    assert run("import", path, source) == 0
    assert time.process_time() - started < 15
    assert capsys.readouterr().out.startswith("New vocabulary: 7207 concepts added, 0 changed, 0 gone, 0 unchanged;")
    with Project.open(path, None) as project:
        operations = project.counts().operations
    assert run("import", path, source) == 0
    assert "0 concepts added, 0 changed, 0 gone, 7207 unchanged;" in capsys.readouterr().out
    with Project.open(path, None) as project:
        assert project.counts().operations == operations

"""A thesaurus as a file: which room reads and writes which kind of file."""

from pathlib import Path

from model.errors import UserError
from model.formats import akoma_ntoso, process_settings, rdf_files, skos, vocabulary_csv
from model.formats.atomic import replacing
from model.formats.skos import RDF
from model.formats.vocabulary_csv import Mapping
from model.progress import ProgressCallback, no_progress
from model.regular_file import check_file, read_bytes
from model.vocabulary.thesaurus import Thesaurus

READ = (*rdf_files.SUFFIXES, *vocabulary_csv.SUFFIXES)
WRITTEN = (*skos.SUFFIXES, *vocabulary_csv.SUFFIXES)
# By which a file shows that it is a thesaurus: documents, and projects as JSON, have the other two.
OBVIOUS = tuple(suffix for suffix in READ if suffix not in (".xml", ".json"))

_BEGINNING = 4096  # bytes in which XML says what it is
_RDF = RDF.encode()


def is_obvious(path: Path) -> bool:
    """Whether a file is obviously meant as a thesaurus: by its suffix, of XML by its beginning. It may be none all the
    same; a file that cannot be read is not obvious.
    """
    suffix = path.suffix.lower()
    if suffix != ".xml":
        return suffix in OBVIOUS
    try:
        check_file(path)
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except (UserError, OSError):
        return False
    # A document may hold RDF about itself.
    return _RDF in beginning and akoma_ntoso.ROOT.encode() not in beginning


def read_thesaurus(
    path: Path, *, mapping: Mapping | None = None, on_progress: ProgressCallback = no_progress
) -> Thesaurus:
    """The thesaurus of a file, by its suffix and content: RDF of any notation (see ``rdf_files``, ``skos_reading``), or
    a table, whose columns mean what ``mapping`` says or else what ``vocabulary_csv.columns`` guesses.

    Refuses in one sentence what cannot be read, is larger than ``rdf_files.LARGEST`` bytes, is no thesaurus, could do
    harm or contradicts itself (see there and ``thesaurus_check``). ``on_progress`` is told of statements or rows; it
    may raise ``Cancelled``.
    """
    suffix = path.suffix.lower()
    if suffix not in READ:
        check_file(path)
        raise UserError(
            "{path}: no thesaurus by its suffix; these are read: {known}.", path=path, known=", ".join(READ)
        )
    content = read_bytes(path, rdf_files.LARGEST)
    with process_settings.switched_off():
        if suffix in vocabulary_csv.SUFFIXES:
            return vocabulary_csv.read(path, content, mapping, on_progress)
        return skos.read(path, content, on_progress)


def write_thesaurus(thesaurus: Thesaurus, target: Path) -> None:
    """Write a thesaurus in the place of ``target``, in the notation that its suffix stands for. The same thesaurus
    gives the same bytes. Refuses a suffix that is not among ``WRITTEN``, what the notation cannot hold, and what cannot
    be written to (see ``atomic.replacing``).
    """
    writing = vocabulary_csv if target.suffix.lower() in vocabulary_csv.SUFFIXES else skos
    if target.suffix.lower() not in WRITTEN:
        raise UserError(
            "{path}: no thesaurus is written with this suffix; these are: {known}.",
            path=target,
            known=", ".join(WRITTEN),
        )
    with replacing(target) as file:
        for part in writing.parts(thesaurus, target):
            file.write(part)

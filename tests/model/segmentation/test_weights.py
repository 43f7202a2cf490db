"""The file of weights."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from model.errors import UserError
from model.segmentation.segmenter import Segmenter
from model.segmentation.weights import SHIPPED, Weights, read, write
from tests.model.resolutions import resolution
from tests.model.segmentation.small_weights import small_weights

MOST_BYTES = 20_000_000
ARABIC_RUN = re.compile(rb"(?:[\xd8-\xdb][\x80-\xbf]){4}|(?:[\x00-\xff]\x06){6}|(?:[\x00-\xff]\x06\x00\x00){4}")
NEEDED = (
    *("format", "marks", "leads", "biases", "tables", "table_biases", "recitals_words", "recitals_truths"),
    *("paragraphs_words", "paragraphs_truths", "first_measure", "first_threshold", "first_left", "first_right"),
    *("first_value", "first_base", "first_depth", "second_measure", "second_base", "second_depth"),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("weights") / "w.npz"
    write(path, small_weights())
    return path.read_bytes()


def arrays_of(data: bytes) -> dict[str, np.ndarray]:
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return dict(arrays.items())


def packed(arrays: dict[str, np.ndarray]) -> bytes:
    made = io.BytesIO()
    np.savez(made, **arrays)  # type: ignore[arg-type]
    return made.getvalue()


def loaded(folder: Path, data: bytes) -> Weights:
    path = folder / "w.npz"
    path.write_bytes(data)
    return read(path)


def refusal(folder: Path, data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        Segmenter(loaded(folder, data))
    return str(caught.value)


def test_what_is_written_and_read_proposes_the_same(tmp_path: Path, written: bytes) -> None:
    one, other = Segmenter(small_weights()), Segmenter(loaded(tmp_path, written))
    for number in range(200, 206):
        text = resolution(number).text
        assert one.segment(text) == other.segment(text)
        assert one.raw(text) == other.raw(text)
    assert other.segment(resolution(200).text)


def test_the_same_weights_make_the_same_bytes(tmp_path: Path, written: bytes) -> None:
    for name, weights in (("again.npz", small_weights()), ("read.npz", loaded(tmp_path, written))):
        write(tmp_path / name, weights)
        assert (tmp_path / name).read_bytes() == written


def test_the_version_is_that_of_the_bytes(tmp_path: Path, written: bytes) -> None:
    version = loaded(tmp_path, written).version
    assert re.fullmatch(r"[0-9a-f]{10}", version)
    assert loaded(tmp_path, written).version == version
    arrays = arrays_of(written)
    assert loaded(tmp_path, packed({**arrays, "biases": arrays["biases"] + 1})).version != version


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.npz", tmp_path):
        with pytest.raises(UserError) as caught:
            read(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 100, "%%%\n\nنص".encode(), packed({"a": np.zeros(3)}), b"\x93NUMPY", b"\x80\x04]."]
)
def test_other_files_are_refused(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, data) == f"{tmp_path / 'w.npz'}: these are no weights of the segmenter."


def test_what_could_hold_a_program_is_refused(tmp_path: Path, written: bytes) -> None:
    objects = np.asarray([{}], dtype=object)
    assert refusal(tmp_path, packed({**arrays_of(written), "marks": objects})).endswith("weights of the segmenter.")


@pytest.mark.parametrize("name", NEEDED)
def test_weights_of_which_something_is_missing_are_refused(tmp_path: Path, written: bytes, name: str) -> None:
    arrays = arrays_of(written)
    del arrays[name]
    assert refusal(tmp_path, packed(arrays)) == f"{tmp_path / 'w.npz'}: these are no weights of the segmenter."


def test_weights_of_another_format_are_refused(tmp_path: Path, written: bytes) -> None:
    for version in (0, 2, 1.5):
        data = packed({**arrays_of(written), "format": np.asarray(version)})
        assert refusal(tmp_path, data) == f"{tmp_path / 'w.npz'}: these are no weights of the segmenter."


def _single_array(data: bytes) -> bytes:
    made = io.BytesIO()
    np.save(made, np.zeros(3))
    return made.getvalue()


def _in_the_largest(data: bytes) -> int:
    """A place amid what is packed most bytes, and so not in a heading that says nothing of the weights."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed_arrays:
        largest = max(packed_arrays.infolist(), key=lambda each: each.compress_size)
    return largest.header_offset + 30 + len(largest.filename) + largest.compress_size // 2


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def _encrypted(data: bytes) -> bytes:
    """As if the first array needed a password."""
    flags = data.index(b"PK\x01\x02") + 8
    return data[:flags] + bytes([data[flags] | 1]) + data[flags + 1 :]


def _with_half_a_header(data: bytes) -> bytes:
    """An array of which is said half of what it is."""
    header = b"{'descr': '<f8', 'shape': (3, "
    made = io.BytesIO(packed(arrays_of(data)))
    with zipfile.ZipFile(made, "a") as file:
        file.writestr("other.npy", b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header)
    return made.getvalue()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-1], id="without the last byte"),
        pytest.param(lambda data: data[: len(data) // 2], id="the first half"),
        pytest.param(lambda data: data[:100], id="only its beginning"),
        pytest.param(lambda data: _flipped(data, _in_the_largest(data)), id="garbled in the middle"),
        pytest.param(lambda data: _flipped(data, 60), id="garbled at the beginning"),
        pytest.param(lambda data: _flipped(data, data.index(b"PK\x01\x02") + 10), id="packed in an unknown way"),
        pytest.param(_single_array, id="a single array"),
        pytest.param(_encrypted, id="with a password"),
        pytest.param(_with_half_a_header, id="half a header"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, written: bytes, damage: Callable[[bytes], bytes]) -> None:
    assert refusal(tmp_path, damage(written)) == f"{tmp_path / 'w.npz'}: these are no weights of the segmenter."


def test_knots_of_three_rows_are_refused(tmp_path: Path, written: bytes) -> None:
    data = packed({**arrays_of(written), "knots_preambular": np.zeros((3, 2))})
    assert refusal(tmp_path, data) == f"{tmp_path / 'w.npz'}: these are no weights of the segmenter."


@pytest.mark.parametrize(
    "name, change",
    [
        pytest.param("marks", lambda array: array[:100], id="weights whose number is no power of two"),
        pytest.param("tables", lambda array: array[:2], id="too few linear models"),
        pytest.param("recitals_words", lambda array: array[:, :1], id="a memory of one side"),
        pytest.param("recitals_truths", lambda array: array[:3], id="a memory with too few truths"),
        pytest.param("first_measure", lambda array: array[:3], id="trees of which some are missing"),
        pytest.param("first_measure", lambda array: array + 200, id="trees that ask for what is not measured"),
        pytest.param("first_left", lambda array: array + 999, id="trees that lead nowhere"),
        pytest.param("knots_preambular", lambda array: array[:, ::-1], id="knots in falling order"),
    ],
)
def test_weights_of_another_shape_are_refused(
    tmp_path: Path, written: bytes, name: str, change: Callable[[np.ndarray], np.ndarray]
) -> None:
    arrays = arrays_of(written)
    data = packed({**arrays, name: change(arrays[name])})
    assert refusal(tmp_path, data) == f"{tmp_path / 'w.npz'}: these are no weights of the segmenter."


def test_the_shipped_file_is_small_enough() -> None:
    assert 100_000 < SHIPPED.stat().st_size <= MOST_BYTES


def test_the_shipped_file_holds_numbers_and_no_text() -> None:
    data = SHIPPED.read_bytes()
    assert ARABIC_RUN.search(data) is None
    arrays = arrays_of(data)
    assert set(NEEDED) < set(arrays)
    for name, array in arrays.items():
        assert name.isascii() and array.dtype.kind in "fiu", name
        assert ARABIC_RUN.search(array.tobytes()) is None, name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-le"])
def test_text_in_a_file_would_be_found(encoding: str) -> None:
    assert ARABIC_RUN.search(b"\x07\xff" + "المكتبات".encode(encoding))

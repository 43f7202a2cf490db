"""The default scheme for the tests of the colours."""

import pytest

from model.annotation.layers import Scheme, read_scheme


@pytest.fixture(scope="session")
def scheme() -> Scheme:
    """The default scheme."""
    return read_scheme()

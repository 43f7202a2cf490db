import gc

import pytest

from model.formats import collector


def test_it_is_as_it_was_afterwards() -> None:
    with pytest.raises(ZeroDivisionError), collector.switched_off():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()
    with collector.switched_off():
        with collector.switched_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()

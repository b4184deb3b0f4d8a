from __future__ import annotations

import gc

import pytest

from factcheck.run.collector import pause_collector


def test_the_collector_rests_inside_and_works_again_outside():
    with pause_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error():
    with pytest.raises(ValueError, match="broken"), pause_collector():
        raise ValueError("broken")
    assert gc.isenabled()


def test_one_that_rested_before_rests_on():
    gc.disable()
    try:
        with pause_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()

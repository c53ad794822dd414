import gc

import pytest

from server.at_need import collector_rests


def test_the_collector_rests_also_while_a_module_is_loaded_meanwhile() -> None:
    with collector_rests():
        resting = [gc.isenabled()]
        with collector_rests():
            resting.append(gc.isenabled())
        resting.append(gc.isenabled())
    assert (resting, gc.isenabled()) == ([False, False, False], True)


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="torn"), collector_rests():
        raise ValueError("torn")
    assert gc.isenabled()


def test_what_is_in_a_ring_is_still_found_when_the_collector_has_rested() -> None:
    class Ring:
        gone = 0
        own: object = None

        def __del__(self) -> None:
            Ring.gone += 1

    with collector_rests():
        ring = Ring()
        ring.own = ring
        del ring
    gc.collect()
    assert Ring.gone == 1

"""Whatever becomes of a good file, it is read whole or refused in sentences: never anything else."""

import gc
import sys
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import own
from tests.fuzz.targets import TARGETS

EXAMPLES = 120
TIMES = 100
WARM_UP = 20
GROWTH_MAX_BLOCKS = 5 * TIMES
"""A reader that kept what it read would keep dozens of blocks each time; caches of the libraries keep a few at first."""


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_good_file_with_something_wrong_is_read_or_refused(target: str, data: st.DataObject) -> None:
    good = data.draw(st.sampled_from(own(target)))
    TARGETS[target](mutated(good, Random(data.draw(st.integers(0, 2**64)))))


@pytest.mark.parametrize("target", TARGETS)
@given(bytes_=st.binary(max_size=2000))
@settings(max_examples=40)
def test_any_bytes_are_read_or_refused(target: str, bytes_: bytes) -> None:
    TARGETS[target](bytes_)


@pytest.mark.parametrize("target", TARGETS)
def test_our_own_samples_hold(target: str) -> None:
    for good in own(target):
        TARGETS[target](good)


@pytest.mark.parametrize("target", TARGETS)
def test_reading_the_same_two_hundred_times_keeps_nothing(target: str) -> None:
    """Each examination reads at least twice. The interpreter counts its blocks itself, without slowing anything."""
    examine, good = TARGETS[target], own(target)[0]
    for _ in range(WARM_UP):
        examine(good)
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(TIMES):
        examine(good)
    gc.collect()
    assert sys.getallocatedblocks() - before < GROWTH_MAX_BLOCKS

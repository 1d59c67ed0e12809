"""How often somebody may ask: a crowd at once, then so many a second, and each for themselves."""

import pytest
from starlette.exceptions import HTTPException

from ntrkcourse.live.limits import Rate


def test_a_crowd_passes_and_then_so_many_a_second():
    now = [0.0]
    rate = Rate(3, 0.5, lambda: now[0])
    for _ in range(3):
        rate.take("a")
    with pytest.raises(HTTPException) as refused:
        rate.take("a")
    assert refused.value.status_code == 429 and refused.value.headers == {"Retry-After": "2"}
    rate.take("b")
    now[0] = 2
    rate.take("a")
    with pytest.raises(HTTPException):
        rate.take("a")
    now[0] = 1000
    for _ in range(3):
        rate.take("a")


def test_who_has_long_been_quiet_is_forgotten():
    now = [0.0]
    rate = Rate(1, 1, lambda: now[0])
    for one in range(10_000):
        rate.take(str(one))
    now[0] = 10
    rate.take("new")
    assert set(rate._left) == {"new"}

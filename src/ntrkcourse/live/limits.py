"""How often somebody may ask, and how much may be sent."""

import json
import time
from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

DEEPEST = 12
_MOST_REMEMBERED = 10_000


class Rate:
    """So many at once, and then so many a second, for each who asks.

    ``clock`` counts seconds.
    """

    def __init__(self, at_once: int, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._at_once = at_once
        self._per_second = per_second
        self._clock = clock
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, who: str) -> None:
        """Count one more; raises 429 with when to come again."""
        now = self._clock()
        left = self._now(who, now)
        if left < 1:
            wait = max(1, round((1 - left) / self._per_second))
            raise HTTPException(429, "Too many at once.", {"Retry-After": str(wait)})
        self._left[who] = (left - 1, now)
        if len(self._left) > _MOST_REMEMBERED:
            self._left = {
                one: known for one, known in self._left.items() if self._now(one, now) < self._at_once
            }

    def _now(self, who: str, now: float) -> float:
        left, when = self._left.get(who, (self._at_once, now))
        return min(self._at_once, left + (now - when) * self._per_second)


def host_of(request: Request) -> str:
    """The address from which somebody asks."""
    return request.client.host if request.client else ""


async def body_of(request: Request, most: int) -> Any:
    """The JSON that was sent; raises 413 for more bytes than ``most``, and 400 for what is none or nested deeply."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413, f"More than {most} bytes.")
    try:
        value = json.loads(body, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "This is no JSON.") from error
    if _deep(value, DEEPEST):
        raise HTTPException(400, f"Nested more than {DEEPEST} deep.")
    return value


def _deep(value: Any, levels: int) -> bool:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (levels == 0 and isinstance(value, dict | list)) or any(_deep(one, levels - 1) for one in parts)


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")

"""What the room is doing, and who is told when that changes."""

import asyncio
import json
from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from typing import Literal

from .keys import Class, Learners, start_clock, write


@dataclass(frozen=True)
class State:
    """What the trainer has set.

    Attributes
    ----------
    item
        Id of the question that the room votes on, or None.
    state
        Of that item: its answers are awaited, awaited no more, or shown.
    round
        2 where the room votes again.
    follow
        Address within the book, where the trainer is; None where the room wanders.
    """

    item: str | None = None
    state: Literal["open", "closed", "revealed"] = "closed"
    round: Literal[1, 2] = 1
    follow: str | None = None


class Change:
    """Tells all who wait that something has changed; who was busy meanwhile sees it by the count."""

    def __init__(self) -> None:
        self.count = 0
        self._event = asyncio.Event()

    def tell(self) -> None:
        """Something has changed."""
        self.count += 1
        self._event.set()
        self._event = asyncio.Event()

    async def after(self, seen: int) -> int:
        """Wait until the count is another than ``seen``; returns it."""
        while self.count == seen:
            await self._event.wait()
        return self.count


class Room:
    """One class while it is served. Its state is kept, so that a server that starts again goes on where it was."""

    def __init__(self, chosen: Class) -> None:
        self.chosen = chosen
        self.learners = Learners(chosen.credentials)
        self.state_changed = Change()
        self.answers_changed = Change()
        self.is_open = True
        self.turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        """A learner's requests one after another: what is being stored is not deleted beside it."""
        self._file = chosen.folder / "room.json"
        self.state = (
            State(**json.loads(self._file.read_text(encoding="utf-8"))) if self._file.exists() else State()
        )

    def set(self, **changes: object) -> None:
        """Change the state, and tell."""
        state = replace(self.state, **changes)  # type: ignore[arg-type]
        write(self._file, asdict(state))
        self.state = state
        self.state_changed.tell()

    def start_clock(self) -> None:
        """The session begins now."""
        self.chosen = start_clock(self.chosen)
        self.state_changed.tell()

    def close(self) -> None:
        """Let all who listen go."""
        self.is_open = False
        self.state_changed.tell()
        self.answers_changed.tell()

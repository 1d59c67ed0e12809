"""What a live class asks of the trainer's laptop and of each phone: 40 and 200 learners.

Run by ``python3 start.py bench``, or with the folder of a book that is built: ``python benchmarks/class_load.py
FOLDER``. The book is served by a real server on this machine; the learners are this process,
which shares the processors with it. Each joins, opens a chapter, and answers 20 questions, one statement a request;
the board is watched meanwhile. Prints a Markdown table.
"""

import asyncio
import re
import statistics
import sys
import tempfile
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import httpx

from ntrkcourse.commands.book import build
from ntrkcourse.content.location import OUTPUT, ROOT
from ntrkcourse.live import database

sys.path.insert(0, str(ROOT / "tests"))
from live_class import Learner, Served, asked, served

ROOMS = (40, 200)
ANSWERS = 20
# A room answers a question within half a minute or so: this is a tenth of that.
SECONDS_FOR_AN_ANSWER = 3
CHAPTER = "notebooks/03_how_rare.html"


class Phone:
    """A learner with a client of its own, which counts what comes in."""

    def __init__(self, server: Served, seed: int) -> None:
        self.bytes = 0
        self.client = httpx.AsyncClient(
            base_url=server.address,
            timeout=60,
            event_hooks={"response": [self._count]},
            limits=httpx.Limits(max_connections=2),
        )
        self.learner = Learner(self.client, seed)

    async def _count(self, response: httpx.Response) -> None:
        await response.aread()
        self.bytes += response.num_bytes_downloaded + sum(
            len(k) + len(v) + 4 for k, v in response.headers.raw
        )

    async def follow(self, server: Served, place: float, files: list[str]) -> list[float]:
        """Join, open a chapter, answer; ``place`` from 0 to 1 is when within each question. Returns how long each took."""
        joined = await timed(self.learner.join(server.chosen.code))
        for file in files:
            await self.client.get(file, headers={"Accept-Encoding": "gzip"})
        begun = asyncio.get_running_loop().time()
        for number, question in enumerate(asked(ANSWERS)):
            due = begun + (number + place) * SECONDS_FOR_AN_ANSWER
            await asyncio.sleep(max(0, due - asyncio.get_running_loop().time()))
            self.learner.answer(question)
            await self.learner.send()
        await self.client.aclose()
        return [joined, *self.learner.seconds]


async def timed(work: Awaitable[Any]) -> float:
    begun = asyncio.get_running_loop().time()
    await work
    return asyncio.get_running_loop().time() - begun


async def hold(server: Served, size: int, files: list[str]) -> tuple[list[list[float]], int]:
    phones = [Phone(server, seed) for seed in range(size)]
    watching = asyncio.create_task(watch(server))
    times = await asyncio.gather(
        *(phone.follow(server, number / size, files) for number, phone in enumerate(phones))
    )
    watching.cancel()
    return times, max(phone.bytes for phone in phones)


async def watch(server: Served) -> None:
    """The board, open all the time."""
    headers = {"Authorization": f"Bearer {server.chosen.key}"}
    async with (
        httpx.AsyncClient(base_url=server.address, timeout=None, headers=headers) as client,
        client.stream("GET", "/board/events") as stream,
    ):
        async for _ in stream.aiter_lines():
            pass


def used(process: int) -> tuple[float, int]:
    """(seconds of a processor, most memory in MB) that a process has used; Linux says so."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    status = Path(f"/proc/{process}/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0])
    return (int(fields[11]) + int(fields[12])) / 100, peak // 1024


def files_of(book: Path, page: str) -> list[str]:
    """A page and the scripts and styles that it names."""
    text = (book / page).read_text(encoding="utf-8")
    named = re.findall(r'(?:src|href)="(\.\./_static/[^"]+\.(?:js|css|svg)[^"]*)"', text)
    return [f"/{page}", *dict.fromkeys(one.replace("..", "", 1) for one in named)]


def main(book: Path | None = None) -> int:
    if book is None:
        book = OUTPUT
        if code := build():
            return code
    files = files_of(book, CHAPTER)
    print(
        "\n| learners | join p95 ms | answer p50 ms | answer p95 ms | answers a second | processor ms an answer | memory MB | bytes a phone |"
        "\n|---|---|---|---|---|---|---|---|"
    )
    for size in ROOMS:
        with tempfile.TemporaryDirectory() as folder, served(Path(folder), book) as server:
            assert server.process is not None
            before, _ = used(server.process.pid)
            times, most = asyncio.run(hold(server, size, files))
            after, memory = used(server.process.pid)
            stored = len(database.statements(server.store))
            assert stored == size * ANSWERS, stored
        answers = [one for each in times for one in each[1:]]
        joins = [each[0] for each in times]
        print(
            f"| {size} | {percentile(joins, 95)} | {percentile(answers, 50)} | {percentile(answers, 95)} "
            f"| {size / SECONDS_FOR_AN_ANSWER:.0f} | {1000 * (after - before) / stored:.1f} | {memory} | {most:,} |",
            flush=True,
        )
    return 0


def percentile(seconds: list[float], which: int) -> str:
    return f"{1000 * statistics.quantiles(seconds, n=100)[which - 1]:.0f}"


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))

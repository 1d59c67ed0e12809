"""What a class that runs notebooks asks of one machine: ten seats of a JupyterHub, five coming at a time.

Run by ``python3 start.py bench``. A real hub on this machine starts a server for each, and starts it again; five of
them run a chapter to its end. The learners are this process, which shares the processors with them. Processor time is
that of a server until it answers, whatever else the machine does; memory is the processes' own and their share of what
several use. Prints a Markdown table.
"""

import statistics
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psutil

from ntrkcourse.content.location import ROOT, notebooks_folder
from ntrkcourse.lab.copies import chapters

sys.path.insert(0, str(ROOT / "tests"))
from hub_class import Learner, running_hub

AT_ONCE, ROUNDS = 5, 2


@dataclass(frozen=True)
class Start:
    """Seconds until a server answers, and those that processors worked on it."""

    waited: float
    worked: float


def start(learner: Learner) -> Start:
    waited = learner.start()
    times = _server(learner.seat).cpu_times()
    return Start(waited, times.user + times.system + times.children_user + times.children_system)


def comings(address: str, seats: list[str]) -> tuple[list[Start], list[Start]]:
    """Starts of these seats at once: the first time, and once the copies are there."""
    with ExitStack() as stack, ThreadPoolExecutor(AT_ONCE) as pool:
        learners = [stack.enter_context(Learner(address, seat)) for seat in seats]
        first = list(pool.map(start, learners))
        list(pool.map(Learner.stop, learners))
        again = list(pool.map(start, learners))
        list(pool.map(Learner.stop, learners))
    return first, again


def memory(address: str, seat: str, chapter: str) -> tuple[float, float]:
    """MB that the server of a seat takes, alone and with the kernel of a chapter that ran to its end."""
    with Learner(address, seat) as learner:
        learner.start()
        alone = _memory_of(seat)
        notebook = learner.notebook(chapter)
        with learner.kernel(chapter) as kernel:
            for cell in notebook["cells"]:
                if cell["cell_type"] == "code":
                    kernel.run(cell["source"])
            return alone, _memory_of(seat)


def _memory_of(seat: str) -> float:
    server = _server(seat)
    parts = [server, *server.children(recursive=True)]
    return float(sum(one.memory_full_info().pss for one in parts)) / 2**20


def _server(seat: str) -> psutil.Process:
    return next(
        one
        for one in psutil.Process().children(recursive=True)
        if "jupyterhub.singleuser" in one.cmdline() and one.environ()["JUPYTERHUB_USER"] == seat
    )


def main() -> int:
    seats = [f"seat-{number:02}" for number in range(1, AT_ONCE * ROUNDS + 1)]
    names = [str(name) for name in chapters(notebooks_folder())][3 : 3 + AT_ONCE]
    with tempfile.TemporaryDirectory() as folder, running_hub(Path(folder)) as address:
        rounds = [comings(address, seats[at : at + AT_ONCE]) for at in range(0, len(seats), AT_ONCE)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            taken = list(pool.map(memory, [address] * AT_ONCE, seats, names))
    first, again = ([one for times in kind for one in times] for kind in zip(*rounds, strict=True))
    alone, running = zip(*taken, strict=True)
    print(
        "\n| start | p50 s | p95 s | processor s | MB a server | MB with a chapter's kernel |"
        "\n|---|---|---|---|---|---|"
    )
    for name, starts in (("first", first), ("later", again)):
        waited = [one.waited for one in starts]
        worked = statistics.median(one.worked for one in starts)
        print(
            f"| {name} | {percentile(waited, 50)} | {percentile(waited, 95)} | {worked:.1f} "
            f"| {max(alone):.0f} | {max(running):.0f} |"
        )
    return 0


def percentile(times: list[float], which: int) -> str:
    return f"{statistics.quantiles(times, n=100, method='inclusive')[which - 1]:.1f}"


if __name__ == "__main__":
    raise SystemExit(main())

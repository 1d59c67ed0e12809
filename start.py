#!/usr/bin/env python3
"""The one way into the course: ``python3 start.py book``, ``lab``, ``test``, ``check``, ``bench``.

Needs Python 3.11 or later and nothing else. Makes ``.venv`` from ``requirements.txt`` the first time and when
that file has changed, then hands over to the course's own command.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
STAMP = VENV / "requirements.sha256"
SPACE_NEEDED_MB = 1700


def main() -> int:
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        return fail(
            f"This course needs Python 3.11 or later; this is {found}. Newer ones: https://www.python.org"
        )
    if not is_ready():
        problem = prepare()
        if problem:
            return fail(problem)
    command = [str(venv_python()), "-m", "ntrkcourse", *sys.argv[1:]]
    try:
        # One encoding for all, also where the system has another.
        return subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}).returncode
    except KeyboardInterrupt:
        return 130


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted_stamp() -> str:
    return hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode() + str(ROOT).encode()).hexdigest()


def is_ready() -> bool:
    return venv_python().exists() and STAMP.exists() and STAMP.read_text() == wanted_stamp()


def prepare() -> str:
    """Make the environment; returns what went wrong, or nothing."""
    free = shutil.disk_usage(ROOT).free // 2**20
    if free < SPACE_NEEDED_MB and not VENV.exists():
        return f"The disk is nearly full: {free} MB free, about {SPACE_NEEDED_MB} MB needed in {ROOT}."
    total = len(re.findall(r"^[\w.-]+==", REQUIREMENTS.read_text(), re.MULTILINE))
    print(f"Preparing the course in {VENV} (once; about {total} packages, one to five minutes).", flush=True)
    # Not the environment's own Python, which is about to be removed.
    base = getattr(sys, "_base_executable", sys.executable)
    try:
        made = subprocess.run([base, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True)
    except OSError as error:
        return f"Python could not make {VENV}: {error}"
    if made.returncode:
        hint = " On Debian and Ubuntu: apt install python3-venv." if "ensurepip" in made.stdout else ""
        return f"Python could not make {VENV}.{hint}\n{made.stdout}{made.stderr}"
    problem = install(total)
    if problem:
        return problem
    # The package itself is used from src/, so that a change to it needs no new installation.
    site = subprocess.run(
        [str(venv_python()), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    (Path(site) / "ntrkcourse.pth").write_text(os.path.relpath(ROOT / "src", site))
    register(Path(site))
    STAMP.write_text(wanted_stamp())
    return ""


def register(site: Path) -> None:
    """Let other packages find what the course adds to them: the entry points that an installation would have."""
    import tomllib  # not there in a Python that is too old, to which main() must still say so

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    about = site / f"{project['name']}-{project['version']}.dist-info"
    about.mkdir(exist_ok=True)
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    lines = []
    for group, points in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {place}" for name, place in points.items())]
    (about / "entry_points.txt").write_text("\n".join(lines) + "\n")


def install(total: int) -> str:
    """Run pip with a line of progress; returns what went wrong, or nothing."""
    pip = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-color"]
    pip += ["--progress-bar", "off", "--require-hashes", "-r", str(REQUIREMENTS)]
    log: list[str] = []
    seen = 0
    with subprocess.Popen(
        pip, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            log.append(line)
            if line.startswith("Collecting "):
                seen += 1
                show(f"  {seen} of at most {total}: {line.split()[1].split('==')[0]}")
            elif line.startswith("Installing collected packages"):
                show("  all fetched; unpacking")
    show("")
    if process.returncode == 0:
        return ""
    text = "".join(log)
    if "No space left" in text:
        return f"The disk is full. Free about {SPACE_NEEDED_MB} MB in {ROOT} and run the same command again."
    if re.search(
        r"NewConnectionError|Temporary failure in name|Network is unreachable|getaddrinfo|timed out", text
    ):
        return "The package index could not be reached. The first run needs the network; later ones do not."
    return f"The packages could not be installed. The end of pip's report:\n{''.join(log[-25:])}"


def show(text: str) -> None:
    """Progress on one line of a terminal; every twentieth step in a log."""
    if sys.stdout.isatty():
        print(f"\r{text:<70}", end="" if text else "\r", flush=True)
    elif text and ("unpacking" in text or text.split()[0].endswith("0")):
        print(text, flush=True)


def fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""The ecosystem's own commands, as CONTRIBUTING names them, where the packages are installed and the course is not."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import urllib.error
import urllib.request
import venv
from pathlib import Path

import pytest
from jupyter_client import BlockingKernelClient
from small_book import TOC, OneChapter

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shares the packages by symbolic links")


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """A copy of the course, the Python of a plain environment, and that one's variables."""
    folder = tmp_path_factory.mktemp("plain")
    book = OneChapter(folder)
    (folder / "_toc.yml").write_text(TOC.replace("01_inherited", "03_how_rare"))
    home = tmp_path_factory.mktemp("environment")
    venv.create(home)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home)}))
    # The same packages, without the line that puts the course on the path.
    (site / "packages.pth").write_text(sysconfig.get_path("purelib"))
    (home / "share").symlink_to(Path(sys.prefix) / "share")
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "JUPYTER"))
    }
    environment |= {"HOME": str(home), "JUPYTER_RUNTIME_DIR": str(home / "runtime")}
    return book, str(home / "bin/python"), environment


def run(plain, *command):
    book, python, environment = plain
    return subprocess.run(
        [python, *command], cwd=book.folder, env=environment, capture_output=True, text=True, timeout=300
    )


def test_the_course_is_not_installed_there(plain):
    assert "No module named 'ntrkcourse'" in run(plain, "-c", "import ntrkcourse").stderr


def test_jupyter_book_build(plain):
    result = run(plain, "-c", "from jupyter_book.cli.main import main; main()", "build", ".")
    assert (result.returncode, result.stderr) == (0, "")
    page = plain[0].html / "notebooks/03_how_rare.html"
    assert 'id="ntrk-models"' in page.read_text("utf-8")


def test_pytest_on_a_chapter_and_a_notebook_in_a_folder(plain):
    notebooks = (OneChapter.chapter, "notebooks/trainers/linked_widgets.ipynb")
    result = run(plain, "-m", "pytest", "--nbval-lax", "-v", *notebooks)
    assert result.returncode == 0, result.stdout
    for notebook in notebooks:
        assert re.search(rf"{Path(notebook).stem}\b.*Cell \d+ PASSED", result.stdout), result.stdout


def answer(request, server):
    """The server's answer; it names its address before it listens there."""
    while True:
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.read()
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError:
            assert server.poll() is None


def test_jupyter_lab(plain):
    book, python, environment = plain
    command = [python, "-m", "jupyterlab", "--no-browser", "--allow-root", "--port=0"]
    command += ["--IdentityProvider.token=course"]
    with subprocess.Popen(
        command, cwd=book.folder, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            address = next(
                found[1]
                for line in server.stderr
                if (found := re.search(r"(http://127\.0\.0\.1:\d+/)lab", line))
            )
            about = {
                "path": OneChapter.chapter,
                "name": "",
                "type": "notebook",
                "kernel": {"name": "python3"},
            }
            request = urllib.request.Request(
                f"{address}api/sessions",
                data=json.dumps(about).encode(),
                headers={"Authorization": "token course", "Content-Type": "application/json"},
            )
            kernel = json.loads(answer(request, server))["kernel"]["id"]
            file = Path(environment["JUPYTER_RUNTIME_DIR"]) / f"kernel-{kernel}.json"
            client = BlockingKernelClient(connection_file=str(file))
            client.load_connection_file()
            client.start_channels()
            reply = client.execute_interactive(
                "from ntrkcourse import quiz", timeout=60, output_hook=lambda message: None
            )
            client.stop_channels()
            assert reply["content"]["status"] == "ok", reply["content"]
        finally:
            server.terminate()

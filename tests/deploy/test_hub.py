"""A class on a real JupyterHub: five learners on this machine, each with copies of the chapters."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from hub_class import CONFIG, PASSWORD, Learner, running_hub

from ntrkcourse.content.location import notebooks_folder
from ntrkcourse.lab.copies import chapters
from ntrkcourse.lab.models import saved_models, shown

pytestmark = pytest.mark.skipif(os.name == "nt", reason="JupyterHub does not run on Windows")

SEATS = [f"seat-{number:02}" for number in range(1, 6)]
NAMES = [str(name) for name in chapters(notebooks_folder())]
MINE = "# my own words"


@pytest.mark.parametrize("password", ["", "short"])
def test_a_hub_without_a_password_says_what_is_missing(password, tmp_path):
    said = subprocess.run(
        [sys.executable, "-m", "jupyterhub", "--config", str(CONFIG)],
        env={**os.environ, "NTRKCOURSE_HUB": str(tmp_path), "NTRKCOURSE_HUB_PASSWORD": password},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert said.returncode and "NTRKCOURSE_HUB_PASSWORD" in said.stderr.splitlines()[-1]
    assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with running_hub(tmp_path_factory.mktemp("hub")) as address:
        yield address


@pytest.fixture(scope="module")
def learners(address):
    with ExitStack() as stack, ThreadPoolExecutor(len(SEATS)) as pool:
        found = [stack.enter_context(Learner(address, seat)) for seat in SEATS]
        list(pool.map(Learner.start, found))
        yield found


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("seat", "password", "is_in"),
    [("seat-40", PASSWORD, True), ("seat-40", "another password", False), ("anna", PASSWORD, False)],
)
def test_the_password_of_the_class_opens_a_seat_and_nothing_else_does(address, seat, password, is_in):
    with Learner(address, seat, password) as learner:
        assert learner.is_in == is_in


@pytest.mark.thorough
def test_five_learners_run_a_chapter_each_to_its_end(learners):
    with ThreadPoolExecutor(len(learners)) as pool:
        ran = list(pool.map(Learner.run, learners, NAMES[3:8]))
    for notebook, models in ran:
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        errors = [one for cell in cells for one in cell["outputs"] if one["output_type"] == "error"]
        assert not errors
        assert all(cell["outputs"] for cell in cells)
        views = [view for cell in cells for view in shown(cell)]
        assert len(views) > 5 and set(views) <= models


@pytest.mark.thorough
def test_every_chapter_is_alive_and_trusted_before_anything_is_run(learners):
    for name in NAMES:
        notebook = learners[4].notebook(name)
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        if name not in NAMES[3:8]:
            assert {view for cell in cells for view in shown(cell)} <= saved_models(notebook).keys()
            assert all(cell["metadata"]["trusted"] for cell in cells), name


@pytest.mark.thorough
def test_what_a_learner_writes_stays_and_reaches_no_other(learners):
    writer, other = learners[:2]
    notebook, before = writer.notebook(NAMES[1]), other.notebook(NAMES[1])
    notebook["cells"][0]["source"] += MINE
    writer.save(NAMES[1], notebook)
    writer.stop()
    writer.start()
    assert writer.notebook(NAMES[1])["cells"][0]["source"].endswith(MINE)
    assert other.notebook(NAMES[1]) == before


@pytest.mark.thorough
def test_a_learner_reaches_no_other_seat_through_the_hub(learners):
    assert learners[0].knock(SEATS[1]) in (403, 404)


@pytest.mark.thorough
def test_a_kernel_that_wants_all_the_memory_is_refused_and_goes_on(learners):
    with learners[2].kernel(NAMES[0]) as kernel:
        refused = kernel.run("all_of_it = bytearray(3 * 2**30)")
        assert [one["ename"] for one in refused] == ["MemoryError"]
        assert kernel.run("print('still here')")[0]["text"] == "still here\n"

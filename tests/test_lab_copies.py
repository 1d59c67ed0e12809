"""The copies of ``start.py lab``: whatever became of them, the next start has every widget alive and every word kept."""

import json
import os
import posixpath
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from ntrkcourse.content.location import notebooks_folder
from ntrkcourse.lab import launch
from ntrkcourse.lab.copies import chapters, prepare
from ntrkcourse.lab.files import DATA, is_trusted, read_notebook, write_notebook
from ntrkcourse.lab.links import links_for_lab
from ntrkcourse.lab.models import keep_models, saved_models, shown
from ntrkcourse.lab.pages import write_pages

MINE = "print('my own words')"


def chapter(*sources):
    v4 = nbformat.v4
    text = v4.new_markdown_cell("# Chapter\n\n[4 of 4,854](fact:epi.ntrk.breast.rossds2020)", id="text")
    return v4.new_notebook(
        cells=[text, *(v4.new_code_cell(source, id=f"code-{n}") for n, source in enumerate(sources))],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )


QUIZ = 'from ntrkcourse import quiz\n\nquiz("03.read-interval")'
NUMBERS = 'print("worked out")'


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder with two small chapters, one of them in a folder of its own, and their copies."""
    root = tmp_path_factory.mktemp("course")
    (root / "notebooks/trainers").mkdir(parents=True)
    (root / "notebooks/.ipynb_checkpoints").mkdir()
    nbformat.write(chapter(QUIZ, NUMBERS), root / "notebooks/00_first.ipynb")
    nbformat.write(chapter(QUIZ), root / "notebooks/trainers/linked.ipynb")
    nbformat.write(chapter(QUIZ), root / "notebooks/.ipynb_checkpoints/00_first-checkpoint.ipynb")
    refresh(root)
    return root


@pytest.fixture
def course(prepared, tmp_path):
    return Path(shutil.copytree(prepared, tmp_path / "course"))


def refresh(root, version="1"):
    (root / "lab" / DATA).mkdir(parents=True, exist_ok=True)
    prepare(root / "notebooks", root / "lab", version)


def first(root):
    return root / "lab/00_first.ipynb"


def save(notebook, root):
    """As JupyterLab does it: written, and trusted."""
    write_notebook(notebook, first(root), root / "lab" / DATA)


def assert_alive(file, root):
    notebook = read_notebook(file)
    views = [name for cell in notebook.cells for name in shown(cell)]
    assert views and set(views) <= saved_models(notebook).keys()
    assert is_trusted(notebook, root / "lab" / DATA)
    return notebook


def text_of(notebook):
    return [cell.source for cell in notebook.cells]


def test_copies_are_alive_also_of_notebooks_in_folders(prepared):
    for name in ("00_first.ipynb", "trainers/linked.ipynb"):
        assert_alive(prepared / "lab" / name, prepared)
    assert not list(prepared.glob("lab/**/*checkpoint*"))


def run_all_saved_without_state(notebook):
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            for view in output.get("data", {}).values():
                if "model_id" in view:
                    view["model_id"] = f"new{view['model_id']}"


def cleared(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


def state_lost(notebook):
    del notebook.metadata["widgets"]


@pytest.mark.parametrize(
    ("harm", "own"),
    [(run_all_saved_without_state, [MINE]), (cleared, [MINE]), (state_lost, [MINE]), (cleared, [])],
)
def test_widgets_come_back_and_the_readers_cells_stay(course, harm, own):
    notebook = read_notebook(first(course))
    notebook.cells[1:1] = [nbformat.v4.new_code_cell(source) for source in own]
    harm(notebook)
    save(notebook, course)
    refresh(course)
    assert text_of(assert_alive(first(course), course)) == text_of(notebook)


def test_a_copy_that_another_program_changed_is_alive_again(course):
    notebook = read_notebook(first(course))
    picture = nbformat.v4.new_output("display_data", {"text/html": "<script>x()</script>", "text/plain": "x"})
    notebook.cells.append(nbformat.v4.new_code_cell(MINE, outputs=[picture]))
    nbformat.write(notebook, first(course))
    refresh(course)
    after = assert_alive(first(course), course)
    assert text_of(after) == text_of(notebook)
    assert after.cells[-1].outputs[0].data == {"text/plain": "x"}, "a script of unknown origin is not trusted"


def test_a_copy_cut_off_by_a_full_disk_is_made_anew_and_what_is_left_is_kept(course, capsys):
    whole = first(course).read_text()
    first(course).write_text(whole[: len(whole) // 2])
    refresh(course)
    assert_alive(first(course), course)
    assert (course / "lab/00_first.ipynb.damaged1").read_text() == whole[: len(whole) // 2]
    assert "00_first.ipynb.damaged1" in capsys.readouterr().err
    assert len(list(course.glob("lab/*.ipynb"))) == 1, "a half copy is not the reader's own"


@pytest.mark.parametrize(
    "record",
    ["", '{"00_first.ipynb": 1}', *(pytest.param(one, marks=pytest.mark.thorough) for one in ("{", "[]"))],
)
def test_a_lost_record_takes_no_copy_for_the_readers_own(course, record):
    notebook = read_notebook(first(course))
    del notebook.metadata["ntrkcourse_lab"]
    save(notebook, course)
    (course / "lab/.made.json").write_text(record)
    refresh(course)
    assert_alive(first(course), course)
    assert len(list(course.glob("lab/*.ipynb"))) == 1


def test_what_stands_prepared_is_taken_over_and_run_no_second_time(course, tmp_path, monkeypatch):
    monkeypatch.setattr("ntrkcourse.lab.copies.run", None)
    (tmp_path / "lab" / DATA).mkdir(parents=True)
    prepare(course / "notebooks", tmp_path / "lab", "1", ready=course / "lab")
    for name in ("00_first.ipynb", "trainers/linked.ipynb"):
        assert_alive(tmp_path / "lab" / name, tmp_path)


def test_what_stands_prepared_takes_no_readers_place(course, tmp_path):
    mine = Path(shutil.copytree(course, tmp_path / "mine"))
    written = change(mine)
    refresh(course, "2")
    prepare(mine / "notebooks", mine / "lab", "2", ready=course / "lab")
    assert text_of(assert_alive(first(mine), mine)) == text_of(written)


def test_a_copy_that_is_alive_is_left_alone(course):
    before = first(course).read_bytes()
    refresh(course)
    assert first(course).read_bytes() == before


def test_what_the_reader_has_not_run_is_not_run_and_what_fails_is_kept(course):
    notebook = read_notebook(first(course))
    draft = nbformat.v4.new_code_cell("import pathlib\npathlib.Path('ran').touch()")
    broken = nbformat.v4.new_code_cell("no_such_name")
    broken.outputs = [
        nbformat.v4.new_output("execute_result", {VIEW: {"model_id": "gone"}, "text/plain": "q"})
    ]
    notebook.cells += [draft, broken]
    save(notebook, course)
    refresh(course)
    after = assert_alive(first(course), course)
    assert text_of(after) == text_of(notebook)
    assert not (course / "lab/ran").exists()
    assert after.cells[-1].outputs[0].data == {"text/plain": "q"}, "the readable output stays"


VIEW = "application/vnd.jupyter.widget-view+json"


def change(course):
    """The reader writes a cell."""
    notebook = read_notebook(first(course))
    notebook.cells.append(nbformat.v4.new_code_cell(MINE))
    save(notebook, course)
    return notebook


def test_a_newer_chapter_stands_beside_the_readers_own(course, capsys):
    mine = change(course)
    nbformat.write(chapter(QUIZ, 'print("newer")'), course / "notebooks/00_first.ipynb")
    refresh(course, "2")
    assert text_of(read_notebook(first(course))) == text_of(mine)
    newer = assert_alive(course / "lab/00_first-newer.ipynb", course)
    assert newer.cells[-1].source == 'print("newer")'
    assert "00_first-newer.ipynb" in capsys.readouterr().out
    refresh(course, "2")
    assert capsys.readouterr().out == ""


def test_new_content_reaches_the_readers_own_version(course):
    mine = change(course)
    before = set(saved_models(mine))
    refresh(course, "2")
    after = assert_alive(first(course), course)
    assert text_of(after) == text_of(mine)
    assert not before & saved_models(after).keys(), "the widgets are made anew"
    assert not (course / "lab/00_first-newer.ipynb").exists()


def test_a_duplicate_or_a_damaged_chapter_breaks_nothing(course, capsys):
    shutil.copy(first(course), course / "lab/00_first-Copy1.ipynb")
    shutil.copy(course / "notebooks/00_first.ipynb", course / "notebooks/00_first-Copy1.ipynb")
    (course / "notebooks/01_broken.ipynb").write_text("{")
    nbformat.write(chapter("1 / 0", QUIZ), course / "notebooks/02_fails.ipynb")
    refresh(course)
    assert_alive(course / "lab/02_fails.ipynb", course)
    said = capsys.readouterr().err
    assert "01_broken.ipynb" in said and "02_fails.ipynb: cell code-0: ZeroDivisionError" in said
    assert "--LabApp.default_url=/lab/tree/00_first.ipynb" in launch.command(
        course / "lab", course / "notebooks", browser=False
    )


def test_a_start_killed_in_the_middle_goes_on_with_the_next(tmp_path):
    (tmp_path / "notebooks").mkdir()
    for number in range(3):
        nbformat.write(chapter(QUIZ), tmp_path / f"notebooks/0{number}_some.ipynb")
    (tmp_path / "lab" / DATA).mkdir(parents=True)
    code = f"from pathlib import Path; from ntrkcourse.lab.copies import prepare\
; prepare(Path({str(tmp_path / 'notebooks')!r}), Path({str(tmp_path / 'lab')!r}), '1')"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if "1 of 3" in line:
                process.kill()
    (tmp_path / "lab/.02_some.ipynb.tmp").write_text("{")
    refresh(tmp_path)
    assert sorted(file.name for file in tmp_path.glob("lab/*some*")) == [f"0{n}_some.ipynb" for n in range(3)]
    for file in tmp_path.glob("lab/*.ipynb"):
        assert_alive(file, tmp_path)


def opening(course, *arguments):
    """Python's command line that opens JupyterLab on the small chapters, with the content that they were made with."""
    code = f"""
from pathlib import Path
from ntrkcourse.lab import launch
launch.notebooks_folder = lambda: Path({str(course / "notebooks")!r})
launch.content_digest = lambda: "1"
raise SystemExit(launch.open_lab(False, {list(arguments)}))
"""
    return [sys.executable, "-c", code]


def lab(course, folder, limit=None):
    """The command in a process of its own that may write no file of more than ``limit`` bytes, as if the disk were full."""

    def restrict():
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        opening(course, "--version"),
        env={**os.environ, "NTRKCOURSE_LAB": str(folder)},
        preexec_fn=restrict if limit else None,
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no process's files")
def test_a_disk_that_fills_up_is_said_in_one_sentence_and_leaves_no_half_copy(prepared, tmp_path):
    assert first(prepared).stat().st_size > 100_000
    said = lab(prepared, tmp_path, limit=100_000)
    assert said.returncode == 1 and "Preparing" in said.stdout
    assert said.stderr.count("\n") == 1 and "NTRKCOURSE_LAB=" in said.stderr, said.stderr
    assert not list(tmp_path.glob("*.ipynb")) + list(tmp_path.glob(".*.ipynb.tmp"))


def test_a_folder_that_cannot_be_written_is_said_at_once(prepared, tmp_path):
    (tmp_path / "file").write_text("")
    said = lab(prepared, tmp_path / "file/lab")
    assert said.returncode == 1 and said.stdout == ""
    assert said.stderr.count("\n") == 1 and "NTRKCOURSE_LAB=" in said.stderr, said.stderr


@pytest.mark.skipif(os.name == "nt", reason="sends Ctrl+C as a terminal of Unix does")
def test_arguments_reach_jupyterlab_and_ctrl_c_ends_it_and_its_kernels_with_no_question(course):
    with subprocess.Popen(
        opening(course, "--port=0", "--ServerApp.base_url=/my-own/"),
        env={**os.environ, "NTRKCOURSE_LAB": str(course / "lab")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        for line in process.stderr:
            if "http://127.0.0.1" in line:
                os.killpg(process.pid, signal.SIGINT)
                break
        # Ends when JupyterLab and its kernels, which have the same stderr, have ended.
        out, said = process.communicate(timeout=60)
    assert process.returncode == 0 and "Traceback" not in said, said
    assert re.search(r"http://127\.0\.0\.1:\d+/my-own/lab", line), line
    assert ("--allow-root" in out) == launch.is_root()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    write_pages(folder, "1")
    return folder


@pytest.mark.parametrize("name", chapters(notebooks_folder()), ids=str)
def test_every_link_of_a_chapter_leads_somewhere_in_jupyterlab(name, pages):
    cells = read_notebook(notebooks_folder() / name).cells
    text = "\n\n".join(links_for_lab(c.source, name) for c in cells if c.cell_type == "markdown")
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    assert any(target.startswith("evidence/") for target in targets) or len(name.parts) > 1
    for target in targets:
        path = posixpath.normpath(posixpath.join(name.parent, target.partition("#")[0]))
        known = target.startswith(("#", "https://")) or (pages / path).is_file()
        assert known or (notebooks_folder() / path).is_file(), target


def test_links_of_a_notebook_in_a_folder_climb_out_of_it():
    name = next(iter(chapters(notebooks_folder()))).with_name("trainers") / "linked.ipynb"
    links = "[a](fact:some.id) [b](../../book/glossary.md#term) [c](../03_how_rare.ipynb) [d](#here) [e](https://x.org)"
    assert links_for_lab(links, name) == (
        "[a](../evidence/some.id.md) [b](../book/glossary.md#term) [c](../03_how_rare.ipynb) [d](#here) [e](https://x.org)"
    )


def test_a_link_to_a_second_hand_record_is_marked_in_jupyterlab():
    name = next(iter(chapters(notebooks_folder())))
    heard, read = "policy.gst.entrectinib_nil.mint2025", "therapy.repotrectinib.approval.ntrk2024"
    assert links_for_lab(f"[12%](fact:{heard}), [2024](fact:{read})", name) == (
        f"[12%ˢ](evidence/{heard}.md), [2024](evidence/{read}.md)"
    )


def test_records_gone_from_the_content_are_gone_from_the_pages(pages):
    (pages / "evidence/old.fact.md").write_text("old")
    write_pages(pages, "2")
    assert not (pages / "evidence/old.fact.md").exists()


def test_saving_keeps_what_is_shown_and_drops_what_is_not(tmp_path):
    def notebook(*models):
        return {
            "cells": [
                {"outputs": [{"data": {VIEW: {"model_id": "a"}}}, {"data": {VIEW: {"model_id": "b"}}}]}
            ],
            "metadata": {"widgets": {STATE: {"state": dict(models)}}},
        }

    layout, link = (
        ("layout", {}),
        ("link", {"state": {"source": ["IPY_MODEL_a", "x"], "target": ["IPY_MODEL_b", "x"]}}),
    )
    a, b = ("a", {"state": {"layout": "IPY_MODEL_layout"}}), ("b", {"state": {}})
    (tmp_path / "some.ipynb").write_text(json.dumps(notebook(a, layout, link, ("old", {}))))
    saving = {"type": "notebook", "content": notebook(b, ("loose", {}))}
    contents = type("Contents", (), {"root_dir": str(tmp_path)})
    keep_models(model=saving, path="/some.ipynb", contents_manager=contents)
    assert saved_models(saving["content"]).keys() == {"a", "b", "layout", "link"}


STATE = "application/vnd.jupyter.widget-state+json"

"""The build of the book: the last good one stays, the fault is named, and nothing stale is published."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import urllib.request

import pytest
from small_book import CHAPTER, INDEX, TOC, SmallBook

from ntrkcourse.publish.server import BookServer

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's devices and mounts")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The small book, and what its first build said."""
    book = SmallBook(tmp_path_factory.mktemp("small"))
    return book, book.build()


@pytest.fixture
def small(first):
    """The small book, well built; mended after the test."""
    book, _ = first
    kept = {
        name: (book.folder / name).read_text("utf-8") for name in ("index.md", "part.md", "_toc.yml", CHAPTER)
    }
    yield book
    for name, text in kept.items():
        book.write(name, text)


def test_a_good_build_says_two_lines_and_nothing_else(first):
    _, (code, out, errors) = first
    assert (code, errors) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["Building", "Built"]
    assert "\x1b" not in out


def test_a_failed_build_names_its_cell_first_leaves_the_last_good_book_and_fails_until_it_is_mended(small):
    before = small.pages()
    small.write("index.md", "# A small book\n\nSee [more](nowhere.md).\n")
    notebook = json.loads((small.folder / CHAPTER).read_text("utf-8"))
    cell = {"cell_type": "code", "id": "broken", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].append({**cell, "source": "x = 1\nx / 0"})
    small.write(CHAPTER, json.dumps(notebook))
    code, _, errors = small.build()
    place = f"{CHAPTER}, cell {len(notebook['cells'])}, line 2"
    assert code == 1
    assert errors.startswith(f"{place}: ZeroDivisionError: division by zero\n")
    assert "\x1b" not in errors and "WARNING" not in errors
    assert small.pages() == before
    notebook["cells"].pop()
    small.write(CHAPTER, json.dumps(notebook))
    code, _, errors = small.build()
    assert code == 1
    assert errors.startswith("index.md, line 3: 'myst' cross-reference target not found: 'nowhere.md'")
    assert errors.endswith("The book was not built. The last good one stays as it was.\n")
    assert small.pages() == before


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("_toc.yml", f"{TOC}  - file: book/nothing\n", "_toc.yml: toctree contains reference to nonexisting"),
        pytest.param("_toc.yml", f"{TOC}  - chapter: x\n", "_toc.yml: ", marks=pytest.mark.thorough),
        ("_toc.yml", f"{TOC}  - [\n", "_toc.yml, line 6: "),
    ],
    ids=["missing page", "wrong key", "no YAML"],
)
def test_the_fault_of_the_contents_is_the_first_thing_said(small, file, text, said):
    small.write(file, text)
    code, _, errors = small.build()
    assert code == 1
    assert errors.startswith(said)


def test_two_builds_at_once_follow_each_other_and_a_server_has_every_page_meanwhile(small):
    small.write("index.md", INDEX.replace("First", "Second"))
    with BookServer(small.html) as server:
        address = f"{server.address}/index.html"
        both = [small.start(), small.start()]
        seen = []
        for process in both:
            # Again and again, and yet the builds get on.
            while process.poll() is None:
                with (
                    urllib.request.urlopen(address) as answer,
                    contextlib.suppress(subprocess.TimeoutExpired),
                ):
                    seen.append(b"Second edition" in answer.read())
                    process.wait(timeout=0.01)
        said = [process.communicate() for process in both]
        with urllib.request.urlopen(address) as answer:
            assert b"Second edition" in answer.read()
    assert len(seen) > 100 and not seen[0]
    assert [process.returncode for process in both] == [0, 0]
    assert [errors for _, errors in said] == ["", ""]
    assert sum("Another build is running; this one waits for it." in out for out, _ in said) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX process groups")
@pytest.mark.parametrize("how", [signal.SIGKILL, pytest.param(signal.SIGINT, marks=pytest.mark.thorough)])
def test_after_a_build_that_was_stopped_the_book_is_there_and_the_next_build_works(small, how):
    before = small.pages()
    small.write("index.md", f"{INDEX}\nStopped by {how}.\n")
    process = small.start(start_new_session=True)
    # Sphinx writes its pages beside the book: by then it is well under way.
    while not (small.folder / "_build/.work/html").exists():
        assert process.poll() is None
    os.killpg(process.pid, how)
    _, errors = process.communicate(timeout=60)
    assert process.returncode != 0 and "Traceback" not in errors
    assert small.pages() == before
    code, out, _ = small.build()
    assert code == 0 and "waits" not in out
    assert f"Stopped by {how}." in (small.html / "index.html").read_text("utf-8")


@LINUX
def test_a_full_disk_is_told_and_the_last_good_book_stays(small):
    before = small.pages()
    memory = small.folder / "_build/.work/doctrees/environment.pickle"
    memory.unlink()
    memory.symlink_to("/dev/full")
    code, _, errors = small.build()
    assert code == 1
    assert errors.startswith("The disk is full.\n")
    assert small.pages() == before


@LINUX
def test_a_folder_that_cannot_be_written_is_told(small):
    folder = small.folder / "_build"
    if os.geteuid() == 0:
        if subprocess.run(["mount", "--bind", "-o", "ro", str(folder), str(folder)]).returncode:
            pytest.skip("the superuser may write everywhere, and not mount here")
        mend = ["umount", str(folder)]
    else:
        folder.chmod(0o555)
        mend = ["chmod", "755", str(folder)]
    try:
        code, out, errors = small.build()
    finally:
        subprocess.run(mend, check=True)
    assert (code, out) == (1, "")
    assert errors.startswith("_build/.lock cannot be used: ") and "Traceback" not in errors


def built_in(small, year):
    """The chapter's page as a build of that year makes it."""
    clock = "import datetime as d\nclass Day(d.date):\n  today = classmethod(lambda cls: cls({}, 1, 1))\n"
    clock += "from ntrkcourse.publish import build, freshness\nfreshness.date = Day\nbuild.main()"
    code, _, errors = small.build("-c", clock.format(year))
    assert (code, errors) == (0, "")
    return (small.html / "notebooks/01_inherited.html").read_text("utf-8")


def test_a_page_is_rebuilt_when_its_file_changed_and_looks_older_and_when_checks_fall_due(small):
    # After a failed build everything is read again, whatever it looks like.
    assert "Check overdue." in built_in(small, 2099)
    assert "The first part." in (small.html / "index.html").read_text("utf-8")
    assert "Check overdue." not in built_in(small, 2020)
    small.write("part.md", "The second part.\n")
    chapter = (small.folder / CHAPTER).read_text("utf-8")
    small.write(CHAPTER, chapter.replace("is said of both", "is said of either"))
    assert "is said of either" in built_in(small, 2020)
    assert "The second part." in (small.html / "index.html").read_text("utf-8")

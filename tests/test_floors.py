"""The floors of the package: who may import whom."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src/ntrkcourse"
# What each floor may import of the package. `checks` holds content to the science, and widgets to the content.
FLOORS = {
    "science": set(),
    "content": set(),
    "figures": {"content", "science"},
    # A drawing may be drawn from the records of a widget.
    "figures/drawings": {"content", "science", "figures", "widgets"},
    "widgets": {"content", "science", "figures"},
    "checks": {"content", "science", "figures", "widgets"},
    "publish": {"content", "science", "figures", "widgets", "checks"},
    "paper": {"content", "science", "figures", "widgets", "checks", "publish"},
    "export": {"content", "science", "figures", "widgets", "checks", "publish", "paper"},
    "live": {"content", "science", "figures", "widgets", "checks", "publish"},
    # JupyterLite shows the chapters as `start.py lab` does, and holds the wheel of a release.
    "lite": {"content", "publish", "lab", "commands"},
}
# What a notebook's kernel may need beside the standard library: pure Python alone. Templates are drawn where books are.
RUN_TIME = {"anywidget", "traitlets", "ntrkcourse"}


def imports(file: Path):
    """(module, is relative) of every import, module from the package's root where relative."""
    floor_parts = file.relative_to(PACKAGE).parts[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                base = floor_parts[: len(floor_parts) - node.level + 1]
                yield ".".join([*base, *([node.module] if node.module else [])]), True
            else:
                yield node.module or "", False


def files(floor):
    """The modules of a floor, without those of a floor within it."""
    within = [PACKAGE / other for other in FLOORS if other.startswith(f"{floor}/")]
    found = (PACKAGE / floor).rglob("*.py")
    return sorted(file for file in found if not any(file.is_relative_to(other) for other in within))


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_only_what_lies_below(floor):
    assert files(floor)
    for file in files(floor):
        for module, relative in imports(file):
            if relative:
                top = module.split(".")[0]
                assert top in FLOORS[floor] | {floor.partition("/")[0]}, f"{file.name} imports {module}"
            else:
                assert not module.startswith("ntrkcourse"), f"{file.name} imports {module} by its full name"


@pytest.mark.parametrize("floor", ["science", "content", "checks"])
def test_the_lower_floors_need_the_standard_library_alone(floor):
    for file in files(floor):
        for module, relative in imports(file):
            assert relative or module.split(".")[0] in sys.stdlib_module_names, f"{file.name}: {module}"


def test_run_time_needs_pure_python_packages_alone():
    for file in files("widgets"):
        if file.name == "template.py":
            continue
        for module, relative in imports(file):
            top = module.split(".")[0]
            assert relative or top in sys.stdlib_module_names or top in RUN_TIME, f"{file.name}: {module}"


def test_notebooks_import_from_the_face_only():
    for notebook in sorted((PACKAGE.parents[1] / "notebooks").glob("*.ipynb")):
        import json

        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] != "code":
                continue
            for node in ast.walk(ast.parse("".join(cell["source"]))):
                if isinstance(node, ast.ImportFrom):
                    top = (node.module or "").split(".")[0]
                    assert node.module == "ntrkcourse" or top != "ntrkcourse", (
                        f"{notebook.name}: {node.module}"
                    )

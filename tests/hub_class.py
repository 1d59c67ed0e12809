"""A JupyterHub that really runs, and learners who run chapters on it as their browsers would."""

import json
import os
import socket
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import websocket
from running import once_it_says

from ntrkcourse.content.location import ROOT

CONFIG = ROOT / "deploy/jupyterhub/jupyterhub_config.py"
PASSWORD = "a password of the class"
_SECONDS_TO_ANSWER = 300
_SECONDS_FOR_A_CELL = 120


@contextmanager
def running_hub(folder: Path) -> Iterator[str]:
    """A hub on loopback that keeps everything in ``folder``; gives its address."""
    public, api, inner = (free_port() for _ in range(3))
    address = f"http://127.0.0.1:{public}"
    command = [
        *(sys.executable, "-m", "jupyterhub", "--config", str(CONFIG)),
        f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{api}",
        f"--JupyterHub.hub_port={inner}",
    ]
    environment = {
        **os.environ,
        "NTRKCOURSE_HUB": str(folder),
        "NTRKCOURSE_HUB_ADDRESS": address,
        "NTRKCOURSE_HUB_PASSWORD": PASSWORD,
    }
    with once_it_says("JupyterHub is now running", command, environment, folder):
        yield address


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port: int = free.getsockname()[1]
        return port


class Learner:
    """Somebody at a seat, logged in through the form."""

    def __init__(self, address: str, seat: str, password: str = PASSWORD) -> None:
        self.seat = seat
        self._web = httpx.Client(base_url=address, follow_redirects=True, timeout=_SECONDS_TO_ANSWER)
        page = self._web.get("/hub/login")
        self.reply = self._web.post(
            "/hub/login",
            data={"username": seat, "password": password, "_xsrf": self._web.cookies["_xsrf"]},
            headers={"Referer": str(page.url)},
        )
        self.is_in = "jupyterhub-session-id" in self._web.cookies and self.reply.status_code == 200
        if self.is_in:
            made = self._web.post(
                f"/hub/api/users/{seat}/tokens", headers={"X-XSRFToken": self._xsrf()}, json={}
            )
            self._token = made.raise_for_status().json()["token"]
            self._web.headers["Authorization"] = f"token {self._token}"

    def __enter__(self) -> "Learner":
        return self

    def __exit__(self, *_: object) -> None:
        self._web.close()

    def _xsrf(self) -> str:
        return next(one.value for one in self._web.cookies.jar if one.name == "_xsrf" and one.path == "/hub/")

    def start(self) -> float:
        """Start the server and wait until it answers; returns seconds."""
        begun = time.monotonic()
        self._web.post(f"/hub/api/users/{self.seat}/server").raise_for_status()
        with self._web.stream("GET", f"/hub/api/users/{self.seat}/server/progress") as told:
            events = [json.loads(line[6:]) for line in told.iter_lines() if line.startswith("data: ")]
        assert events[-1].get("ready"), events
        self.get("api/status")
        return time.monotonic() - begun

    def stop(self) -> None:
        self._web.delete(f"/hub/api/users/{self.seat}/server").raise_for_status()

    def get(self, path: str) -> Any:
        """What the seat's server says."""
        return self._web.get(f"/user/{self.seat}/{path}").raise_for_status().json()

    def knock(self, seat: str) -> int:
        """How the server of another seat answers."""
        return self._web.get(f"/user/{seat}/api/contents").status_code

    def notebook(self, name: str) -> Any:
        return self.get(f"api/contents/{name}")["content"]

    def run(self, name: str) -> tuple[Any, set[str]]:
        """A notebook run to its end and saved, and the models of the widgets that its kernel made."""
        notebook = self.notebook(name)
        with self.kernel(name) as kernel:
            for cell in notebook["cells"]:
                if cell["cell_type"] == "code":
                    cell["outputs"] = kernel.run(cell["source"])
        self.save(name, notebook)
        return notebook, kernel.models

    def save(self, name: str, notebook: Any) -> None:
        self._web.put(
            f"/user/{self.seat}/api/contents/{name}", json={"type": "notebook", "content": notebook}
        ).raise_for_status()

    @contextmanager
    def kernel(self, name: str) -> Iterator["Kernel"]:
        """The kernel of a notebook, ended at the end."""
        kind = {"kernel": {"name": "python3"}, "path": name, "type": "notebook", "name": name}
        session = self._web.post(f"/user/{self.seat}/api/sessions", json=kind).raise_for_status().json()
        number = session["kernel"]["id"]
        where = str(self._web.base_url).replace("http", "ws", 1).rstrip("/")
        with closing(
            websocket.create_connection(
                f"{where}/user/{self.seat}/api/kernels/{number}/channels",
                header=[f"Authorization: token {self._token}"],
                timeout=_SECONDS_FOR_A_CELL,
            )
        ) as channel:
            yield Kernel(channel)
        self._web.delete(f"/user/{self.seat}/api/sessions/{session['id']}").raise_for_status()


@dataclass
class Kernel:
    """A kernel at the other end of a web socket; ``models`` are those of the widgets that it has made."""

    channel: websocket.WebSocket
    models: set[str] = field(default_factory=set)

    def run(self, source: str) -> list[dict[str, Any]]:
        """The outputs of a cell, as a notebook keeps them."""
        asked = uuid.uuid4().hex
        self.channel.send(json.dumps(_request(asked, source)))
        outputs: list[dict[str, Any]] = []
        replied = idle = False
        while not (replied and idle):
            told = json.loads(self.channel.recv())
            kind, content = told["header"]["msg_type"], told["content"]
            if kind == "comm_open":
                self.models.add(content["comm_id"])
            if told["parent_header"].get("msg_id") != asked:
                continue
            replied |= kind == "execute_reply"
            idle |= kind == "status" and content["execution_state"] == "idle"
            if kind in ("stream", "display_data", "execute_result", "error"):
                outputs.append(
                    {"output_type": kind, **{k: v for k, v in content.items() if k != "transient"}}
                )
        return outputs


def _request(number: str, source: str) -> Mapping[str, Any]:
    header = {
        "msg_id": number,
        "username": "",
        "session": "here",
        "msg_type": "execute_request",
        "version": "5.3",
    }
    return {
        "header": header,
        "parent_header": {},
        "metadata": {},
        "channel": "shell",
        "content": {"code": source, "silent": False, "store_history": True, "allow_stdin": False},
    }

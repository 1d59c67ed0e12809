"""Firefox as Debian ships it, driven by WebDriver BiDi, the standard that it speaks without a driver program."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import websocket


class Firefox:
    """A headless Firefox with a profile of its own, in ``folder``."""

    def __init__(self, program: str, folder: Path) -> None:
        command = [
            program,
            "--headless",
            "--no-remote",
            "--profile",
            str(folder),
            "--remote-debugging-port=0",
        ]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self._process.stderr is not None
        found = next(
            filter(None, (re.search(r"ws://[\d.]+:\d+", line) for line in self._process.stderr)), None
        )
        assert found, "Firefox did not say where it listens"
        self._socket = websocket.create_connection(f"{found[0]}/session", timeout=30, suppress_origin=True)
        self._last = 0
        self.ask("session.new", {"capabilities": {}})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """The result of one command; AssertionError with Firefox's message where it failed."""
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._last:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, address: str) -> "Tab":
        """A new tab at this address, once it is loaded."""
        tab = Tab(self, self.ask("browsingContext.create", {"type": "tab"})["context"])
        tab.goto(address)
        return tab

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.communicate(timeout=20)


class Tab:
    """One tab, with the few words of Playwright's ``Page`` that the store's histories need."""

    def __init__(self, browser: Firefox, context: str) -> None:
        self._browser = browser
        self._context = context

    def goto(self, address: str) -> None:
        about = {"context": self._context, "url": address, "wait": "complete"}
        self._browser.ask("browsingContext.navigate", about)

    def reload(self) -> None:
        self._browser.ask("browsingContext.reload", {"context": self._context, "wait": "complete"})

    def evaluate(self, function: str, argument: Any = None) -> Any:
        """What a JavaScript function gives for ``argument``; both are JSON."""
        body = f"async (text) => JSON.stringify(await ({function})(JSON.parse(text)) ?? null)"
        about = {
            "functionDeclaration": body,
            "awaitPromise": True,
            "target": {"context": self._context},
            "arguments": [{"type": "string", "value": json.dumps(argument)}],
        }
        result = self._browser.ask("script.callFunction", about)
        assert result["type"] == "success", result
        return json.loads(result["result"]["value"])

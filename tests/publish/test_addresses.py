"""What others link to and cite stays where it is, or the book says where it went."""

import re
import tomllib
from pathlib import Path

from addresses import GONE, addresses, kept


def test_no_published_address_disappears_in_silence() -> None:
    gone = tomllib.loads(GONE.read_text(encoding="utf-8"))
    missing = sorted(kept() - addresses() - set(gone))
    assert not missing, f"name in {GONE.name} where these went, or give them back: {missing}"


def test_what_is_new_is_on_the_list() -> None:
    new = sorted(addresses() - kept())
    assert not new, f"run .venv/bin/python tests/addresses.py, which adds {new[:5]}"


def test_what_took_the_place_of_another_is_there() -> None:
    for address, entry in tomllib.loads(GONE.read_text(encoding="utf-8")).items():
        assert address not in addresses(), f"{address} is there: take its entry away"
        assert entry["to"] in addresses() and entry["why"], address


def test_every_address_leads_to_something_in_the_book(book: Path) -> None:
    parts: dict[str, set[str]] = {}
    for address in sorted(addresses()):
        page, _, part = address.partition("#")
        if page not in parts:
            parts[page] = set(re.findall(r'\bid="([^"]+)"', (book / page).read_text(encoding="utf-8")))
        assert not part or part in parts[page], address

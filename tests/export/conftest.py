"""A published course."""

from dataclasses import replace

import pytest

from ntrkcourse.content.course import load_course
from ntrkcourse.export import places, text


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> str:
    """Its address."""
    course = replace(load_course(), address="https://example.org/book/")
    for module in (places, text):
        monkeypatch.setattr(module, "load_course", lambda: course)
    return course.address

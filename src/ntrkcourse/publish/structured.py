"""What the course and its chapters are, in the words of schema.org, by the profiles Course and TrainingMaterial of Bioschemas."""

from typing import Any

from ..checks.minutes import chapter_minutes
from ..content.chapters import Chapter, load_chapters
from ..content.course import load_course
from ..content.inline import plain
from .citation import load_citation
from .lessons import page_of

_CONTEXT = "https://schema.org/"
_CONFORMS = "http://purl.org/dc/terms/conformsTo"
_PROFILES = "https://bioschemas.org/profiles"


def course_data(description: str) -> dict[str, Any]:
    """The course, for its first page."""
    course = load_course()
    chapters = load_chapters().values()
    takes = _duration(sum(map(chapter_minutes, chapters)))
    instance = {
        "@type": "CourseInstance",
        **_identity(""),
        _CONFORMS: _profile("CourseInstance"),
        "courseMode": ["online", "asynchronous"],
        "location": course.address or "online",
        "courseWorkload": takes,
    }
    return {
        **_work("Course", f"{course.title}: {course.subtitle}", description, ""),
        "provider": _authors(),
        "timeRequired": takes,
        "hasCourseInstance": instance,
        "hasPart": [
            {"@type": "LearningResource", "name": one.name, **_identity(_file(one))} for one in chapters
        ],
    }


def chapter_data(chapter: Chapter, description: str) -> dict[str, Any]:
    """A chapter, for its page."""
    return {
        **_work("TrainingMaterial", chapter.name, description, _file(chapter)),
        "timeRequired": _duration(chapter_minutes(chapter)),
        "teaches": [plain(text) for text in chapter.objectives.values()],
        "isPartOf": {"@type": "Course", "name": load_course().title, **_identity("")},
    }


def _work(profile: str, name: str, description: str, file: str) -> dict[str, Any]:
    citation = load_citation()
    kind = "LearningResource" if profile == "TrainingMaterial" else profile
    return {
        "@context": _CONTEXT,
        "@type": kind,
        **_identity(file),
        _CONFORMS: _profile(profile),
        "name": name,
        "description": description,
        "keywords": ", ".join(citation.keywords),
        "author": _authors(),
        "license": [f"https://spdx.org/licenses/{one}" for one in citation.licences],
        "inLanguage": "en-GB",
        "version": citation.version,
        "datePublished": citation.date,
        "isAccessibleForFree": True,
    }


def _identity(file: str) -> dict[str, str]:
    """Where the thing is, by which others know it; nothing where no book is published."""
    address = load_course().published(file)
    return {"@id": address, "url": address} if address else {}


def _profile(name: str) -> dict[str, str]:
    return {"@id": f"{_PROFILES}/{name}/1.0-RELEASE", "@type": "CreativeWork"}


def _authors() -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": name} for name in load_citation().authors]


def _file(chapter: Chapter) -> str:
    return f"{page_of(chapter)}.html"


def _duration(minutes: int) -> str:
    return f"PT{minutes}M"

"""What is said in an export, as HTML that is also XML and stands in any page: no class, no style, no script of the book."""

from html import escape

from ..content.course import load_course
from ..content.facts import is_second_hand, load_facts
from ..content.inline import SECOND_HAND, parse_inline, plain
from ..content.interface import interface_words
from ..content.questions import Question
from ..publish.bibliography import load_references
from ..publish.citation import load_citation
from ..publish.fact_html import STATUS_TEXT
from ..widgets.template import fill
from .pictures import image
from .places import fact_address, lesson_of, question_address, section_address


def html(text: str) -> str:
    """Inline Markdown; a fact link leads to the record in the published book, and is plain text where there is none."""
    return "".join(_span(*span) for span in parse_inline(text))


def bare(text: str) -> str:
    """Inline Markdown as plain text, for the places where a format has no other."""
    return "".join(
        span[1] + (SECOND_HAND if span[0] == "fact" and is_second_hand(span[-1]) else "")
        for span in parse_inline(text)
    )


def asked(question: Question, picture: str = "") -> str:
    """What is asked: vignette, picture (loaded from the address ``picture``), stem, and the unit of a number."""
    words = interface_words()["quiz"]
    unit = fill(words["answer_in"], unit=question.unit, precision=question.precision) if question.unit else ""
    parts = [f"<p>{html(question.vignette)}</p>" if question.vignette else "", image(question, picture)]
    return "".join(
        [*parts, f"<p><strong>{html(question.stem)}</strong></p>", f"<p>{escape(unit)}</p>" if unit else ""]
    )


def explained(question: Question) -> str:
    """What is said to the whole question and not to one answer: the steps or rows one by one, lesson and sources."""
    steps = "".join(f"<li>{html(one.text)} <em>{html(one.feedback)}</em></li>" for one in question.item)
    rows = "".join(
        f"<li>{html(one.left)}: {html(one.right)} <em>{html(one.feedback)}</em></li>" for one in question.pair
    )
    listed = f"<ol>{steps}{rows}</ol>" if steps or rows else ""
    right = f"<p>{html(question.right)}</p>" if question.right else ""
    return f"{right}{listed}{lesson(question)}{sources(question)}"


def lesson(question: Question) -> str:
    """Lesson and section that teach the answer, and the question's own place in the book."""
    words = interface_words()["export"]
    chapter, taught = lesson_of(question)
    heading = (
        question.see
        if taught is None or taught.heading == question.see
        else f"{taught.heading} · {question.see}"
    )
    place = _link(f"{chapter.number} {heading}", section_address(question))
    own = question_address(question)
    there = f" {_link(words['question'], own)}" if own else ""
    return f"<p>{escape(words['lesson'])} {place}.{there}</p>"


def sources(question: Question) -> str:
    """The facts on which the question rests, each with its source and how sure it is; empty where there are none."""
    items = "".join(map(_source, question.fact_ids()))
    return f"<p>{escape(interface_words()['export']['sources'])}</p><ul>{items}</ul>" if items else ""


def origin() -> str:
    """What the files say of themselves: course, version, day, licence."""
    course, citation = load_course(), load_citation()
    return fill(
        interface_words()["export"]["origin"],
        title=f"{course.title}: {course.subtitle}",
        authors=", ".join(citation.authors),
        version=citation.version,
        date=citation.date,
        licence=licence(),
    )


def licence() -> str:
    """The licence of texts, questions and facts, by its SPDX name."""
    return next(one for one in load_citation().licences if one.startswith("CC"))


def _source(fact_id: str) -> str:
    fact = load_facts()[fact_id]
    label = _link(load_references()[fact.source].label, fact_address(fact_id))
    status = f"{STATUS_TEXT[fact.status]}, {fact.checked.isoformat()}"
    return f"<li>{html(fact.claim)} {label}, {escape(plain(fact.locator))}. {escape(status)}.</li>"


def _link(text: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>' if address else escape(text)


def _span(kind: str, text: str, target: str = "") -> str:
    if kind == "fact":
        return _link(text, fact_address(target)) + (SECOND_HAND if is_second_hand(target) else "")
    if kind == "link":
        return _link(text, target if target.startswith("https:") else "")
    return escape(text) if kind == "text" else f"<{kind}>{escape(text)}</{kind}>"

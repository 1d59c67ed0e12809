"""A picture as HTML, with no script: still, or a sequence under the reader's hand; large at a press."""

import re
from html import escape

from ..content.inline import inline_html
from ..content.interface import interface_words
from ..content.walk import facts_of
from .records import Figure, Photograph, find, frames
from .svg import Drawing

# A drawing is shown this wide at most, however wide the page: in rem for each unit.
_REM_A_UNIT = 0.085


def picture(name: str, frame: int = 0) -> str:
    """The drawing alone as an ``svg`` element that a screen reader calls by its title and describes; of a sequence, one frame."""
    figure = find(name)
    title = figure.title
    description = figure.description
    if figure.frame:
        title, description = figure.frame[frame].title, figure.frame[frame].description
    return _svg(frames(name)[frame], title, description)


def figure_html(name: str) -> str:
    """The picture with its caption.

    It opens large as a popover of the browser's own, so that Escape closes it and no script is needed.
    """
    figure = find(name)
    words = interface_words()["figure"]
    identity = f"figure-{name.replace('_', '-')}"
    shown = _frames(figure, identity) if figure.frame else picture(name)
    kinds = {"schematic": words["schematic"], "scale": words["scale"]}
    kind = f"<em>{escape(kinds[figure.kind])}</em> " if figure.kind in kinds else ""
    photographs = "".join(map(_photograph, figure.photograph))
    return (
        f'<figure class="ntrk-figure" id="{identity}" popover>{shown}'
        f"<figcaption><p>{kind}{inline_html(figure.caption)}</p>{photographs}</figcaption>"
        f'<button type="button" class="ntrk-button ntrk-larger" popovertarget="{identity}">'
        f'<span class="ntrk-when-small">{escape(words["larger"])}</span>'
        f'<span class="ntrk-when-large">{escape(words["smaller"])}</span>'
        f'<span class="ntrk-unseen">: {escape(figure.title)}</span></button></figure>'
    )


def figure_facts(name: str) -> list[str]:
    """Ids of the facts on which the picture rests."""
    return facts_of(find(name))


def _svg(drawing: Drawing, title: str, description: str) -> str:
    body = re.sub(r">\s+<", "><", drawing.body)
    return (
        f'<svg class="ntrk-picture" role="img" viewBox="0 0 {drawing.width:g} {drawing.height:g}" '
        f'style="max-width:{drawing.width * _REM_A_UNIT:g}rem">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{body}</svg>"
    )


def _frames(figure: Figure, identity: str) -> str:
    words = interface_words()["figure"]
    steps = "".join(
        f'<label><input type="radio" name="{identity}" value="{number}"{" checked" if number == 1 else ""} '
        f'autocomplete="off" aria-label="{number}. {escape(frame.title)}"><span>{number}</span></label>'
        for number, frame in enumerate(figure.frame, start=1)
    )
    frames = "".join(
        f'<div class="ntrk-frame">{picture(figure.name, at)}'
        f"<p><strong>{at + 1}. {escape(frame.title)}</strong> {inline_html(frame.text)}</p></div>"
        for at, frame in enumerate(figure.frame)
    )
    legend = escape(words["steps"].format(title=figure.title))
    return (
        f'<div class="ntrk-sequence"><fieldset class="ntrk-steps"><legend>{legend}</legend>{steps}</fieldset>'
        f"{frames}</div>"
    )


def _photograph(one: Photograph) -> str:
    lead = escape(interface_words()["figure"]["photograph"])
    return (
        f'<p class="ntrk-photograph">{lead} <a href="https://doi.org/{escape(one.doi)}">{escape(one.label)}</a> '
        f"({escape(one.licence)})</p>"
    )

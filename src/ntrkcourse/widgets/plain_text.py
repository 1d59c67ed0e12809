"""A widget's readable equivalent as plain text, for a front end that shows neither widgets nor HTML."""

from html.parser import HTMLParser

_BLOCKS = {"p", "div", "li", "tr", "caption", "h3", "h4", "h5", "dt", "dd", "legend", "summary", "section"}
# Nothing of these is told: plain text cannot fold what the page keeps behind a summary, answers among it.
_FOLDED = {"details"}


def plain_text(html: str) -> str:
    """The text of ``html``, a line a block, without what stands in ``details``."""
    reader = _Reader()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).splitlines())
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._folded = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._folded += tag in _FOLDED
        if tag in _BLOCKS and not self._folded:
            self.pieces.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._folded -= tag in _FOLDED
        if not self._folded:
            self.pieces.append("\n" if tag in _BLOCKS else "  " if tag in ("td", "th") else "")

    def handle_data(self, data: str) -> None:
        if not self._folded:
            self.pieces.append(data.replace("\n", " "))

"""Every thing of the pictures' language with its name."""

from ..language import GLYPHS
from ..records import Labels
from ..svg import WIDTH, Drawing, text

_COLUMNS = 3
_ROW = 128


def draw(labels: Labels) -> Drawing:
    column = WIDTH / _COLUMNS
    parts = []
    for number, (name, glyph) in enumerate(GLYPHS.items()):
        row, place = divmod(number, _COLUMNS)
        x, y = column * (place + 0.5), _ROW * row + 52
        parts += [glyph(x, y), text(x, y + 60, labels[name], anchor="middle", width=column - 6)]
    rows = -(-len(GLYPHS) // _COLUMNS)
    return Drawing(_ROW * rows + 12, "".join(parts))

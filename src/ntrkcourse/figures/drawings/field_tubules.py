from ..histology import plate
from ..lesions import HEIGHT, WIDTH, tubular
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return Drawing(HEIGHT, plate(0, 0, WIDTH, HEIGHT, tubular(seed=1, size=25)), WIDTH)

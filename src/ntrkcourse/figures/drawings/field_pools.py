from ..histology import plate
from ..lesions import HEIGHT, WIDTH, microcystic
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return Drawing(HEIGHT, plate(0, 0, WIDTH, HEIGHT, microcystic(seed=9, size=29)), WIDTH)

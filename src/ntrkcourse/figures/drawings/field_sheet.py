from ..histology import plate
from ..lesions import HEIGHT, WIDTH, solid
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return Drawing(HEIGHT, plate(0, 0, WIDTH, HEIGHT, solid(seed=5, size=31)), WIDTH)

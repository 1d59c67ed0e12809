from ..histology import plate
from ..lesions import HEIGHT, WIDTH, microglandular
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return Drawing(HEIGHT, plate(0, 0, WIDTH, HEIGHT, microglandular(seed=3)), WIDTH)

from ..histology import plate
from ..lesions import HEIGHT, WIDTH, mucinous
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return Drawing(HEIGHT, plate(0, 0, WIDTH, HEIGHT, mucinous(seed=5)), WIDTH)

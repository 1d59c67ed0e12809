from ..histology import plate
from ..lesions import HEIGHT, WIDTH, cystic_hypersecretory
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return Drawing(HEIGHT, plate(0, 0, WIDTH, HEIGHT, cystic_hypersecretory(seed=2)), WIDTH)

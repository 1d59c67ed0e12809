from ..histology import field
from ..lesions import HEIGHT, WIDTH, cystic_hypersecretory
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(cystic_hypersecretory(seed=1), WIDTH, HEIGHT)

from ..histology import field
from ..lesions import HEIGHT, WIDTH, microcystic
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(microcystic(seed=9, size=29), WIDTH, HEIGHT)

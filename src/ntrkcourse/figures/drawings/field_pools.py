from ..histology import field
from ..lesions import HEIGHT, WIDTH, microcystic
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(microcystic(seed=6, size=27), WIDTH, HEIGHT)

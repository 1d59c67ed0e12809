from ..histology import field
from ..lesions import HEIGHT, WIDTH, tubular
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(tubular(seed=1, size=25), WIDTH, HEIGHT)

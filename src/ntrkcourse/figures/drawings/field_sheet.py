from ..histology import field
from ..lesions import HEIGHT, WIDTH, solid
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(solid(seed=3, size=29), WIDTH, HEIGHT)

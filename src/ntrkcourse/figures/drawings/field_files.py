from ..histology import field
from ..lesions import HEIGHT, WIDTH, lobular
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(lobular(seed=3), WIDTH, HEIGHT)

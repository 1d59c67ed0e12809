from ..histology import field
from ..lesions import HEIGHT, WIDTH, microglandular
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(microglandular(seed=3), WIDTH, HEIGHT)

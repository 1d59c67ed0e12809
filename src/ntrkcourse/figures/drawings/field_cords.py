from ..histology import field
from ..lesions import HEIGHT, WIDTH, no_special_type
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(no_special_type(seed=2, size=27), WIDTH, HEIGHT)

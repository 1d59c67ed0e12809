from ..histology import field
from ..lesions import HEIGHT, WIDTH, mucinous
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(mucinous(seed=2), WIDTH, HEIGHT)

from ..histology import field
from ..lesions import HEIGHT, WIDTH
from ..pan_trk import pan_trk
from ..records import Labels
from ..svg import Drawing


def draw(labels: Labels) -> Drawing:
    return field(pan_trk("cytoplasm", 0.95, seed=6), WIDTH, HEIGHT)

"""The values for Zero to JupyterHub, held to what they start and to the image."""

import importlib.util
import re

import pytest
import yaml
from jupyterhub.app import JupyterHub

from ntrkcourse.content.location import ROOT, notebooks_folder

VALUES = yaml.safe_load((ROOT / "deploy/kubernetes/values.yaml").read_text())
IMAGE = (ROOT / "deploy/Dockerfile").read_text()
SEAT = VALUES["singleuser"]


def test_a_server_starts_as_the_image_does_by_itself():
    said = re.search(r"^CMD (\[.+\])$", IMAGE, re.MULTILINE)
    assert said and yaml.safe_load(said[1]) == SEAT["cmd"]
    assert importlib.util.find_spec(SEAT["cmd"][2])
    assert f"--prepare {SEAT['cmd'][3]}" in IMAGE


def test_a_learner_keeps_the_copies_and_begins_with_the_first():
    lab = re.search(r"NTRKCOURSE_LAB=(\S+)", IMAGE)
    assert lab and lab[1].startswith(f"{SEAT['storage']['homeMountPath']}/")
    assert (notebooks_folder() / SEAT["defaultUrl"].removeprefix("/lab/tree/")).is_file()


@pytest.mark.parametrize(("name", "value"), VALUES["hub"]["config"]["JupyterHub"].items())
def test_jupyterhub_takes_what_is_configured(name, value):
    hub = JupyterHub(**{name: value})
    # Nobody is let in before the campus has decided who may come.
    assert hub.authenticator_class().user_password is None

"""Tests that share what is made once run in one process."""

import pytest
from _pytest.nodeid import NodeId


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say to the scheduler which tests stay together.

    pytest-xdist 3.8 adds a test's group to ``_nodeid``, where pytest 9.2 no longer looks. This can go when
    pytest-dev/pytest-xdist#1386 is mended.
    """
    for item in items:
        if "_nodeid" in vars(item):
            item._id = NodeId.parse(item._nodeid)

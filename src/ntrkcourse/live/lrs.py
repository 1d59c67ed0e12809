"""Ralph, with the store of one class. It reads its settings when it is first imported: one class for each process."""

import os

from starlette.types import ASGIApp

from .keys import MOST_LEARNERS, Class


def start_ralph(chosen: Class) -> ASGIApp:
    """Ralph's application, which answers at ``/xAPI/statements``."""
    os.environ |= {
        "RALPH_RUNSERVER_BACKEND": "sqlite",
        "RALPH_BACKENDS__LRS__SQLITE__FILE": str(chosen.store),
        "RALPH_AUTH_FILE": str(chosen.credentials),
        "RALPH_AUTH_CACHE_MAX_SIZE": str(MOST_LEARNERS),
        "RALPH_RUNSERVER_AUTH_BACKENDS": "Basic",
        "RALPH_LRS_RESTRICT_BY_AUTHORITY": "true",
        "RALPH_LRS_RESTRICT_BY_SCOPES": "true",
    }
    from ralph.api import app

    return app  # type: ignore[no-any-return]


def read_keys_again() -> None:
    """Somebody has joined or left: what Ralph remembers of the keys is old."""
    from ralph.api.auth.basic import get_basic_auth_user, get_stored_credentials

    get_stored_credentials.cache_clear()
    get_basic_auth_user.cache.clear()

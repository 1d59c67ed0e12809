"""The book, to forty phones on one access point: packed once, sent once, then only asked about."""

import gzip
import mimetypes
import os
import re
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

from ..publish.server import etag_of

# Names that change with what is in the file: Sphinx's in the query, MyST-NB's in the name.
_NAMED_BY_CONTENT = re.compile(r"(\.[0-9a-f]{32,64}\.\w+$|[?&](v|digest)=[0-9a-f]{8,})")
_TEXT = ("text/", "application/json", "application/javascript", "image/svg+xml")


class Book(StaticFiles):
    """The built book. Unlike its parent it packs what is text, and asks for the mark of what is there each time."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        asked = Headers(scope=scope)
        address = f"{scope['path']}?{scope['query_string'].decode('latin-1')}".rstrip("?")
        forever = _NAMED_BY_CONTENT.search(address)
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable" if forever else "no-cache",
            "ETag": etag_of(stat_result),
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
        }
        if headers["ETag"] in [one.strip(" W/") for one in asked.get("if-none-match", "").split(",")]:
            return NotModifiedResponse(Headers(headers))
        kind = mimetypes.guess_type(full_path)[0] or "application/octet-stream"
        if not kind.startswith(_TEXT) or "gzip" not in asked.get("accept-encoding", ""):
            return FileResponse(full_path, status_code, headers, media_type=kind, stat_result=stat_result)
        body = _packed(Path(full_path), stat_result.st_mtime_ns)
        return Response(body, status_code, {**headers, "Content-Encoding": "gzip"}, media_type=kind)


@lru_cache(maxsize=1000)
def _packed(file: Path, changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)

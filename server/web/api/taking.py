"""An interview as a file: a note, a calendar, a list of sources, a folder, or all of these."""

from typing import TYPE_CHECKING, Any, Literal

from flask import Response
from pydantic import BaseModel

from server.at_need import at_need
from server.web.api.shared import Ident, part
from server.web.current import parts, service, user_id

if TYPE_CHECKING:
    from server.actions import exports
else:
    exports = at_need("server.actions.exports")

api = part("export")

MEDIA = ("application/zip", "text/markdown", "text/calendar")
CSL = "application/vnd.citationstyles.csl+json"
FILE: dict[str, Any] = {
    "description": "The file.",
    "content": {media: {"schema": {"type": "string", "format": "binary"}} for media in MEDIA}
    | {CSL: {"schema": {"type": "array"}}},
}


class FormPath(BaseModel):
    """An interview, and what it should leave as. The calendar needs a date for the talk."""

    interview_id: Ident
    form: Literal["folder", "markdown", "ics", "csl", "everything"]


@api.get("/interviews/<interview_id>/export/<form>", responses={200: FILE})
def get_file(path: FormPath) -> Response:
    """An interview as a file. Nothing private and nothing off the record is in it, but for pages, which are as they came."""
    wanted = exports.Wanted(address=f"http://127.0.0.1:{parts().port}")
    made = exports.export_interview(service(), user_id(), path.interview_id, exports.Form(path.form), wanted)
    told = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, mimetype=made.media, headers=told)

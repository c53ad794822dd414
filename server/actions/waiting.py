"""What is said of a page that is not read yet."""

from server.store.clips import ClipState

WAITING = {
    ClipState.TO_READ: "This link is still to be fetched.",
    ClipState.READING: "This page is being read.",
}

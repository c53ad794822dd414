"""The API, a file a thing. Who may call what stands in `door.TABLE`; what can go wrong in `errors`.

about       who we are, and the description of it all
pairing     the button of a browser: paired, proved to, logged in, sent away
clips       pages that come in, and what became of them
interviews  planned conversations, and what the user tells about themselves
briefs      what an interview is for: document, cards, the check of a question
questions   what the user does to questions of an interview
taking      an interview as a file
talk        cues for the talk, and what is written down in it
after       what is written down after it, notes as they would be sent, what is owed, what was heard
shared      what these have in common
"""

from server.web.api import about, after, briefs, clips, interviews, pairing, questions, taking, talk

APIS = (about.api, pairing.api, clips.api, interviews.api, briefs.api, questions.api, taking.api, talk.api, after.api)

__all__ = ["APIS"]

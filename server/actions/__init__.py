"""What a user can do. The command line, the API and the pages all call these; each is one transaction over the store.

service      what actions work with                 entry     tokens, and users who are new
interviews   planned conversations, and the seeker  sample    the interview one can look at before one has any
clips        pages that come in                     reading   what the reader makes of them, in the background
briefs       document, the text of a page, the check of a question: all that needs the pipeline, as does
questions    what the user does to questions        asked     what may be said of one
gains        what one page brings                   saved     what was clipped, for browsers to know again
pairing      the button of a browser: its token, and how we prove ourselves to it; button: its folder and its zips
adding       links to read later, fetched in the background
importing    a dossier folder, a bookmarks file  taking    an interview as a dossier folder
after        what is written down after a talk         letters   the notes as they would be sent
chain        who led to whom                          owed      what is still owed; heard: what was said to each want
keeping      how long stored pages stay
folder       a dossier folder, without the store    kept      what is worth computing only once
"""

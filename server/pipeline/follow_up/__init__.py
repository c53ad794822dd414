"""Step 11: what follows a talk, and what comes before one. Pure: notes from what the user typed and from cited lines alone.

draft    a note: words, what to mend in it, and the link that opens it in a mail program
speech   what somebody typed for themselves becomes a sentence that can be said to another
thanks   the thank-you                    later    the line to the referrer; "I tried it", weeks later
before   the ask for an introduction, and the note that can be forwarded
record   `follow_up` of the exported document
"""

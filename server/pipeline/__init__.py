"""From clipped pages to a document: pure functions, a folder a step, in this order.

1  clip       a payload becomes a clip, or a clear error
2  features   what an extract holds, whoever it is about (made in the reader's child process)
3  identity   what each clip is to this interview: used, duplicate, other person, thin; who says each passage
4  privacy    private spans are cut out before any string goes on
5  evidence   passages that say something about the interviewee, weighed
6  goals      what each goal asks for and which evidence serves it
7  brief      lines to read, timeline, conflicts, gaps
8  questions  drafts from a bank of moves, gated, linted, chosen; cards; what a typed question hangs on
9  plan       the conversation in rough boxes, and how it is begun (opening), thanking who sent them (referrer)
10 export     the document, and its text and Markdown faces
11 talk       cues for questions, what was written down in the talk, the clock
12 follow_up  what comes before and after a talk: notes that could be sent, and the document's follow_up

`conduct.prepare` takes all these steps; `typed.check_typed` those that a typed question needs,
`gained.gained` those that tell what one page brings.
"""

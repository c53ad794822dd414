"""From clipped pages to a document, one pure step a file, in this order.

1  clip       a payload becomes a clip, or a clear error
2  features   what an extract holds, whoever it is about (made in the reader's child process)
3  identity   what each clip is to this interview: used, duplicate, other person, thin, ...
   speakers   who says each passage
4  evidence   passages that say something about the interviewee, weighed
5  privacy    private spans are cut out before any string goes on
6  goals      what each goal asks for and which evidence serves it
7  brief      lines to read, timeline, conflicts, gaps
8  questions  drafts from a bank of moves, gated, linted, chosen; cards
9  plan       the conversation in rough boxes
10 export     the document, and its text and Markdown faces
"""

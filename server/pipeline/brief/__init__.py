"""Step 7: what to read before the talk.

write      the sections, Card first              select     the best passages, no two alike
lines      a passage as a line                   timeline   turning points
conflicts  passages to be read side by side      gaps       what the pages do not tell
tellings   one fact told twice, a look back         claims     numbers and years that can be compared
card       who, and why for you              material   what a brief is made of, and what can be a line
hollow     passages that are no line                posts      posts that two pages tell differently
in_work    where a page has them, and the step that ended it
then       one thing at two times: promised, the best ever, what they were called
"""

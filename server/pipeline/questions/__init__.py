"""Step 8: questions in priority order, from what they say and what the seeker wants.

bank        moves as data                      conditions   the predicates they name, one function each
candidates  what could be made of a passage    quotes, perspective, facts   short quotes; "I" to "you"; the seeker's own case
drafts      moves filled in                    lint         would you say this aloud
answered    does a page say it already         answerable, index   what of the pages that check may read and show, and where each word stands
check       lint and answered, for a typed question                    choose       the set, in order
cards       passages with shapes to finish     ask          all of it, in order
"""

"""Step 8: questions in priority order, from what they say and what the seeker wants.

bank        moves as data                        conditions   the predicates they name, one function each
slots       what a wording may name: what fills it, what it tells of the seeker
material    what could be made of a passage      drafts       moves filled in
signs       patterns that material and conditions both look for    pronouns   words by which people speak of themselves    letters   large or small at the start
firing      which moves fire
lint        would you say this aloud             answered     does a page say it already
answerable, laid, index, postings   what of the pages that check may read, and where each word stands    known   what they were asked before
asked_for   what a question is after
check       lint and answered, for a typed question, with wordings from   offers and wording
ranks       how good a draft is for a goal       draft_kinds  which drafts a set looks for
choose      the set, in order                    chosen       what it holds so far, and what that forbids
cards       passages with shapes to finish       yours        what the user did to questions, laid over ours
probing     what to ask after an answer
ask         all of it, in order
"""

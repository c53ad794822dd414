"""Step 5: passages that say something about the interviewee, weighed before any goal is looked at.

gather   the pool of one interview, best first     weights   how much a passage is worth, as a table
slots    years, organisations, numbers, by rule    kinds     a guess at what a passage is
links    a page opened at its quote                quotable  what may be quoted of a passage
selected which passages the seeker marked
"""

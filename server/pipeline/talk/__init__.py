"""What is at hand in the talk: cues for questions, what was written down, the clock.

cue      a question in three to six words: asking.py what it asks, topic.py what of, words.py which words may be cut at
marks    what several hands wrote down becomes one sheet
clock    how much of the booking is left
"""

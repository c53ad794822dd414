"""Words by which people speak of themselves: I, my, we. One name for each set; where two sets differ, why.

To be searched for unless told otherwise. "I" stands for "I'm" and "I've" too, "we" for "we're".
"""

import re

# What is not the seeker's alone.
OURS = re.compile(r"\b(?:we|our|ours|us|ourselves)\b", re.IGNORECASE)
# Only the seeker, nobody beside them.
MINE = re.compile(r"\b(?:I|my|me|mine|myself)\b")
# Either, as people note it for themselves: also shouted ("WE tried that").
MINE_OR_OURS = re.compile(r"\b(?:I|my|me|mine|myself|we|our|ours|us)\b", re.IGNORECASE)
# Either, in sentences as they are said: by case, for "US" is a country.
FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]urs?|[Uu]s)\b")
# What a sentence on oneself begins with, to be matched: "me" and "us" begin none.
BEGINS_WITH_ME = re.compile(r"(?:I|my|mine|we|our)\b")
# A place of the seeker's: "at ours", "in our team". Not "we" and "I", who act: what they could do may be asked.
AT_OURS = re.compile(r"\b(?:ours?|mine|us)\b", re.IGNORECASE)
# Whose a thing is, or who made it ("a frame I cast", "the map of our quay"). Not "me" or "us": a letter to me may be anybody's.
SAYS_WHOSE = re.compile(r"\b(?:I|we|our|my)\b")
# A case of the seeker's told in a question. Not "I" or "me" alone: "what should I ask", "what would you tell me" tell none.
MY_CASE = re.compile(r"\b(?:my|mine|I'm|I've|I am|I have)\b")

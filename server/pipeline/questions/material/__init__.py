"""What questions are made of: each piece of evidence with a quote, an act told to their face, the seeker's own case beside it.

candidate     one piece of evidence with all that could be made of it       candidates   makes them
quotes        short quotes that stand alone        cuts   where a passage may be cut    statement   whether words are a statement
act           what they did, said to their face
perspective   "I left" -> "You left"        address   "she left" -> "you left"     leads   the half sentence a question starts from
marked        what the seeker marked        notes     what they scribbled beside it    facts   what they tell of themselves
around        what other passages tell of the same matter, earlier and later
wishes        a goal as it is said before a question                          straight     a goal asked straight out
goal_pieces   how much of a goal is said    with_subject   "leave my job" -> "I want to leave my job"    wanted   what the seeker wants to do
points_away   whether a goal points at what is named nowhere
"""

"""Step 6: what each goal asks for, and which evidence serves it.

match   every goal with the evidence, best first    kinds   what a goal asks for, as a guess    advice   help with its wording
ten     the ten passages of each goal to build questions on    hints   words of the pages to pick
"""

"""Step 6: what each goal asks for, and which evidence serves it.

match   every goal with the evidence, best first    kinds   what a goal asks for, as a guess    advice   help with its wording
"""

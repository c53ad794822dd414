"""A clumsy question in words one could say: theirs stays as it is, these are offered.

spelled   shorthand spelled out, heat and hedges left out          opened   yes-or-no and rude ones asked openly, rules as data
pieces    which query comes first, which can wait                  near     whether a passage truly speaks of it
"""

"""Step 3: what each clip is to this interview, and who says each passage.

stand     the standing of every clip, in order of the checks    names, variants, folding   the ways a name is written
copies    the same text under another address                    speakers  who says a passage, and about whom
thin      walls and empty pages                                  voice     whose page it is
naming    how a page names them, and whose address it is
namesake  the same name, another person                          spoken    the speakers of all pages
"""

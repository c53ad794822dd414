"""Step 2: what an extract holds, whoever it is about. Made in the reader's child and kept with the page.

compute  marks, vectors and shingles of an extract    cues   signs read off one passage
stems    the content words of a text
"""

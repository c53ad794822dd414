"""Step 10: the document, and its text and Markdown faces.

document   all pieces in one document    csl, person   islands in formats others know
schema     the published JSON Schema     faces         what a person reads
"""

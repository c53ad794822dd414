"""Step 4: what is private is cut out, span by span, before any string goes on.

spans    private stretches of a text, and what may still be quoted    lexicon   the words, from private_words.toml
clauses  stretches that read as a clause
"""

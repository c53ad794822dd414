"""Step 4: what is private is cut out, span by span, before any string goes on.

hits     words of private life in a text, whoever it is about: looked for when a page is read
spans    private stretches of a text, and what may still be quoted    lexicon   the words, from private_words.toml and words/
phrases  the notation of words/    keys, index   which rules a text can match at all
clauses  stretches that read as a clause    paragraphs   what stands among private lines is private
"""

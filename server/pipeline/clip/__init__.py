"""Step 1: what comes in becomes a clip, or a clear error.

interview  a dossier.json becomes an interview        page     the bytes of a page become a page
charset    what its bytes spell                       urls     one address for one page
wrong      what is wrong with an input, in words      bookmarks  the links of a bookmarks file, for pages to be fetched
"""

"""What each screen shows, in the words people use. Functions of documents and of what actions return; no HTTP.

source      where words come from            people    the list of interviews
brief       one interview                    typed     the answer to a question that was typed
pages       the list of pages of a brief     page      our own view of one page
"""

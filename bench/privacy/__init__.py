"""The sentences that guesses of private life are made from, and how good the guesses are."""

"""The months and days of the week in English, as names and as alternatives of a pattern, with no bracket around them."""

MONTHS = tuple("January February March April May June July August September October November December".split())
MONTH = "|".join(MONTHS)
# In full or cut short: "Aug", "Sept"; a stop behind it is left to the pattern.
SHORT_MONTH = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"

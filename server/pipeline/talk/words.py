"""Words that say little by themselves, and words that turn what follows them: what a cue may and may not be cut at."""

from server.pipeline.features import months

ARTICLES = frozenset({"a", "an", "the"})
# Words that lead on to others: no cue ends on one, and a run of telling words ends before it.
PREPOSITIONS = frozenset(
    (
        "of in on at for from by with into onto over under about between within during through toward towards against across along "
        "above below behind near before after without beyond despite per via"
    ).split()
)
LEADING = PREPOSITIONS | frozenset(
    (
        "as than like and or but so because since while when where who whom whose which what how why whether that if unless until "
        "till once except to not no never nobody nothing only is are was were be been being "
        "am do does did have has had will would can could should shall may might must my your our their his her its this these "
        "those i you we they he she it me us them there here every each some any all both neither either nor anybody anyone everybody everyone mine yours ours theirs hers cannot means meant lets let need needs went go goes came come comes took take takes got get gets gave give gives made make makes put puts"
    ).split()
)
# May stand last all the same: they are what is spoken of.
CLOSING = frozenset("no it me us them yours mine ours theirs hers".split())
EMPTY = frozenset("really just very quite rather actually even still also then now ever so lately".split())
MONTHS = tuple(name.lower() for name in months.MONTHS)
# They say little: most questions have some.
GENERIC = frozenset(
    (
        "people person somebody someone thing things something anything anyone way ways part parts time times kind kinds lot bit piece first last "
        "next year years month months week weeks day days hour hours minute minutes morning end beginning start began started beginning said wrote "
        "say says tell told think thought know knew known find found want wanted like liked try tried use used need needed ask asked feel felt "
        "mean meant look looked see saw seen hear heard read keep kept learn learned start make says made get got go went come came take took "
        "put do did done work works working worked best good better bad big small little great new old other others another same many much more "
        "most less few own whole full real really right sure able yes away back out up off down whatever today once again always often "
        "maybe perhaps exactly properly early"
    ).split()
) | frozenset(MONTHS)
NUMBERS = frozenset(
    "two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty hundred thousand".split()
)
# What stands behind one of these in a clause means something else without it.
TURNING = frozenset(
    "not never no nobody nothing none neither nor without if unless until only hardly except cannot".split()
)
# What these begin bounds or turns what was said before them.
BOUNDING = frozenset("until unless without except if than only once".split())
OBJECTS = ARTICLES | frozenset("my your our their his her its me us them you".split())
ACTORS = frozenset("i you we they he she".split())
BEFORE_VERBS = frozenset(
    "i you we they he she it one to would will can could should may might must did does do who that which".split()
)
ASKING = frozenset("what how why who whom whose which when where".split())
HELPING = frozenset("is are was were be been being has have had do does did will would can could get got to".split())
# What can be left out of a note and changes nothing.
POINTING = ARTICLES | frozenset("my your our their his her its".split())
SPARE = (HELPING - set("to have has had got".split())) | POINTING | frozenset("that i you we they he she it's".split())
FINITE = frozenset("is are was were has have had means meant will would can could".split())
SUBORDINATE = frozenset(
    "before after because once since while when where what who whom which whether if until unless that how why".split()
)


def plain(word: str) -> str:
    """A word as the lists have it."""
    return word.strip(".,;:!?…“”\"'()[]").replace("’", "'").lower()


def turns(word: str) -> bool:
    """Whether what follows means something else without this word."""
    return plain(word) in TURNING or plain(word).endswith("n't")


def leads(word: str) -> bool:
    """Whether a word only leads on to others."""
    return plain(word) in LEADING | ARTICLES or plain(word).endswith(
        ("n't", "'re", "'ve", "'ll", "'d", "i'm", "it's", "that's", "there's", "she's", "he's", "what's", "who's")
    )

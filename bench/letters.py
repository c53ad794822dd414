"""Pages of one person, as many as wanted, no two alike: what a brief costs with many pages is measured on them."""

from random import Random

PLACES = (
    "Kvalbukt Sandrevik Toressund Ulvhamna Brattskjer Myrdalen Hestnes Oldervik Skarfjell Lyngholmen Tangvik Storeidet Grimsoya "
    "Fagerstrand Nordlia Vesterelva Kopervika Husebukta Langskjer Ramsund"
).split()
PEOPLE = (
    "pilots ferrymen islanders dockers surveyors clerks fishermen welders cooks carpenters teachers nurses bakers lockkeepers "
    "drivers divers masons foresters brewers weavers"
).split()
THINGS = (
    "crane tide table winch manifest barge beacon ledger pump slipway gangway hawser buoy sluice kiln chart depot signal rudder "
    "ballast mooring invoice warehouse towline dredger lantern register breakwater capstan pontoon turbine gauge"
).split()
DID = (
    "counted repaired moved measured sold rented painted rebuilt closed opened weighed drew copied sorted tested numbered borrowed "
    "salvaged insured charted"
).split()
WHY = (
    "the old rule had cost us a winter",
    "nobody upstream would answer the telephone",
    "the insurance asked for it",
    "I had promised it to the night shift",
    "the numbers no longer agreed with the water",
    "my first foreman had taught me to doubt it",
    "the council wanted a date and I had none",
    "two of us had already been wrong about it",
)
SENTENCES = 16  # of a page
TOLD = (
    "In {year} I {did} the {thing} at {place} because {why}.",
    "We {did} {count} {thing}s for the {people} of {place}, and only {few} of them lasted.",
    "I joined the {thing} office in {place} in {year} and left it when {why}.",
    "I think a {thing} should never be {did} before the {people} have seen the {other}.",
    "The hardest part was the {other}: {why}, and the {people} knew.",
    "If I began again I would ask the {people} of {place} about the {other} first.",
    "My advice to anyone who keeps a {thing} is to have the {other} {did} twice.",
    "Between {year} and {later} the {people} paid us for {count} {other}s and a {thing}.",
    "Since {year} I run the {other} school in {place}, with {few} {people} a term.",
    "I used to believe that the {thing} was for the {people}; since {place} I believe that it is for the {other}.",
)


def letter(number: int) -> str:
    """A page of hers as it is saved; the same number, the same page."""
    random = Random(number)
    lines = [_sentence(random) for _ in range(SENTENCES)]
    told = "".join(f"<p>{' '.join(lines[at : at + 4])}</p>" for at in range(0, SENTENCES, 4))
    date = f"{2001 + number % 24}-{1 + number % 12:02}-{1 + number % 28:02}"
    return (
        f"<html><head><title>Letter {number}</title><meta name='author' content='Dana Whitlock'>"
        f"<meta property='article:published_time' content='{date}'></head>"
        f"<body><article><h1>Letter {number} from {random.choice(PLACES)}</h1><p>By Dana Whitlock</p>{told}</article></body></html>"
    )


def _sentence(random: Random) -> str:
    thing, other = random.sample(THINGS, 2)
    year = random.randint(1998, 2020)
    return random.choice(TOLD).format(
        year=year,
        later=year + random.randint(1, 5),
        did=random.choice(DID),
        thing=thing,
        other=other,
        place=random.choice(PLACES),
        people=random.choice(PEOPLE),
        why=random.choice(WHY),
        count=random.randint(11, 900),
        few=random.randint(3, 9),
    )

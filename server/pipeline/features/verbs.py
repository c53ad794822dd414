"""Irregular English verbs: what tells a past tense by its form, and patterns of any past tense made from that.

The one table: whatever means "any past tense" uses a pattern from here; lists elsewhere are narrower on purpose and say why.
"""

import re
from collections.abc import Mapping

# By plain form its pasts, the usual one first. Left out are "be", whose pasts are no use after "did", and "lay", which is a plain form, too.
_FORMS = (
    "arise arose;awake awoke;bear bore;become became;befall befell;begin began;bend bent;bind bound;bite bit;bleed bled;blow blew;break broke;breed bred;"
    "bring brought;build built;burn burned burnt;buy bought;catch caught;choose chose;cling clung;come came;creep crept;deal dealt;dig dug;do did;draw drew;"
    "dream dreamed dreamt;drink drank;drive drove;dwell dwelt;eat ate;fall fell;feed fed;feel felt;fight fought;find found;flee fled;fling flung;fly flew;"
    "forbid forbade;foresee foresaw;forget forgot;forgive forgave;forgo forwent;freeze froze;get got;give gave;go went;grind ground;grow grew;hang hung;"
    "have had;hear heard;hide hid;hold held;keep kept;kneel knelt;know knew;lead led;lean leaned leant;leap leaped leapt;learn learned learnt;leave left;"
    "lend lent;light lit;lose lost;make made;mean meant;meet met;mislead misled;mistake mistook;misunderstand misunderstood;outdo outdid;outgrow outgrew;"
    "outrun outran;overcome overcame;overdo overdid;overhear overheard;override overrode;overrun overran;oversee oversaw;oversleep overslept;overtake overtook;"
    "overthrow overthrew;partake partook;pay paid;plead pleaded pled;rebuild rebuilt;redo redid;redraw redrew;relearn relearned relearnt;remake remade;"
    "repay repaid;resell resold;retake retook;reteach retaught;retell retold;rethink rethought;rewind rewound;rewrite rewrote;ride rode;ring rang;rise rose;"
    "run ran;say said;see saw;seek sought;sell sold;send sent;shake shook;shine shone;shoot shot;shrink shrank;sing sang;sink sank;sit sat;slay slew;sleep slept;"
    "slide slid;sling slung;smell smelled smelt;speak spoke;speed sped;spell spelled spelt;spend spent;spill spilled spilt;spin spun;spit spat;"
    "spoil spoiled spoilt;spring sprang;stand stood;steal stole;stick stuck;sting stung;stink stank;stride strode;strike struck;string strung;strive strove;"
    "swear swore;sweep swept;swim swam;swing swung;take took;teach taught;tear tore;tell told;think thought;throw threw;tread trod;undergo underwent;"
    "understand understood;undertake undertook;undo undid;unwind unwound;uphold upheld;wake woke;wear wore;weave wove;weep wept;win won;wind wound;"
    "withdraw withdrew;withhold withheld;withstand withstood;wring wrung;write wrote"
)
# Pasts that are the plain form again: alone they may as well be a present.
ALIKE = frozenset(
    (
        "beat bet bid broadcast burst cast cost cut forecast hit hurt let offset outbid put quit read recast reread reset rid set shed shut slit split "
        "spread sublet thrust typeset undercut upset"
    ).split()
)
_FAMILIES = tuple(line.split() for line in _FORMS.split(";"))
PLAIN_OF: Mapping[str, str] = {past: plain for plain, *pasts in _FAMILIES for past in pasts} | {
    verb: verb for verb in ALIKE
}
PAST_OF: Mapping[str, str] = {plain: pasts[0] for plain, *pasts in _FAMILIES} | {verb: verb for verb in ALIKE}

# Words on "ed" that are no past tense.
NO_PAST = frozenset(
    (
        "bleed breed creed deed exceed feed greed heed indeed misdeed need overfeed proceed reed screed seed speed steed succeed tweed weed "
        "bed biped embed hatred hundred infrared kindred moped naked red sacred shed shred sled wed wicked"
    ).split()
)
# Patterns, with no \b behind them.
REGULAR_PAST = rf"(?!(?:{'|'.join(sorted(NO_PAST))})\b)\w{{2,}}ed"
_CHANGED = sorted(past for past, plain in PLAIN_OF.items() if past != plain and not re.fullmatch(REGULAR_PAST, past))
# Names of things, or what things are like, where no subject stands before them: "on solid ground", "a rose", "bound to fail".
_THINGS = frozenset("bent bit bore bound ground lit rose shot slew stuck wound".split())

# To stand right behind a subject, its adverb or "who": what cannot be a present.
PAST = rf"(?:{REGULAR_PAST}|{'|'.join(_CHANGED)})"
# The same and what may be a present, for places where either will do.
PAST_OR_ALIKE = rf"(?:{REGULAR_PAST}|{'|'.join((*_CHANGED, *sorted(ALIKE)))})"
# To be looked for anywhere in a text.
PAST_ANYWHERE = rf"(?:{REGULAR_PAST}|{'|'.join(past for past in _CHANGED if past not in _THINGS)})"

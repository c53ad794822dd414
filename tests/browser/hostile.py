"""An interview in which everything a stranger could write is an attempt to run a script."""

from html import escape

from server.actions.clips import ClipIn, add_clip
from server.actions.interviews import InterviewIn, add_interview
from server.actions.service import Service
from server.actions.talk import write_marks
from server.model import Clip, Goal, Interviewee
from server.model.talk import Mark, MarkKind
from server.store import clips
from server.store.clips import NewClip

PAYLOADS = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "'><iframe srcdoc='<script>parent.ran=1</script>'>",
    "</title><script>window.ran=1</script>",
    "</textarea><details open ontoggle=window.ran=1>",
    "<a href=javascript:window.ran=1 autofocus onfocus=window.ran=1>x</a>",
    "{{ 7 * 7 }}{% raw %}${window.ran=1}",
    "<!--><script>window.ran=1</script>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
)
MORE = (  # for what is typed in the talk, beside those above
    "<svg><script>window.ran=1</script></svg>",
    "<body onload=window.ran=1>",
    "<input autofocus onfocus=window.ran=1>",
    "<video><source onerror=window.ran=1></video>",
    "<math><mtext><img src=x onerror=window.ran=1></mtext></math>",
    "<template><script>window.ran=1</script></template>",
    "<object data=javascript:window.ran=1></object>",
    "<embed src=javascript:window.ran=1>",
    "<form action=javascript:window.ran=1><button>x</button></form>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:window.ran=1'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>*{background:url(https://evil.example)}</style>",
    "</script><script>window.ran=1</script>",
    "' onmouseover='window.ran=1' x='",
    '" onpointerenter="window.ran=1" autofocus="',
    "</option></select><img src=x onerror=window.ran=1>",
    "</template><img src=x onerror=window.ran=1>",
    "javascript:window.ran=1//",
    "\u003cimg src=x onerror=window.ran=1\u003e",
)
ALL = " ".join(PAYLOADS)
LINK = "javascript:window.ran=1"  # the door refuses such an address; an older store may hold one


def add_hostile(service: Service, user_id: str) -> None:
    """One interview with a page that is surely theirs, so that its words come to stand in the brief."""
    name = "Dana <b onclick=window.ran=1>Whitlock</b>"
    given = InterviewIn(
        interviewee=Interviewee(name=name, headline=ALL),
        goals=(Goal(id="g1", text=f"Decide whether to leave the harbour. {ALL}"),),
        referrer=f"Ada Pell {ALL}",
    )
    made = add_interview(service, user_id, given)
    words = "I left the harbour board in 2019 because nobody would say no to me."
    shown = "".join(
        f"<p>In {2009 + n} I built a crane of 40 tons and learned {escape(p)} from it.</p>"
        for n, p in enumerate(PAYLOADS)
    )
    html = (
        f"<html><head><title>{escape(PAYLOADS[4])}</title><meta name='author' content='Dana Whitlock'></head>"
        f"<body><article><h1>{escape(PAYLOADS[0])}</h1><p>{words}</p>{shown}{ALL}</article></body></html>"
    )
    clip = ClipIn(
        key="hostile",
        interview_id=made.id,
        url=f"https://whitlock.example/notes?{PAYLOADS[2]}#'onclick=window.ran=1",
        title=f"Dana Whitlock {PAYLOADS[4]}",
        html=html,
        selection=words,
        note=ALL,
    )
    add_clip(service, user_id, clip)
    written = [
        Mark(what=what, of=f"0{n:02d}", text=text, at=1)
        for n, text in enumerate((*PAYLOADS, *MORE))
        for what in (MarkKind.NOTE, MarkKind.CUE, MarkKind.ASIDE)
    ]
    write_marks(service, user_id, made.id, written)
    with service.store.transaction() as tx:
        old = Clip(id="c-old", url=LINK, title=f"Dana Whitlock's notes {ALL}", note=ALL)
        clips.add(
            tx, user_id, NewClip(old, "old", LINK, made.id, None, html.replace("2019", "2020").encode()), service.now()
        )

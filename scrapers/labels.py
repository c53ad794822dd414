"""The words by which profile pages name their parts, in English, German, French and Spanish; and what is noise there."""

import re
from enum import Enum, auto


class Section(Enum):
    """A part of a profile. DROPPED is about other people or the network; OTHER is nothing we know."""

    TOP = auto()
    TEXT = auto()
    JOBS = auto()
    EDUCATION = auto()
    WORKS = auto()
    DROPPED = auto()
    OTHER = auto()


_SECTIONS = (
    (
        Section.TEXT,
        (
            "about|about me|summary|bio|profile|info|über mich|zusammenfassung|profil|infos?|à propos|résumé|acerca de|sobre mí|extracto"
        ),
    ),
    (
        Section.JOBS,
        (
            "experience|work experience|professional experience|employment|employment history|career|work history|volunteering|"
            "volunteer experience|berufserfahrung|erfahrung|werdegang|beruflicher werdegang|ehrenamt|expérience|expériences|"
            "expérience professionnelle|parcours|bénévolat|experiencia|experiencia laboral|experiencia profesional|voluntariado"
        ),
    ),
    (
        Section.EDUCATION,
        (
            "education|education and training|ausbildung|bildungsweg|studium|formation|études|educación|formación|estudios"
        ),
    ),
    (
        Section.WORKS,
        (
            "projects|publications|patents|courses|honou?rs & awards|honou?rs and awards|awards|languages|certifications|"
            "licenses & certifications|organizations|featured|skills|top skills|projekte|veröffentlichungen|publikationen|auszeichnungen|"
            "sprachen|zertifikate|kenntnisse|projets|prix|langues|compétences|certificats|proyectos|publicaciones|premios|idiomas|aptitudes"
        ),
    ),
    (
        Section.DROPPED,
        (
            "activity|posts|articles|interests|recommendations|people also viewed|others also viewed|people you may know|more profiles for you|"
            "you might like|promoted|explore .*|add new skills.*|view .* full profile|similar profiles|followers|connections|"
            "other similar profiles|others named .*|more activity.*|aktivität(?:en)?|beiträge|interessen|empfehlungen|"
            "andere (?:besuchten|sahen) .*|activité|centres d.intérêt|recommandations|autres pages consultées|actividad|intereses|recomendaciones"
        ),
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"(?:{words})(?:\s*\(?\d+\)?)?", re.IGNORECASE)) for kind, words in _SECTIONS)
PINNED = re.compile(
    r"(?:pinned|pinned repositories|popular repositories|repositories|angepinnt|beliebte repositories|épinglés?|dépôts populaires|"
    r"fijados?|repositorios populares)(?:\s*\d+)?",
    re.IGNORECASE,
)

_MONTH = r"(?:[^\W\d_]{3,10}\.?\s+(?:de\s+)?|\d{1,2}[./])"
_YEAR = r"(?:19|20)\d\d"
_NOW = r"present|today|now|current|heute|aktuell|présent|aujourd.hui|actualidad|actual|hoy|presente"
_PERIOD = re.compile(
    rf"^(?:(?:from|seit|since|depuis|desde|von|de|du)\s+)?{_MONTH}?{_YEAR}(?:\s*(?:[-–—]|to|until|bis|à|au|a|hasta)\s*(?:{_MONTH}?{_YEAR}|{_NOW}))?"
    rf"(?:\s*[·|(,]\s*[^.!?]{{1,30}}\)?)?$",
    re.IGNORECASE,
)
_SPENT = r"\d+\s*(?:yrs?|years?|mos?|months?|jahre?|monate?|ans?|mois|años?|mes(?:es)?)\.?"
_DURATION = re.compile(rf"(?:[^\d·|]{{3,20}}\s*·\s*)?{_SPENT}(?:\s*{_SPENT})?", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:.*\b\d[\d.,]*[km]?\+?\s*(?:connections|followers|kontakte|follower|relations|abonnés|contactos|seguidores|reactions|comments|endorsements?)\b.{0,40}|"
    r"contact info|kontaktinfo|coordonnées|datos de contacto|connect|message|follow|more|save|open to.*|show all.*|show more|see all.*|see more|…?\s*see more|"
    r"report.*|(?:send|share) profile.*|.*\b(?:reposted|liked|commented on|shared) this\b.*|promoted.*|sign in.*|join (?:now|to).*|"
    r"vernetzen|nachricht|mehr|alle anzeigen.*|se connecter|plus|message|conectar|mensaje|más|ver todo.*|"
    r"endorsed by .*|passed .* skill assessment|\d+ (?:received|given).*|·?\s*(?:1st|2nd|3rd)(?:\+)?(?: degree connection)?|\(?[a-z]{2,5}/[a-z]{2,6}(?:/[a-z]{2,7})?\)?|company logo|.* logo)$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:…|\.\.\.)\s*(?:see |show |read )?(?:more|less|mehr(?: anzeigen)?|voir plus|plus|ver más|más)\s*$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s*·\s*\d+\+?\s*endorsements?$", re.IGNORECASE)
_STARS = re.compile(r"[★☆⭐⑂]|(?:^|\s)[\d.,]+k?(?:$|\s)|\b(?:stars?|forks?)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"^[^\W\d_][^\d.!?;:]*,\s[^\d.!?;:]+$|\b(?:remote|hybrid|on-site|onsite|area|region|metropolitan)\b", re.IGNORECASE
)


def section(text: str) -> Section | None:
    """Which section a heading announces; None for any other heading."""
    line = text.split("\n", maxsplit=1)[0].strip(" :")
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(line)), None)


def is_period(text: str) -> bool:
    """True for a line that is dates and nothing else ("Aug 2019 – Present · 4 yrs")."""
    return bool(_PERIOD.match(text.strip()))


def is_duration(text: str) -> bool:
    """True for a time spent and nothing else ("9 yrs", "4 years 2 months")."""
    return bool(_DURATION.fullmatch(text.strip()))


def is_place(text: str) -> bool:
    """True for a line below the dates that names where the job was."""
    return bool(_PLACE.search(text))


def is_noise(text: str) -> bool:
    """True for counts, buttons and what the network says about itself."""
    return bool(_NOISE.match(text.strip()))


def is_count(text: str) -> bool:
    """True for stars, forks, a language and the like: a few words around a number or a sign."""
    return bool(_STARS.search(text)) and len(text.split()) <= 4


def without_more(text: str) -> str:
    """The text without a "… see more" or a count of endorsements at its end."""
    return _COUNT.sub("", _MORE.sub("", text))

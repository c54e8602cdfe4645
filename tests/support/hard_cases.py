"""Content that strains a design: long titles and words, nothing but a text, many people, wide tables, deep headings.

Each site is a map of files by path, for `write_files`. `HARD_CASES` builds without a diagnostic in Spanish and English.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image

LONG_TITLE = (
    "Cómo una red de bibliotecas comunitarias documentó, tradujo y puso a salvo sus archivos sonoros durante siete"
    " años sin dinero, sin oficina y con una sola grabadora prestada"
)
LONG_WORD = "Electroencefalografistas-anticonstitucionalmente: desoxirribonucleicoelectroencefalografía"
WORD = "desoxirribonucleicoelectroencefalografía"
NAMES = (
    "Ana Torres",
    "Leo Grant",
    "María de los Ángeles Guadalupe Fernández-Villavicencio y Sotomayor",
    "Ifeoma Nwosu-Oyelaran",
    "Jo",
    "Wolfeschlegelsteinhausenbergerdorff",
    "Rosa Quispe",
    "Þórdís Kolbrún",
    "Nguyễn Thị Minh Khai",
    "Equipo de traducción",
    "Sara Ben Youssef",
    "Tomás Ó Súilleabháin",
)
ROLES = ("translators", "editors", "reviewers", "transcribers", "subtitlers", "photographers")
CONCEPTS = {
    "levels.yml": """\
basic: {es: {label: Básica}, en: {label: Basic}}
middle:
  es: {label: Intermedia con acompañamiento técnico permanente, description: De paso.}
  en: {label: Intermediate with permanent technical accompaniment}
high: {es: {label: Especializada}, en: {label: Specialised}}
""",
    "activities.yml": """\
skills: {es: {label: Habilidades}, en: {label: Skills}}
groups:
  es: {label: Fortalecimiento organizativo de colectivos y asambleas comunitarias}
  en: {label: Organisational strengthening of collectives and community assemblies}
research: {es: {label: Investigación}, en: {label: Research}}
""",
    "topics.yml": """\
backups: {es: {label: Respaldos}, en: {label: Backups}}
encryption:
  es: {label: Cifrado de las comunicaciones de extremo a extremo en telefonía móvil de gama baja}
  en: {label: End-to-end encryption of communications on low-end mobile telephones}
dna: {es: {label: desoxirribonucleicoelectroencefalografía}, en: {label: electroencephalographicdeoxyribonucleic}}
spanish-only: {es: {label: Aldea}}
""",
    "people.yml": 'ana: {name: Ana Torres, url: "https://example.org/ana", bio: {es: Escribe y graba.}}\n',
}
WARNED = {"missing-label"}  # of `spanish-only`: a label that falls back is a case of its own

CODE = """\
```python
def a_function_whose_name_is_long(first_argument_of_many, second_argument_of_many, third_argument_of_many, last): ...
```

    https://example.org/a/very/long/address/that/has/no/place/to/break/and/goes/on/and/on/and/on/and/on/and/on/index.html

Un camino en línea: `/var/lib/plaza/content/posts/2013/una-nota-con-un-nombre-larguisimo-que-no-se-puede-partir.es.md`.
"""
COLUMNS = ("País", *(f"Año {2010 + n}" for n in range(11)))
WIDE_TABLE = "\n".join((
    "| " + " | ".join(COLUMNS) + " |",
    "|" + "---|" * len(COLUMNS),
    *("| " + " | ".join((place, *(f"{n * 1234}" for n in range(11)))) + " |" for place in ("Guatemala", "Perú")),
))  # fmt: skip
NARROW_TABLE = "| a | b |\n|--:|:-:|\n| 1 | 2 |"
HEADINGS = "\n\n".join(f"{'#' * depth} Un título de nivel {depth} con {WORD}\n\nUn texto." for depth in range(1, 7))
LISTS = """\
- Uno
    - Dos
        1. Tres
            - Cuatro, con palabras bastantes para que la línea llegue al margen y siga en la siguiente
                - Cinco con desoxirribonucleicoelectroencefalografía

Término
:   No es una lista de definiciones.
"""
NOTES = "Una nota[^a] y otra[^b], y la primera otra vez[^a].\n\n[^a]: Al pie.\n[^b]: Al pie, con `código` y más.\n"
QUOTES = f"""\
> [es] Una cita con una lista:
>
> - debe estar actualizada
> - debe tener {WORD}
>
> ```sh
> rsync --archive --delete --human-readable --itemize-changes --exclude-from=excluded.txt /home/radio/ /media/disk/
> ```
>
> [en] A quote with a list:
>
> - keep it up to date
> - keep {WORD}
>
> ```sh
> rsync --archive --delete --human-readable --itemize-changes --exclude-from=excluded.txt /home/radio/ /media/disk/
> ```
>
> [pt] Uma citação com uma lista:
>
> - deve estar atualizada
>
> — [El manual](https://example.org/manual), taller de 2013

> Una cita corriente, de un solo idioma.
"""
PICTURES = """\
![Un cartel apaisado](media/wide.png)

![Una tira alta](media/tall.png)

![Un dibujo](media/drawing.svg)
"""
VIDEO = """\
```video
src: media/talk.webm
poster: media/wide.png
captions: {es: media/talk.es.vtt}
credits: {cámara: Ana Torres}
```
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200"><path d="M0 0h600v200z"/></svg>'


def post(title: str, body: str, front: str = "", day: int = 1) -> str:
    """Write a post in its original language."""
    return f'---\ntitle: "{title}"\ndate: 2020-01-{day:02}\n{front}---\n\n{body}\n'


def translation(title: str, body: str, front: str = "") -> str:
    """Write its translation from Spanish."""
    return f'---\ntitle: "{title}"\noriginal: es\n{front}---\n\n{body}\n'


def picture(width: int, height: int) -> bytes:
    """Draw a picture of one colour as PNG."""
    data = BytesIO()
    Image.new("RGB", (width, height), (90, 120, 90)).save(data, "PNG")
    return data.getvalue()


def paragraphs(characters: int) -> str:
    """Write Spanish prose of about so many characters, in paragraphs of some 500."""
    sentence = (
        "Quien guarda una copia de sus archivos en otra casa duerme mejor, porque un robo o un incendio no se llevan"
        " siete años de trabajo. "
    )
    return "\n\n".join(sentence * 4 for _ in range(max(1, characters // (4 * len(sentence)))))


_PEOPLE = "[" + ", ".join(f'"{name}"' for name in NAMES) + "]"
_EVERY_ROLE = "\n".join(f"{role}: {_PEOPLE}" for role in ROLES)
_FILED = "level: middle\nactivity: groups\ntopics: [encryption, dna, backups, spanish-only]\n"
_EVERYTHING = "\n\n".join((HEADINGS, CODE, WIDE_TABLE, NARROW_TABLE, LISTS, NOTES, QUOTES, PICTURES, VIDEO))

HARD_CASES: dict[str, str | bytes] = {
    **CONCEPTS,
    "media/wide.png": picture(1600, 400),
    "media/tall.png": picture(200, 1400),
    "media/drawing.svg": DRAWING,
    "media/talk.webm": b"",
    "media/talk.es.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHola.\n",
    "posts/bare.es.md": post("Nada más", "Un texto."),
    "posts/title.es.md": post(LONG_TITLE, paragraphs(900), f"image: media/wide.png\nimage_alt: Un cartel\n{_FILED}", 2),
    "posts/title.en.md": translation("A shorter title", paragraphs(900), "translators: [Leo Grant]\n"),
    "posts/word.es.md": post(LONG_WORD, paragraphs(500), "level: basic\nactivity: research\n", 3),
    "posts/people.es.md": post("Doce", paragraphs(500), f"authors: {_PEOPLE}\n{_EVERY_ROLE}\n{_FILED}", 4),
    "posts/people.en.md": translation("Twelve", paragraphs(500), _EVERY_ROLE.replace('"Jo"', '"Jo Ann"') + "\n"),
    "posts/everything.es.md": post("Todo a la vez", _EVERYTHING, f"image: media/tall.png\n{_FILED}", 5),
    "posts/everything.en.md": translation("All at once", _EVERYTHING),
    "posts/corrected.es.md": post(
        "Corregida", paragraphs(500), 'corrections: [{date: 2020-02-01, text: "Decía otra cosa."}]\n', 6
    ),
    "posts/english.en.md": post("In English only", f"Text.\n\n{QUOTES}", "level: high\nactivity: skills\n", 7),
    "pages/about.es.md": f"---\ntitle: {LONG_WORD.split(':')[0]}\nmenu: 1\n---\n\n{HEADINGS}\n",
}
EMPTY: dict[str, str | bytes] = {"posts/": ""}
ONE_POST: dict[str, str | bytes] = {"posts/one.es.md": post("La única", paragraphs(500))}


def many_posts(count: int) -> dict[str, str | bytes]:
    """Give a site of many posts in Spanish, every third translated, filed over all levels, activities and topics."""
    levels, activities, topics = ("basic", "middle", "high"), ("skills", "groups", "research"), ("backups", "dna")
    files: dict[str, str | bytes] = dict(CONCEPTS)
    for n in range(count):
        filed = f"level: {levels[n % 3]}\nactivity: {activities[n // 3 % 3]}\ntopics: [{topics[n % 2]}]\n"
        front = (
            f'title: "Nota {n}"\nslug: nota-{n}\ndate: 20{10 + n % 15}-01-{1 + n % 28:02}\nauthors: ["Ana Torres"]\n'
        )
        files[f"posts/p{n}.es.md"] = f"---\n{front}{filed}---\n\nUn texto breve de la nota {n}.\n"
        if n % 3 == 0:
            files[f"posts/p{n}.en.md"] = f"---\ntitle: Post {n}\nslug: post-{n}\noriginal: es\n---\n\nA text.\n"
    return files

"""Content nobody wrote: whole folders at random from a seed, sound enough to build and as odd as the format allows."""

from __future__ import annotations

from random import Random

LANGS = ("es", "en")
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
TITLES = (
    "Respaldos",
    "¿Qué es «esto»?",
    "Datos abiertos",
    "A & B <c>",
    "Ñandú 1",
    "東京",
    "Respaldos",
    "x",
    "Radio -- niñas",
)
PEOPLE = ("ana", "Ana Torres", "Víctor Núñez", "Equipo", "Ruth O'Koro")
CONCEPTS = {
    "topics.yml": "\n".join(f"t{n}: {{es: {{label: Tema ñ {n}}}, en: {{label: Topic {n}}}}}" for n in range(6)),
    "levels.yml": "basic: {es: {label: Básica}, en: {label: Basic}}\nhigh: {es: {label: Alta}, en: {label: High}}\n",
    "activities.yml": "skills: {es: {label: Habilidades, description: Aprender.}, en: {label: Skills}}\n",
    "people.yml": 'ana: {name: Ana Torres, url: "https://example.org/ana", bio: {es: Escribe.}}\n',
}


def random_content(seed: int) -> dict[str, str | bytes]:
    """Give the files of a content folder by path: 0 to 45 posts, some untranslated, some unpublished."""
    random = Random(seed)
    keys = [f"post-{n}" for n in range(random.choice((0, 1, 9, 10, 19, 20, 31, 45)))]
    files: dict[str, str | bytes] = {**CONCEPTS, "media/a.png": PICTURE, "root/robots.txt": "User-agent: *\n"}
    for collection, names in (("posts", keys), ("pages", ["about", "how"])):
        for key in names:
            original = random.choice(LANGS)
            for lang in LANGS:
                if lang == original or random.random() < 0.7:
                    head = _head(random, lang, original, collection)
                    if key.endswith("3"):
                        head = head.replace(
                            "---\n", f"---\naliases: [/old/{key}.{lang}.html, '/viejo/{key}-{lang}']\n", 1
                        )
                    body = "\n\n".join(_block(random, lang, keys, n) for n in range(random.randint(1, 8)))
                    files[f"{collection}/{random.choice(('', '2013/'))}{key}.{lang}.md"] = f"{head}\n{body}\n"
    return files


def _head(random: Random, lang: str, original: str, collection: str) -> str:
    fields = [f"title: '{random.choice(TITLES)}'"]
    if random.random() < 0.2:
        fields.append(f"status: {random.choice(('draft', 'review', 'retired'))}")
    if random.random() < 0.5:
        fields.append("summary: Con *énfasis*, un [enlace](https://example.org/) y una [foto]({static}/media/a.png)")
    if random.random() < 0.4:
        fields.append(f"translators: [{random.choice(PEOPLE)}]")
    if random.random() < 0.1:
        fields.append("canonical: https://example.net/otra-copia/")
    if lang != original:
        fields.append(f"original: {original}")
    elif collection == "posts":
        fields.append(f"date: 20{random.randint(10, 30)}-0{random.randint(1, 9)}-1{random.randint(0, 9)}")
        fields.append(f"authors: [{', '.join(random.sample(PEOPLE, random.randint(1, 3)))}]")
        fields.append(f"topics: [{', '.join(f't{n}' for n in random.sample(range(6), random.randint(0, 4)))}]")
        fields.extend(
            field for field in ("level: basic", "activity: skills", "featured: true") if random.random() < 0.5
        )
    return "\n".join(("---", *fields, "---"))


def _block(random: Random, lang: str, keys: list[str], place: int) -> str:
    other = "en" if lang == "es" else "es"
    key = random.choice([*keys, "nowhere"])
    return random.choice((
        f"{'#' * random.randint(1, 6)} Título {place} con `código` y [enlace](#título-{place})",
        f"Un [enlace]({{filename}}/posts/{key}.md) y [otro]({key}.{other}.md#resumen) y [nada](#nada).",
        "Fuera: [uno](https://example.org/a){hreflang=es}, [dos](https://example.com/){hreflang=en}, <https://a.example>.",
        "![Una imagen]({static}/media/a.png) y ![otra](media/a.png) y ![lejos](https://example.org/x.png)",
        f"> [{other}] Palabras \"originales\" {place}\n>\n> - lista\n>\n> [{lang}] Translated words\n>\n> — [Alguien](https://example.org/)",
        f"> [es] Hola\n>\n> [en] Hello\n>\n> [pt] Olá {place}",
        "> Una cita\n> corriente\n\n> Otra cita",
        "- uno\n- dos\n\n    - tres\n\n1. un\n2. deux",
        "| a | b |\n|:--|--:|\n| 1 | `2` |",
        "```python\nprint('{{ x }} {filename} {% y %} > [es] no')\n\n# no es título\n```",
        f"Nota[^{place}].\n\n[^{place}]: Al pie, con *{{lang=nah}}* y `<table>`.",
        "<div markdown=\"1\">\n\nDentro de *HTML* <b onclick=\"x()\">crudo</b>\n\n</div>\n\n<!-- nada de esto sale -->",
        "```cloud\nDerechos 9\nAgua limpia 1\n```",
        "*Aldea Digital*{lang=es}, *عربي*{lang=ar} -- \"comillas\" 'simples'... ¿\"qué\"?",
        "Término\n<script>alert(1)</script> [mal](javascript:alert(1)) <a href=\"/temas/\">temas</a>",
    ))  # fmt: skip

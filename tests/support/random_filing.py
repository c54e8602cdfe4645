"""Content for counting: posts filed at random from a seed, in every way in which a file may say what it is about.

Beside each post stands what makes counting it easy to get wrong: other filing in its translation, a state in which it
is not shown, a topic named twice, by other words or in other case, files that are no posts.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

LANGS = ("es", "en")
LEVELS = {
    "basic": {"es": {"label": "Básica"}, "en": {"label": "Basic"}},
    "intermediate": {"es": {"label": "Media", "synonyms": ["intermedia"]}, "en": {"label": "Intermediate"}},
    "specialized": {"es": {"label": "Especializada"}, "en": {"label": "Specialized", "synonyms": ["advanced"]}},
    "own": {"es": {"label": "Propia del año", "slug": "propia"}, "en": {"label": "Of one's own"}},
}
ACTIVITIES = {
    "research": {"es": {"label": "Investigación"}, "en": {"label": "Research"}},
    "skills": {"es": {"label": "Habilidades", "synonyms": ["capacitación"]}, "en": {"label": "Skills"}},
    "civic-groups": {"es": {"label": "Grupos cívicos"}, "en": {"label": "Civic groups", "slug": "groups"}},
    "ecosystem": {"es": {"label": "Ecosistema"}, "en": {"label": "Ecosystem"}},
    "care": {"es": {"label": "Cuidados & niñez"}, "en": {"label": "Care & childhood"}},
    "idle": {"es": {"label": "Nadie la nombra"}, "en": {"label": "Named by none"}},
}
ODD_TOPICS: dict[str, dict[str, dict[str, Any]]] = {
    "nunez": {"es": {"label": "Ñuñoa"}, "en": {"label": "Ñuñoa commune", "synonyms": ["ÑUÑOA-EN"]}},
    "manana": {"es": {"label": "Mañana", "synonyms": ["el día de mañana"]}, "en": {"label": "Tomorrow"}},
    "street": {"es": {"label": "Straße"}, "en": {"label": "Streets", "synonyms": ["Strassen"]}},
    "law": {"es": {"label": "Ley (2012)"}, "en": {"label": "The act (2012)"}},
    "2030": {"es": {"label": "2030"}, "en": {"label": "Agenda 2030"}},
    "r-and-d": {"es": {"label": "I+D & <cía>", "slug": "id"}, "en": {"label": "R&D <co>", "slug": "rd"}},
    "spanish-only": {"es": {"label": "Únicamente aquí"}},
    "english-only": {"en": {"label": "Only over there"}},
    "arabic": {"es": {"label": "شفافية"}, "en": {"label": "Shafafiya", "synonyms": ["شفافية عامة"]}},
    "shadow": {"es": {"label": "Sombra", "synonyms": ["manana", "Topic 3"]}, "en": {"label": "Shadow"}},
    "long": {"es": {"label": "Una etiqueta de ochenta letras " + "larga " * 8}, "en": {"label": "A label of eighty"}},
    "unposted": {"es": {"label": "Sin nota alguna"}, "en": {"label": "Without any post"}},
}
UNNAMED = {"idle", "unposted"}


def random_filing(seed: int, posts: int) -> dict[str, str | bytes]:
    """Give the files of a content folder by path: as many posts as told, shown or not, on about forty topics."""
    random = Random(seed)
    topics = {**ODD_TOPICS, **{f"t{n}": _topic(n) for n in range(28)}}
    kinds: dict[str, dict[str, Any]] = {"topics": topics, "levels": LEVELS, "activities": ACTIVITIES}
    files: dict[str, str | bytes] = {f"{name}.yml": json.dumps(kind) for name, kind in kinds.items()}
    files["posts/_notes.es.md"] = files["posts/.hidden.en.md"] = files["posts/_old/p.es.md"] = "not a post"
    for number in range(posts):
        original = random.choice(LANGS)
        for lang in random.choice((LANGS, LANGS, (original,))):
            head = _head(random, number, lang, original, kinds)
            text = f"---\n{head}\n---\n\nTexto {number}.\n"
            folder, tag = random.choice(("", "2013/", "a/b/")), random.choice((lang, lang, lang.upper()))
            files[f"posts/{folder}nota.{number}.{tag}.md"] = _encoded(random, text)
    return files


def _topic(number: int) -> dict[str, dict[str, Any]]:
    spanish = {"label": f"{'ÁÉÍÓÚÑñz'[number % 8]}mbito {number}", "synonyms": [f"sinónimo {number}", f"otro {number}"]}
    return {"es": spanish, "en": {"label": f"Topic {number}", "synonyms": [f"SYNONYM {number}"]}}


def _head(random: Random, number: int, lang: str, original: str, kinds: dict[str, dict[str, Any]]) -> str:
    fields: dict[str, Any] = {"title": f"Nota {number} ({lang})", "slug": f"{lang}-{number}"}
    if random.random() < 0.3:
        fields["status"] = random.choice(("draft", "review", "retired", "published"))
    if lang != original:
        fields["original"] = random.choice((original, original, original.upper()))
    else:
        fields["date"] = f"20{random.randint(10, 30)}-0{random.randint(1, 9)}-{random.randint(10, 28)}"
        fields["authors"] = ["Ana"]
    if lang == original or random.random() < 0.3:
        fields.update(_filing(random, kinds))
    return "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())


def _filing(random: Random, kinds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    named = [concept for concept in kinds["topics"] if concept not in UNNAMED]
    # Few topics have many posts and many have few, as on any site.
    chosen = random.choices(
        named, [1 / (place + 1) for place in range(len(named))], k=random.choice((0, 1, 1, 2, 3, 6))
    )
    texts = [_text(random, concept, kinds["topics"]) for concept in chosen]
    filing: dict[str, Any] = {"topics": texts[0] if len(texts) == 1 and random.random() < 0.5 else texts}
    if not texts and random.random() < 0.5:
        del filing["topics"]
    for field, kind in (("level", kinds["levels"]), ("activity", kinds["activities"])):
        if random.random() < 0.8:
            filing[field] = _text(random, random.choice([concept for concept in kind if concept not in UNNAMED]), kind)
    return filing


def _text(random: Random, concept: str, concepts: dict[str, Any]) -> str:
    entries = concepts[concept].values()
    names = [
        concept,
        *(entry["label"] for entry in entries),
        *(name for entry in entries for name in entry.get("synonyms", [])),
    ]
    if concept == "shadow":
        names = [concept, "Sombra", "Shadow"]  # its synonyms are names of other topics, which win
    return random.choice((str, str.upper, str.lower, str.title))(random.choice(names))


def _encoded(random: Random, text: str) -> bytes:
    return random.choice((b"", b"\xef\xbb\xbf")) + random.choice((text, text.replace("\n", "\r\n"))).encode()

"""The site's own settings with Arabic added: an entry in LANGUAGES, a catalogue of messages, and content."""

from pelicanconf import *  # noqa: F403  # a settings file is read name by name
from pelicanconf import LANGUAGES as TWO_LANGUAGES
from pelicanconf import TRANSLATIONS as OWN_TRANSLATIONS

SITENAME = {"es": "Plaza", "en": "Plaza", "ar": "الساحة"}
TAGLINE = {
    "es": "Tecnología cívica en tres voces",
    "en": "Civic technology in three voices",
    "ar": "التقنية المدنية بثلاثة أصوات",
}
LANGUAGES = {
    **TWO_LANGUAGES,
    "ar": {
        "name": "العربية",
        "dir": "rtl",
        "paths": {
            "posts": "مقالات",
            "topics": "مواضيع",
            "levels": "مستويات",
            "activities": "أنشطة",
            "matrix": "مصفوفة",
            "people": "أشخاص",
            "search": "بحث",
            "feeds": "تغذية",
            "status": "حالة",
            "parallel": "مواز",
            "page": "صفحة",
        },
        "quotes": "«»“”",
        "alphabet": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    },
}
TRANSLATIONS = [*OWN_TRANSLATIONS, "tests/data/three_languages/translations"]
PATH = "tests/data/three_languages/content"

"""Message catalogues from several folders: the site's own say single messages otherwise, or add a language."""

from collections.abc import Mapping
from pathlib import Path

from plugins.catalogue.memory import Memory
from plugins.catalogue.settings import Settings, read_settings
from plugins.diagnostics import as_text
from plugins.plan.message_files import read_catalogues
from plugins.plan.messages import Messages

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
OTHER_PLURALS = HEAD.replace("(n != 1)", "(n > 1)")
SKIP = 'msgid "Skip"\nmsgstr "Saltar"\n\n'
POSTS = 'msgid "%(num)s post"\nmsgid_plural "%(num)s posts"\nmsgstr[0] "%(num)s nota"\nmsgstr[1] "%(num)s notas"\n\n'
TEMPLATE = '{{ _("Skip") }}{{ ngettext("%(num)s post", "%(num)s posts", 2) }}'
THEME = "theme/translations/es/LC_MESSAGES/messages.po"
OWN = "site/theme/translations/es/LC_MESSAGES/messages.po"


def read(folder: Path, files: Mapping[str, str], lang: str = "es") -> tuple[dict[str, Messages], str]:
    for path, text in {"theme/templates/post.html": TEMPLATE, **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    messages, diagnostics = read_catalogues(settings(folder, lang), [], Memory())
    return messages, "".join(as_text([each]).partition(f"{folder.name}/")[2] for each in diagnostics)


def settings(folder: Path, lang: str) -> Settings:
    return read_settings({"SITENAME": "x", "LANGUAGES": {lang: {"name": lang}}, "SITE_FOLDER": "site"}, folder)


def test_a_message_of_the_site_comes_before_the_themes_and_all_others_stay(tmp_path: Path) -> None:
    own = HEAD + 'msgid "Skip"\nmsgstr "Ir al texto"\n'
    messages, problems = read(tmp_path, {THEME: HEAD + SKIP + POSTS, OWN: own})
    assert problems == ""
    assert messages["es"].gettext("Skip") == "Ir al texto"
    assert messages["es"].ngettext("%(num)s post", "%(num)s posts", 2) == "%(num)s notas"


def test_each_catalogue_keeps_its_own_rule_for_plurals(tmp_path: Path) -> None:
    own = OTHER_PLURALS + 'msgid "Skip"\nmsgstr "Ir al texto"\n'
    messages, _ = read(tmp_path, {THEME: HEAD + SKIP + POSTS, OWN: own})
    assert messages["es"].ngettext("%(num)s post", "%(num)s posts", 0) == "%(num)s notas"


def test_a_message_that_the_site_leaves_empty_is_the_themes(tmp_path: Path) -> None:
    messages, problems = read(tmp_path, {THEME: HEAD + SKIP + POSTS, OWN: HEAD + 'msgid "Skip"\nmsgstr ""\n'})
    assert problems == ""
    assert messages["es"].gettext("Skip") == "Saltar"


def test_a_language_may_be_the_sites_alone(tmp_path: Path) -> None:
    messages, problems = read(tmp_path, {OWN: HEAD + SKIP + POSTS})
    assert problems == ""
    assert messages["es"].gettext("Skip") == "Saltar"


def test_a_message_that_no_catalogue_has_is_to_be_added_to_the_sites(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {THEME: HEAD + POSTS, OWN: HEAD + 'msgid "More"\nmsgstr "Más"\n'})
    assert problems.startswith(f"{OWN}:1: error: no text for the message 'Skip' [message-missing]\n")
    assert problems.count("error") == 1


def test_a_fault_is_told_with_the_file_and_line_that_it_is_in(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {THEME: HEAD + SKIP + POSTS, OWN: HEAD + 'msgid "Skip"\nmsgstr "Ir %(where)s"\n'})
    assert problems.startswith(f"{OWN}:4: error: the text of 'Skip' has other placeholders")
    assert problems.count("error") == 1


def test_a_language_without_any_catalogue_is_told_where_the_site_would_have_it(tmp_path: Path) -> None:
    messages, problems = read(tmp_path, {}, lang="pt")
    assert messages == {}
    assert problems.startswith("site/theme/translations/pt/LC_MESSAGES/messages.po:1: error: there is no message cat")

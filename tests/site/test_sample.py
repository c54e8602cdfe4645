"""The sample is demo and manual at once, so every feature is used somewhere in it; what is not is named here."""

from __future__ import annotations

import json
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.catalogue.schema import FIELDS, ROLES
from plugins.catalogue.source import fences, without_code_spans
from plugins.catalogue.structure import Kind, scan
from plugins.parallel_quote.quote import parse
from plugins.plan.preparing import prepare
from plugins.translation.states import site_status
from tests.support.building import ROOT, Built, run_plaza
from tests.support.independent_count import Count, count_content
from tools.settings_file import read as read_settings

CONTENT = ROOT / "content"
SETTINGS = runpy.run_path(str(ROOT / "pelicanconf.py"))
LANGS = tuple(SETTINGS["LANGUAGES"])
PAGES = {"about", "writing", "translating", "filing", "rules", "quoting", "moderation", "accessibility"}
CODE = (Kind.FENCE, Kind.CODE, Kind.FENCE_END, Kind.INDENTED)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the sample: its front matter as texts, its body, and `prose`, the body with all code blanked."""

    path: str
    key: str
    lang: str
    front: dict[str, Any]
    body: tuple[str, ...]

    @property
    def prose(self) -> str:
        text = "\n".join("" if line.kind in CODE else line.text for line in scan(self.body))
        return without_code_spans(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))

    @property
    def status(self) -> str:
        return str(self.front.get("status", "published"))


def read(collection: str) -> tuple[File, ...]:
    return tuple(read_file(path) for path in sorted((CONTENT / collection).rglob("*.md")))


def read_file(path: Path) -> File:
    lines = path.read_text(encoding="utf-8").split("\n")
    end = lines.index("---", 1)
    front = yaml.load("\n".join(lines[1:end]), Loader=yaml.BaseLoader)  # noqa: S506  # nothing but texts
    key, lang = path.stem.rsplit(".", 1)
    return File(path.relative_to(CONTENT).as_posix(), key, lang, front, tuple(lines[end + 1 :]))


POSTS, STANDING = read("posts"), read("pages")
FILES = POSTS + STANDING
SHOWN = tuple(post for post in POSTS if post.status == "published")


def langs_of(files: tuple[File, ...]) -> dict[str, set[str]]:
    return {key: {file.lang for file in files if file.key == key} for key in sorted({file.key for file in files})}


def pairs() -> Iterator[tuple[File, File]]:
    """Give each published translation of a post, behind the original of its post."""
    originals = {post.key: post for post in POSTS if "original" not in post.front}
    for post in SHOWN:
        if "original" in post.front:
            yield originals[post.key], post


@pytest.fixture(scope="module")
def count() -> Count:
    return count_content(CONTENT, LANGS)


# Front matter


@pytest.mark.parametrize("field", sorted(field.name for field in FIELDS))
def test_some_file_writes_each_field_of_front_matter(field: str) -> None:
    assert any(file.front.get(field) for file in FILES), f"no file of the sample has the field `{field}`"


@pytest.mark.parametrize("role", ROLES)
def test_some_published_post_credits_each_role(role: str) -> None:
    assert any(post.front.get(role) for post in SHOWN), f"no published post has `{role}`"


@pytest.mark.parametrize("status", ["published", "draft", "review"])
def test_some_post_has_each_status(status: str) -> None:
    found = sorted({post.status for post in POSTS})
    assert status in found, f"no post has `status: {status}`; the sample has {found}"


def test_the_retired_are_left_to_those_who_have_something_to_retire() -> None:
    assert [file.path for file in FILES if file.status == "retired"] == []


# Languages


def test_twelve_posts_or_more_are_published_in_both_languages() -> None:
    both = [key for key, langs in langs_of(SHOWN).items() if langs == set(LANGS)]
    assert len(both) >= 12, f"only {len(both)} posts are published in {LANGS}: {both}"


@pytest.mark.parametrize(("lang", "number"), [("es", 2), ("en", 1)])
def test_some_posts_are_in_one_language_alone(lang: str, number: int) -> None:
    alone = [key for key, langs in langs_of(SHOWN).items() if langs == {lang}]
    assert len(alone) == number, f"{number} published posts should be in {lang} alone; these are: {alone}"


@pytest.mark.parametrize(("original", "translation"), [("es", "en"), ("en", "es")])
def test_posts_are_translated_in_both_directions(original: str, translation: str) -> None:
    found = [post.path for first, post in pairs() if (first.lang, post.lang) == (original, translation)]
    assert found, f"no post was written in {original} and translated into {translation}"


def test_a_translation_is_older_than_the_last_change_of_its_original() -> None:
    behind = [
        post.path
        for first, post in pairs()
        if first.front.get("modified", "")
        > (post.front.get("modified") or post.front.get("date") or first.front["date"])
    ]
    assert behind, "no original has a `modified` after the `modified` (or `date`) of its translation"


# Blocks


def tags_in_order() -> set[tuple[str, ...]]:
    """Give the languages of the parts of every parallel quote in published posts, the original's first."""
    known = (*LANGS, *SETTINGS["QUOTE_LANGS"])
    quotes = (quote for post in SHOWN for quote in parse(post.body, known).quotes)
    return {tuple(part.lang for part in quote.parts) for quote in quotes}


@pytest.mark.parametrize("langs", [("es", "en"), ("en", "es")])
def test_people_are_quoted_in_both_directions(langs: tuple[str, ...]) -> None:
    assert langs in tags_in_order(), f"no quote of a published post has an original and a translation in {langs}"


def test_somebody_is_quoted_in_a_third_language() -> None:
    found = sorted(tags_in_order())
    assert any(set(langs) > set(LANGS) for langs in found), f"no quote has a third language; there are {found}"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("block", ["cloud", "video"])
def test_published_posts_have_each_block(block: str, lang: str) -> None:
    infos = [fence.info for post in SHOWN if post.lang == lang for fence in fences(post.body)]
    assert block in infos, f"no published post in {lang} has a block ```{block}"


@pytest.mark.parametrize("part", ["src", "poster", "captions", "subtitles", "credits"])
def test_a_video_has_each_part(part: str) -> None:
    videos = [fence for post in SHOWN for fence in fences(post.body) if fence.info == "video"]
    assert any(yaml.safe_load("\n".join(video.lines)).get(part) for video in videos), f"no video has `{part}`"


def test_published_posts_have_code_in_its_colours() -> None:
    infos = Counter(fence.info for post in SHOWN for fence in fences(post.body))
    assert set(infos) - {"", "cloud", "video", "text", "markdown"}, f"no code names its language: {dict(infos)}"


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a table", r"(?m)^\|[-:| ]+\|$"),
        ("a column of numbers, to the right", r"(?m)^\|.*-:.*\|$"),
        ("a footnote", r"(?m)^\[\^[^\]]+\]: "),
        ("a numbered list", r"(?m)^1\. "),
        ("a list", r"(?m)^- "),
        ("a heading", r"(?m)^## "),
        ("a deep heading", r"(?m)^#### "),
        ("a plain blockquote", r"(?m)^> (?!\[)[^\n]*\n(?:>[^\n]*\n)*(?!>)"),
        ("a picture in the text", r"!\[[^\]]+\]\(\{static\}/media/"),
        ("a foreign word with its language", r"\*\{lang="),
        ("the language of a link", r"\)\{hreflang="),
    ],
)
def test_published_posts_have_each_kind_of_text(what: str, pattern: str) -> None:
    assert any(re.search(pattern, post.prose) for post in SHOWN), f"no published post has {what} ({pattern})"


def test_a_published_post_silences_a_warning() -> None:
    assert any("<!-- check: ignore " in "\n".join(post.body) for post in SHOWN)


def test_a_page_has_a_figure_with_a_caption() -> None:
    found = [file.path for file in FILES if "<figure" in file.prose and "<figcaption" in file.prose]
    assert found, "no file has a <figure> with a <figcaption>"


# Links


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a post, from this file", r"\]\(\{filename\}[^/)#]+\)"),
        ("a post, from content/", r"\]\(\{filename\}/posts/[^)]+\)"),
        ("a standing page", r"\]\(\{filename\}(/pages/)?(?:about|writing|quoting|moderation|accessibility)\.md"),
        ("a post, with the language", r"\]\(\{filename\}[^)#]+\.(?:es|en)\.md"),
        ("a heading of another post", r"\]\(\{filename\}[^)#]+#[^)]+\)"),
        ("a heading of the same page", r"(?<!!)\]\(#[^)]+\)"),
        ("a file", r"\]\(\{static\}/media/[^)]+\)"),
        ("a page by its address", r"\]\(/[^)]*\)"),
        ("another site", r"\]\(https://[^)]+\)"),
    ],
)
def test_the_sample_links_in_each_form(what: str, pattern: str) -> None:
    assert any(re.search(pattern, file.prose) for file in FILES), f"no file links to {what} ({pattern})"


def test_every_link_to_another_site_is_encrypted() -> None:
    texts = {file.path: file.prose + json.dumps(file.front) for file in FILES}
    texts |= {path.name: path.read_text(encoding="utf-8") for path in sorted(CONTENT.glob("*.yml"))}
    plain = {path: re.findall(r"http://[^\s)\"']+", text) for path, text in texts.items()}
    assert {path: links for path, links in plain.items() if links} == {}


def test_every_built_link_to_another_site_is_encrypted(built_sample: Built) -> None:
    plain = {
        page.relative_to(built_sample.output).as_posix(): links
        for page in sorted(built_sample.output.rglob("*.html"))
        if (links := re.findall(r'href="(http://(?!localhost:8000)[^"]*)"', page.read_text(encoding="utf-8")))
    }
    assert plain == {}


# Levels, activities, topics


def test_each_level_has_two_posts_or_more(count: Count) -> None:
    numbers = {level: len(count.of_level(level)) for level in count.levels}
    assert {level: number for level, number in numbers.items() if number < 2} == {}


def test_each_activity_has_two_posts_or_more(count: Count) -> None:
    numbers = {activity: len(count.of_activity(activity)) for activity in count.activities}
    assert {activity: number for activity, number in numbers.items() if number < 2} == {}


def test_every_cell_of_the_matrix_is_filled(count: Count) -> None:
    cells = [f"{level} × {activity}" for level, activity in product(count.levels, count.activities)
             if not count.of_cell(level, activity)]  # fmt: skip
    assert cells == []


def test_sixteen_topics_or_more_are_in_use(count: Count) -> None:
    assert len(count.by_topic) >= 16, f"only {len(count.by_topic)} topics have a published post"


def test_no_topic_is_there_for_nothing(count: Count) -> None:
    assert sorted(set(count.topics) - set(count.by_topic)) == []


@pytest.mark.parametrize("name", ["topics", "levels", "activities"])
def test_each_concept_is_named_and_described_in_each_language(name: str) -> None:
    concepts = yaml.safe_load((CONTENT / f"{name}.yml").read_text(encoding="utf-8"))
    wanted = ["label", "description"] + ([] if name == "topics" else ["practices"])
    missing = [f"{concept}.{lang}.{field}" for concept, entry in concepts.items() for lang in LANGS for field in wanted
               if not entry.get(lang, {}).get(field)]  # fmt: skip
    assert missing == []


@pytest.mark.parametrize("name", ["levels", "activities"])
def test_practices_are_as_many_in_each_language(name: str) -> None:
    concepts = yaml.safe_load((CONTENT / f"{name}.yml").read_text(encoding="utf-8"))
    numbers = {concept: {len(entry[lang]["practices"]) for lang in LANGS} for concept, entry in concepts.items()}
    assert {concept: found for concept, found in numbers.items() if len(found) > 1} == {}


# People


def test_everybody_in_the_file_of_people_had_a_part_in_something() -> None:
    people = yaml.safe_load((CONTENT / "people.yml").read_text(encoding="utf-8"))
    credited = {name for post in SHOWN for role in ROLES for name in listed(post.front.get(role, []))}
    assert sorted(set(people) - credited) == []
    assert [person for person, entry in people.items() if not all(entry["bio"].get(lang) for lang in LANGS)] == []


def listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


# Standing pages


def test_the_standing_pages_are_there_in_every_language() -> None:
    assert langs_of(STANDING) == {key: set(LANGS) for key in sorted(PAGES)}
    assert {page.path: page.status for page in STANDING if page.status != "published"} == {}


def test_standing_pages_were_written_in_both_languages() -> None:
    written = {page.key: page.lang for page in STANDING if "original" not in page.front}
    assert sorted(key for key, lang in written.items() if lang == "en") == ["accessibility"]


def test_only_one_standing_page_is_in_the_menu() -> None:
    assert [page.path for page in STANDING if "menu" in page.front] == ["pages/about.es.md"]


def test_each_standing_page_tells_who_clones_plaza_what_to_change() -> None:
    marks = {"es": "Si haces tuyo este sitio", "en": "If you make this site yours"}
    assert [page.path for page in STANDING if marks[page.lang] not in page.prose] == []


def test_standing_pages_leave_no_language_behind() -> None:
    """A page and its translation have the same headings, code and links, one for one."""

    def shape(page: File) -> tuple[list[str], list[str], int]:
        levels = re.findall(r"(?m)^(#+) ", page.prose)
        return levels, [fence.info for fence in fences(page.body)], len(re.findall(r"\]\((?!#)", page.prose))

    shapes = {key: [shape(page) for page in STANDING if page.key == key] for key in PAGES}
    assert {key: found for key, found in shapes.items() if found[0] != found[-1]} == {}


# All of it


def test_the_files_of_the_root_are_published_as_they_are(built_sample: Built) -> None:
    files = [path for path in sorted((CONTENT / "root").rglob("*")) if path.is_file()]
    assert files, "content/root/ has no example"
    for path in files:
        assert (built_sample.output / path.relative_to(CONTENT / "root")).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("ways to read quotes", r'class="reading-modes'),
        ("the page in two languages", r'<a href="[^"]*/(?:paralelo|parallel)/">'),
        ("a transcript in both languages", r'transcript__side[^>]* lang="es".*?transcript__side[^>]* lang="en"'),
        ("pictures in more than one width", r'<source type="image/webp" srcset="[^"]+ 480w, [^"]+ 800w'),
        ("posts like it", r'class="related'),
        ("how to cite it", r'class="citing'),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_some_built_post_offers(what: str, pattern: str, lang: str, built_sample: Built) -> None:
    folder = {"es": "notas", "en": "en/posts"}[lang]
    pages = (built_sample.output / folder).glob("*/index.html")
    found = any(re.search(pattern, page.read_text(encoding="utf-8"), re.DOTALL) for page in pages)
    assert found, f"no post in {lang} offers {what}"


@pytest.mark.parametrize("page", ["buscar", "en/search"])
def test_both_languages_can_be_searched(page: str, built_sample: Built) -> None:
    entries = list((built_sample.output / page).rglob("pagefind-entry.json"))
    assert len(entries) == 1


def test_a_check_of_the_sample_finds_nothing() -> None:
    done = run_plaza("check", "--format", "json")

    assert json.loads(done.stdout)["diagnostics"] == []
    assert done.returncode == 0


def test_every_translation_is_pinned_and_one_shows_what_being_behind_looks_like() -> None:
    build = prepare(read_settings())
    standings = [s for status in site_status(build.catalogue, LANGS) for s in status.standings if s.against]
    assert all(standing.is_pinned for standing in standings)
    assert [standing.path for standing in standings if standing.blocks] == ["posts/helpdesk.en.md"]

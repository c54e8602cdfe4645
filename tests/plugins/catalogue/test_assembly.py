from typing import Any

from plugins.diagnostics import error, warning

ES = "---\ntitle: Respaldos\ndate: 2013-11-20\n---\nHola.\n"
EN = "---\ntitle: Backups\noriginal: es\n---\nHello.\n"
TOPICS = "open-data:\n  es: {label: Datos abiertos, synonyms: [apertura]}\n  en: {label: Open data}\n"
LEVELS = "basic:\n  es: {label: Básica}\n  en: {label: Basic}\nspecialized:\n  es: {label: Alta}\n  en: {label: High}\n"


def post(front: str, body: str = "Hola.") -> str:
    return f"---\n{front}\n---\n{body}\n"


def test_files_of_one_key_become_one_post(example: Any) -> None:
    catalogue, found = example.catalogue({"posts/2013/backups.es.md": ES, "posts/backups.en.md": EN})
    assert found == ()
    (backups,) = catalogue.posts
    assert (backups.key, backups.original, list(backups.documents)) == ("backups", "es", ["es", "en"])
    assert catalogue.by_key == {("posts", "backups"): backups}
    assert backups.documents["en"].front.date == backups.documents["es"].front.date
    assert backups.documents["en"].body.parts == ("<p>Hello.</p>",)


def test_posts_are_in_the_order_of_their_moments_and_then_keys(example: Any) -> None:
    dates = {"c": "2013-11-21T04:00Z", "d": "2013-11-20T23:00", "b": "2013-11-20", "a": "2013-11-20", "e": "2012-01-01"}
    texts = {f"posts/{key}.es.md": post(f"title: {key}\ndate: {when}") for key, when in dates.items()}
    catalogue, _ = example.catalogue(texts)
    assert [found.key for found in catalogue.posts] == ["e", "a", "b", "c", "d"]


def test_a_line_end_of_any_kind_and_a_byte_order_mark_change_nothing(example: Any) -> None:
    plain, _ = example.catalogue({"posts/a.es.md": ES, "topics.yml": TOPICS})
    other, found = example.catalogue(
        {"posts/a.es.md": "\ufeff" + ES.replace("\n", "\r\n"), "topics.yml": "\ufeff" + TOPICS.replace("\n", "\r\n")}
    )
    assert found == ()
    assert other == plain


def test_what_is_shown_depends_on_the_status_and_the_preview(example: Any) -> None:
    texts = {
        f"posts/{status}.es.md": post(f"title: {status}\ndate: 2030-01-01\nstatus: {status}")
        for status in ("published", "draft", "review", "retired")
    }
    site, _ = example.catalogue(texts)
    preview, _ = example.catalogue(texts, SHOW_DRAFTS=True)
    assert [found.key for found in site.posts if found.shown] == ["published"]
    assert [found.key for found in preview.posts if found.shown] == ["draft", "published", "review"]


def test_a_post_is_published_language_by_language(example: Any) -> None:
    draft = post("title: Backups\noriginal: es\nstatus: draft")
    catalogue, _ = example.catalogue({"posts/a.es.md": ES, "posts/a.en.md": draft})
    assert list(catalogue.posts[0].shown) == ["es"]


def test_a_folder_without_posts_gives_a_warning(example: Any) -> None:
    assert example.catalogue({"pages/about.es.md": post("title: Acerca")})[1] == (
        warning("posts", 1, "no-posts", "there are no posts", "add a file posts/<key>.<lang>.md"),
    )


def test_an_original_post_needs_a_date_and_a_page_does_not(example: Any) -> None:
    texts = {"posts/a.es.md": post("title: A"), "posts/a.en.md": EN, "pages/b.es.md": post("title: B")}
    assert example.catalogue(texts)[1] == (
        error(
            "posts/a.es.md", 1, "missing-date", "date is missing; a post that is no translation needs one",
            "add a line such as date: 2013-11-20",
        ),
    )  # fmt: skip


def test_a_date_that_is_wrong_is_not_also_missing(example: Any) -> None:
    found = example.catalogue({"posts/a.es.md": post("title: A\ndate: 2013-13-40")})[1]
    assert [(d.line, d.rule) for d in found] == [(3, "bad-date")]


def test_faults_of_all_files_are_found_in_one_run(example: Any) -> None:
    texts = {
        "posts/a.es.md": "no front matter",
        "posts/b.fr.md": ES,
        "posts/c.es.md": post("titulo: C"),
        "posts/d.es.md": post("title: D\ndate: 2013-11-20\nlevel: basc"),
        "posts/e.es.md": ES,
        "posts/e.en.md": ES,
        "topics.yml": "open-data: {es: {label: X, labels: Y}}",
        "levels.yml": LEVELS,
    }
    found = example.catalogue(texts)[1]
    assert [(d.path, d.line, d.rule) for d in found if d.severity == "error"] == [
        ("posts/a.es.md", 1, "no-front-matter"),
        ("posts/b.fr.md", 1, "unknown-lang"),
        ("posts/c.es.md", 1, "missing-date"),
        ("posts/c.es.md", 1, "missing-title"),
        ("posts/c.es.md", 2, "unknown-field"),
        ("posts/d.es.md", 4, "unknown-level"),
        ("posts/e.en.md", 1, "two-originals"),
        ("posts/e.es.md", 1, "two-originals"),
        ("topics.yml", 1, "unknown-field"),
    ]


def test_a_file_that_cannot_be_split_does_not_make_its_translations_wrong(example: Any) -> None:
    found = example.catalogue({"posts/a.es.md": "no front matter", "posts/a.en.md": EN})[1]
    assert [(d.path, d.rule) for d in found] == [("posts/a.es.md", "no-front-matter")]


def test_front_matter_that_is_no_yaml_is_one_error(example: Any) -> None:
    found = example.catalogue({"posts/a.es.md": post("title: [A"), "posts/a.en.md": EN})[1]
    assert [(d.path, d.rule) for d in found] == [("posts/a.es.md", "bad-yaml")]


def test_a_post_is_filed_by_ids_labels_and_synonyms_of_any_language(example: Any) -> None:
    front = "title: A\ndate: 2013-11-20\ntopics: [DATOS  ABIERTOS, open data, apertura]\nlevel: básica"
    catalogue, found = example.catalogue({"posts/a.es.md": post(front), "topics.yml": TOPICS, "levels.yml": LEVELS})
    assert found == ()
    assert [topic.id for topic in catalogue.posts[0].topics] == ["open-data"]
    assert catalogue.posts[0].level.id == "basic"
    assert catalogue.posts[0].activity is None


def test_an_unknown_topic_is_an_error_in_its_own_line_with_the_nearest(example: Any) -> None:
    front = "title: A\ndate: 2013-11-20\ntopics:\n  - open-data\n  - Datos abierto"
    assert example.catalogue({"posts/a.es.md": post(front), "topics.yml": TOPICS})[1] == (
        error(
            "posts/a.es.md", 6, "unknown-topic", "topics.yml has no topic 'Datos abierto'; did you mean open-data?",
            "write one that is there, or add it to topics.yml",
        ),
    )  # fmt: skip


def test_an_unknown_activity_without_a_file_of_activities_is_an_error(example: Any) -> None:
    assert example.catalogue({"posts/a.es.md": post("title: A\ndate: 2013-11-20\nactivity: skills")})[1] == (
        error(
            "posts/a.es.md", 4, "unknown-activity", "activities.yml has no activity 'skills'",
            "write one that is there, or add it to activities.yml",
        ),
    )  # fmt: skip


def test_a_translation_filed_elsewhere_gets_a_warning_and_the_originals_place_counts(example: Any) -> None:
    texts = {
        "posts/a.es.md": post("title: A\ndate: 2013-11-20\nlevel: basic\ntopics: [open-data]"),
        "posts/a.en.md": post("title: A\noriginal: es\nlevel: specialized\ntopics: [Open data]"),
        "topics.yml": TOPICS,
        "levels.yml": LEVELS,
    }
    catalogue, found = example.catalogue(texts)
    assert catalogue.posts[0].level.id == "basic"
    assert found == (
        warning(
            "posts/a.en.md", 4, "filed-elsewhere",
            "level differs from the original's in posts/a.es.md, whose value counts for every language",
            "take `level` out of the translation",
        ),
    )  # fmt: skip


def test_the_topics_of_a_translation_are_checked_where_its_original_cannot_be_read(example: Any) -> None:
    texts = {"posts/a.es.md": "no head", "posts/a.en.md": post("title: A\noriginal: es\ntopics: radio")}
    found = example.catalogue(texts)[1]
    assert [(d.path, d.rule) for d in found] == [
        ("posts/a.en.md", "unknown-topic"),
        ("posts/a.es.md", "no-front-matter"),
    ]


def test_a_missing_title_is_a_warning_in_a_draft(example: Any) -> None:
    found = example.catalogue({"posts/a.es.md": post("date: 2013-11-20\nstatus: draft")})[1]
    assert [(d.rule, d.severity) for d in found] == [("missing-title", "warning")]


def test_a_summary_is_as_written_else_the_first_paragraph_that_is_no_quote(example: Any) -> None:
    body = "> [es] Una cita.\n\n## Título\n\nEl *primer* párrafo.\n\nOtro."
    texts = {
        "posts/a.es.md": post("title: A\ndate: 2013-11-20", body),
        "posts/b.es.md": post("title: B\ndate: 2013-11-20\nsummary: Con *énfasis*.", body),
    }
    catalogue, _ = example.catalogue(texts)
    summaries = [found.documents["es"].summary.parts for found in catalogue.posts]
    assert summaries == [("El primer párrafo.",), ("Con <em>énfasis</em>.",)]


def test_a_picture_is_named_in_any_form_and_inherited_whatever_the_folder(example: Any) -> None:
    for form in ("media/a.png", "/media/a.png", "{static}/media/a.png", "../../media/a.png"):
        front = f'title: A\ndate: 2013-11-20\nimage: "{form}"'
        catalogue, _ = example.catalogue({"posts/2013/a.es.md": post(front), "posts/a.en.md": EN}, ["media/a.png"])
        assert [found.front.image for found in catalogue.posts[0].documents.values()] == ["media/a.png"] * 2


def test_every_name_of_a_person_leads_to_one_person(example: Any) -> None:
    texts = {
        "posts/a.es.md": post("title: A\ndate: 2013-11-20\nauthors: [ana-torres, Víctor]"),
        "posts/b.es.md": post("title: B\ndate: 2013-11-20\nauthors: [Ana Torres]\neditors: [Victor]"),
        "people.yml": "ana-torres: {name: Ana Torres}",
    }
    catalogue, found = example.catalogue(texts)
    assert {name: person.name for name, person in catalogue.people.items()} == {
        "ana-torres": "Ana Torres",
        "Ana Torres": "Ana Torres",
        "Víctor": "Víctor",
        "Victor": "Víctor",
    }
    assert [(d.path, d.line, d.rule) for d in found] == [("posts/b.es.md", 5, "name-variant")]


def test_keys_of_files_at_fault_are_known(example: Any) -> None:
    catalogue, _ = example.catalogue({"posts/a.es.md": "no front matter"})
    assert catalogue.known_keys == {("posts", "a")}
    assert catalogue.posts == ()

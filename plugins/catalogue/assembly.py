"""From the files of a content folder to the catalogue: each file is split, validated and rendered exactly once.

Every step goes on after a fault as far as it makes sense, so that one run reports all problems of all files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.catalogue.concepts import Concept, Concepts, read_concepts
from plugins.catalogue.document import make_document
from plugins.catalogue.filing import file_under, filed_elsewhere
from plugins.catalogue.front_matter import missing_date
from plugins.catalogue.inheritance import FILING, inherit
from plugins.catalogue.pairing import FileName, find_original
from plugins.catalogue.people import People, Person, merge_people, read_people
from plugins.catalogue.post import Catalogue, Post, moment
from plugins.catalogue.reader import Member, Reader
from plugins.catalogue.settings import Settings
from plugins.catalogue.slugs import SlugWish, assign_slugs
from plugins.diagnostics import Diagnostic, warning


def make_catalogue(reader: Reader) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Make the catalogue of a reader's folder, with the problems found on the way, in no order.

    What is wrong with a text stands in that; `found_in` gives it.
    """
    folder, settings = reader.folder, reader.settings
    diagnostics = list(folder.diagnostics)
    concepts = {}
    for kind in ("topics", "levels", "activities"):
        concepts[kind], found = read_concepts(folder.texts.get(f"{kind}.yml", ""), f"{kind}.yml", kind, settings.langs)
        diagnostics.extend(found)
    people, found = read_people(folder.texts.get("people.yml", ""), "people.yml", settings.langs)
    diagnostics.extend(found)

    files = reader.read_files()
    diagnostics.extend(files.diagnostics)
    slugs, found = assign_slugs(_slug_wish(member) for member in files.members.values())
    diagnostics.extend(found)
    by_name, found = _merge_people(people, files.members)
    diagnostics.extend(found)

    posts = []
    for (collection, key), names in files.groups.items():
        members = {lang: files.members[name.path] for lang, name in names.items() if name.path in files.members}
        original, found = _original(names, members)
        diagnostics.extend(found)
        if original is None:
            for member in members.values():  # no post, but what its readable files say wrong is still worth telling
                diagnostics.extend((*member.text.found, *file_under(member, concepts)[1]))
        else:
            post, found = _make_post(collection, key, original, members, slugs, concepts, settings)
            posts.append(post)
            diagnostics.extend(found)
    unread = any(problem.path.startswith("posts/") for problem in diagnostics)  # a file that is there, but no post
    if not unread and not any(collection == "posts" for collection, _ in files.groups):
        diagnostics.append(warning("posts", 1, "no-posts", "there are no posts", "add a file posts/<key>.<lang>.md"))

    posts.sort(key=lambda post: (moment(post.documents[post.original].front.date, settings.timezone), post.key))
    catalogue = Catalogue(
        posts=tuple(post for post in posts if post.collection == "posts"),
        pages=tuple(sorted((post for post in posts if post.collection == "pages"), key=lambda post: post.key)),
        topics=concepts["topics"],
        levels=concepts["levels"],
        activities=concepts["activities"],
        people=by_name,
        files=frozenset(folder.files),
        by_key={(post.collection, post.key): post for post in posts},
        known_keys=frozenset(files.groups),
    )
    return catalogue, tuple(diagnostics)


def found_in(posts: Iterable[Post]) -> tuple[Diagnostic, ...]:
    """Give what is wrong with the texts of posts."""
    return tuple(problem for post in posts for document in post.documents.values() for problem in document.text.found)


def _slug_wish(member: Member) -> SlugWish:
    name, front = member.name, member.front
    line = front.lines.get("slug" if front.slug else "title", 1)
    return SlugWish(name.path, name.collection, name.key, name.lang, front.title, front.slug, line)


def _merge_people(people: People, members: Mapping[str, Member]) -> tuple[Mapping[str, Person], tuple[Diagnostic, ...]]:
    written = [
        (person, member.name.path, member.front.item_lines.get(role, (1,) * len(persons))[place])
        for _, member in sorted(members.items())
        for role, persons in member.front.credits.items()
        for place, person in enumerate(persons)
    ]
    return merge_people(people, written)


def _original(
    names: Mapping[str, FileName], members: Mapping[str, Member]
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    if set(names) != set(members) or not all(reading.front.is_readable for reading in members.values()):
        return None, ()  # where a head could not be read, who the original is cannot be told
    return find_original(
        {lang: reading.front.original for lang, reading in members.items()},
        {lang: reading.name.path for lang, reading in members.items()},
        {lang: reading.front.lines.get("original", 1) for lang, reading in members.items()},
    )


def _make_post(
    collection: str,
    key: str,
    original: str,
    members: Mapping[str, Member],
    slugs: Mapping[str, str],
    concepts: Mapping[str, Concepts],
    settings: Settings,
) -> tuple[Post, tuple[Diagnostic, ...]]:
    diagnostics: list[Diagnostic] = []
    root = members[original]
    if root.front.date is None and "date" not in root.front.lines and collection == "posts":
        diagnostics.append(missing_date(root.name.path))
    filing = {}
    for lang in sorted(members, key=lambda lang: lang != original):
        filed, found = file_under(members[lang], concepts)
        diagnostics.extend(found)
        filing[lang] = filed
        if lang != original:
            diagnostics.extend(filed_elsewhere(members[lang], filed, filing[original], root.name.path))
    documents = {}
    for lang in settings.langs:
        if lang in members:
            front = members[lang].front if lang == original else inherit(members[lang].front, root.front)
            slug = slugs[members[lang].name.path]
            documents[lang] = make_document(members[lang], front, slug, settings.shows_drafts)
    topics, levels, activities = (filing[original][field] for field in FILING)
    return Post(collection, key, original, documents, topics, _first(levels), _first(activities)), tuple(diagnostics)


def _first(concepts: tuple[Concept, ...]) -> Concept | None:
    return concepts[0] if concepts else None

import re

import pytest

from plugins.diagnostics import Diagnostic, error
from plugins.plan.messages import Messages, missing_messages, read_messages, used_messages

HEAD = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
PATH = "theme/translations/es/LC_MESSAGES/messages.po"


def read(po: str) -> Messages:
    messages, found = read_messages((HEAD + po).encode(), PATH)
    assert found == ()
    assert messages is not None
    return messages


def faults(po: str) -> tuple[Diagnostic, ...]:
    return read_messages((HEAD + po).encode(), PATH)[1]


def test_a_message_has_a_text() -> None:
    assert read('msgid "Home"\nmsgstr "Inicio"\n').gettext("Home") == "Inicio"


def test_a_plural_has_a_form_for_each_number() -> None:
    messages = read('msgid "one post"\nmsgid_plural "%(n)s posts"\nmsgstr[0] "una nota"\nmsgstr[1] "%(n)s notas"\n')
    texts = [messages.ngettext("one post", "%(n)s posts", n) for n in (0, 1, 2)]
    assert texts == ["%(n)s notas", "una nota", "%(n)s notas"]
    assert not messages.lacks(("one post", "%(n)s posts"))


@pytest.mark.parametrize(
    "po",
    [
        "",
        'msgid "Home"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "Home"\nmsgstr "Casa"\n',
        '#~ msgid "Home"\n#~ msgstr "Inicio"\n',
    ],
)
def test_a_message_that_is_absent_empty_fuzzy_or_obsolete_is_missing(po: str) -> None:
    messages = read(po)
    assert messages.lacks("Home")
    with pytest.raises(LookupError, match="Home"):
        messages.gettext("Home")


@pytest.mark.parametrize("forms", ['msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "una"\nmsgstr[1] ""', 'msgstr[0] "una"'])
def test_a_plural_without_one_of_its_forms_is_missing(forms: str) -> None:
    messages = read(f'msgid "one"\nmsgid_plural "many"\n{forms}\n')
    assert messages.lacks(("one", "many"))
    with pytest.raises(LookupError, match="one"):
        messages.ngettext("one", "many", 2)


def test_all_that_is_missing_is_named_at_once() -> None:
    messages = read('msgid "Posts"\nmsgstr "Notas"\n')
    advice = "add it, and take `fuzzy` off once it is right"
    assert missing_messages(messages, {"Home", "Posts", ("one", "many"), "Archive"}, PATH) == (
        error(PATH, 1, "message-missing", "no text for the message 'Archive'", advice),
        error(PATH, 1, "message-missing", "no text for the message 'Home'", advice),
        error(PATH, 1, "message-missing", "no text for the message 'one'", advice),
    )


def test_a_catalogue_that_cannot_be_read_is_an_error_in_its_line() -> None:
    messages, found = read_messages((HEAD + 'msgid "Home"\nmsgstr "Inicio\n').encode(), PATH)
    assert messages is None
    assert [(d.line, d.rule) for d in found] == [(7, "bad-messages")]


def test_a_catalogue_that_is_not_utf_8_is_an_error() -> None:
    messages, found = read_messages((HEAD + 'msgid "Year"\nmsgstr "Año"\n').encode("latin-1"), PATH)
    assert messages is None
    assert [(d.line, d.message) for d in found] == [(7, "the message catalogue is not UTF-8")]


def test_a_text_with_another_placeholder_than_its_message_is_an_error_in_its_line() -> None:
    assert faults('msgid "in %(language)s"\nmsgstr "en %(lengua)s"\n') == (
        error(
            PATH, 6, "bad-messages", "the text of 'in %(language)s' has other placeholders than the message",
            "write %(language)s in it, and no other",
        ),
    )  # fmt: skip


def test_a_broken_placeholder_is_an_error() -> None:
    assert [d.line for d in faults('msgid "in %(language)s"\nmsgstr "en %(language)"\n')] == [6]
    assert [d.line for d in faults('msgid "in %(language)s"\nmsgstr "100 % %(language)s"\n')] == [6]


def test_a_plural_form_may_leave_its_number_out() -> None:
    read('msgid "%(n)s post"\nmsgid_plural "%(n)s posts"\nmsgstr[0] "una nota"\nmsgstr[1] "%(n)s notas"\n')


def test_messages_are_collected_from_templates_and_code() -> None:
    template = (
        b'{{ _("Home") }} {{ gettext("in %(l)s", l=1) }} {% trans n=2 %}one{% pluralize %}{{ n }} many{% endtrans %}'
    )
    code = b'labels.gettext("Posts")\nlabels.ngettext("a", "b", 3)\nother("No")\n'
    assert used_messages([("home.html", template), ("labels.py", code)]) == {
        "Home", "in %(l)s", ("one", "%(n)s many"), "Posts", ("a", "b"),
    }  # fmt: skip


def test_every_message_of_the_labels_is_found_in_their_source() -> None:
    from plugins.plan import labels

    assert labels.__file__
    with open(labels.__file__, "rb") as file:  # noqa: PTH123
        text = file.read()
    found = used_messages([("labels.py", text)])
    assert "in %(language)s" in found
    assert len(found) == len(set(re.findall(rb'gettext\("([^"]+)"\)', text)))


def test_what_is_no_catalogue_is_an_error_in_its_line() -> None:
    messages, found = read_messages((HEAD + "home = Inicio\n").encode(), PATH)
    assert messages is None
    assert [(d.line, d.rule) for d in found] == [(6, "bad-messages")]


def test_what_a_catalogue_says_of_the_time_is_no_part_of_its_content() -> None:
    timed = HEAD.replace("Plural-Forms", 'POT-Creation-Date: 2020-01-01 10:00+0000\\n"\n"Plural-Forms')
    one, _ = read_messages((timed + 'msgid "Home"\nmsgstr "Inicio"\n').encode(), PATH)
    assert one is not None and one.content == read('msgid "Home"\nmsgstr "Inicio"\n').content
    assert one.content != read('msgid "Home"\nmsgstr "Portada"\n').content

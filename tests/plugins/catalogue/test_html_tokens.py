import nh3
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.html_tokens import EndTag, StartTag, Text, Token, escaped, runs, start_tag, tokens


def test_html_is_start_tags_end_tags_and_text() -> None:
    assert list(tokens('<p id="a">b &amp; c<br></p>')) == [
        StartTag("p", {"id": "a"}),
        Text("b &amp; c"),
        StartTag("br", {}),
        EndTag("p"),
    ]


def test_values_and_text_are_plain() -> None:
    tag, text, _ = tokens('<a title="&quot;1&quot; > 0 &amp; á">&lt;&nbsp;</a>')
    assert isinstance(tag, StartTag) and tag.attributes == {"title": '"1" > 0 & á'}
    assert isinstance(text, Text) and text.plain == "<\N{NO-BREAK SPACE}"


def test_what_is_no_tag_is_text() -> None:
    assert list(tokens("1 < 2")) == [Text("1 "), Text("<"), Text(" 2")]


def test_tags_are_written_escaped() -> None:
    assert start_tag("a", {"href": '/?a&b="<>"', "title": "it's"}) == (
        """<a href="/?a&amp;b=&quot;&lt;&gt;&quot;" title="it's">"""
    )
    assert escaped("<'\">&") == "&lt;'&quot;&gt;&amp;"


def test_words_that_are_names_of_elements_are_no_tags() -> None:
    assert Text("table") != EndTag("table")


PIECES = st.sampled_from(["<p", ' title="', "'", '"', ">", "</p>", "<b>", "&lt;", "<", "&", " "]) | st.text(max_size=3)


@given(st.lists(PIECES))
def test_tokens_of_what_nh3_writes_lose_nothing(pieces: list[str]) -> None:
    canonical = nh3.clean("".join(pieces), tags={"p", "b"}, attributes={"p": {"title"}}).replace("&nbsp;", "\u00a0")
    assert "".join(map(written_again, tokens(canonical))) == canonical


@given(st.lists(PIECES))
def test_runs_lose_nothing(pieces: list[str]) -> None:
    canonical = nh3.clean("".join(pieces), tags={"p", "b"}, attributes={"p": {"title"}}).replace("&nbsp;", "\u00a0")
    assert "".join(map(written_again, runs(canonical))) == canonical


def test_tags_that_nothing_looks_at_stand_in_runs_with_their_ends() -> None:
    assert list(runs('<ul><li>a <em>b</em></li></ul><p class="c">d</p><p>e</p><p> </p>')) == [
        Text("<ul><li>a <em>b</em></li></ul>"),
        StartTag("p", {"class": "c"}),
        Text("d"),
        EndTag("p"),
        Text("<p>e</p>"),
        StartTag("p", {}),
        Text(" "),
        EndTag("p"),
    ]


def test_the_words_of_a_run_are_without_its_tags() -> None:
    assert [token.plain for token in runs("<em>a</em> &lt;b&gt;") if isinstance(token, Text)] == ["a <b>"]


def written_again(token: Token) -> str:
    match token:
        case StartTag(name, attributes):
            return start_tag(name, attributes)
        case EndTag(name):
            return f"</{name}>"
        case Text(html):
            return html

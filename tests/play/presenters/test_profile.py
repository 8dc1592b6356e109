"""An account tells what anybody could look up, and never what it is."""

from simulator.play.presenters.profile import profile
from simulator.play.presenters.telling import Telling
from tests.play.presenters.conftest import Teller


def test_a_persona_has_its_own_bio_followers_and_posts(recall_telling: Telling) -> None:
    view = profile(recall_telling, "inject:marion")
    marion = recall_telling.personas["marion"]
    assert view is not None
    assert (view.name, view.bio, view.badge) == (marion.name, marion.bio or "", "Cliente")
    assert dict(view.facts)["Abonnés"] == recall_telling.phrases.number(marion.followers)
    written = [post.id for post in recall_telling.run.feed.posts if post.author == "marion"]
    assert [row.post_id for row in view.posts] == written[::-1]


def test_accounts_made_to_amplify_show_by_their_traits_and_are_never_named(recall_telling: Telling) -> None:
    bots = [post for post in recall_telling.run.feed.posts if post.segment == "bots"]
    people = [post for post in recall_telling.run.feed.posts if post.kind == "crowd" and post.segment == "customers"]
    for post in bots[:20]:
        view = profile(recall_telling, post.id)
        assert view is not None and view.badge == ""
        facts = dict(view.facts)
        assert facts["Compte créé"].startswith("il y a") and int(facts["Abonnés"]) < 50
        assert facts["Rythme habituel"].endswith("messages par jour")
        assert not any("bot" in f"{what} {value}".casefold() for what, value in view.facts)
    for post in people[:20]:
        view = profile(recall_telling, post.id)
        assert view is not None and dict(view.facts)["Compte créé"].isdecimal()
        assert "Texte identique" not in dict(view.facts)


def test_an_account_is_the_same_in_both_languages(tell: Teller) -> None:
    french, english = tell(60, "fr"), tell(60, "en")
    for post in french.run.feed.posts[:12]:
        one, other = profile(french, post.id), profile(english, post.id)
        assert one is not None and other is not None
        assert (one.name, one.handle) == (other.name, other.handle)
        digits = ["".join(sign for sign in value if sign.isdigit()) for view in (one, other) for _, value in view.facts]
        assert digits[: len(one.facts)] == digits[len(one.facts) :]


def test_no_post_no_account(tell: Teller) -> None:
    assert profile(tell(10), "p9999") is None

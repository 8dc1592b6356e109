"""A post looks like its channel."""

from collections import defaultdict

import pytest

from simulator.play.presenters.feed import feed
from simulator.play.presenters.looks import headline
from simulator.play.presenters.post_rows import FeedFilter, FeedRow
from simulator.play.presenters.telling import Telling

LOOKS = {
    "microblog": {"microblog"},
    "video": {"video", "comment"},
    "reviews": {"review", "comment"},
    "press": {"article", "inquiry", "comment", "statement"},
    "statement": {"statement"},
    "internal": {"bubble"},
    "private": {"private", "line"},
}


@pytest.fixture(scope="module")
def by_kind(recall_telling: Telling) -> dict[str, list[FeedRow]]:
    found: dict[str, list[FeedRow]] = defaultdict(list)
    for row in feed(recall_telling, FeedFilter(limit=10_000)):
        found[recall_telling.channels[row.channel_id].kind].append(row)
    return found


def test_every_channel_has_looks_of_its_own(by_kind: dict[str, list[FeedRow]]) -> None:
    for kind, rows in by_kind.items():
        assert {row.look for row in rows} <= LOOKS[kind], kind
    assert {row.look for row in by_kind["video"]} == LOOKS["video"]


def test_a_review_has_stars_that_its_words_bear_out(by_kind: dict[str, list[FeedRow]], recall_telling: Telling) -> None:
    reviews = [row for row in by_kind["reviews"] if row.look == "review"]
    assert all(1 <= row.stars <= 5 and row.mark for row in reviews)
    for row in reviews:
        post = recall_telling.posts.post(row.post_id)
        assert post is not None
        said = recall_telling.posts.text(post)
        if said[1:3] == "/5":
            assert row.stars == max(1, int(said[0]))
        elif post.mood == "supportive":
            assert row.stars >= 4
        elif post.mood == "outraged":
            assert row.stars == 1


def test_only_customers_write_verified_reviews(by_kind: dict[str, list[FeedRow]]) -> None:
    marks = {(row.badge_kind == "customer", row.mark) for row in by_kind["reviews"] if row.look == "review"}
    assert marks == {(True, "Avis vérifié"), (False, "Avis non vérifié")}


def test_a_video_has_a_length_and_views_and_its_comments_name_it(by_kind: dict[str, list[FeedRow]]) -> None:
    for row in by_kind["video"]:
        if row.look == "video":
            assert row.duration and row.views
        elif row.relation == "comment":
            assert row.context.startswith("sous «")


def test_what_the_press_asks_is_no_article(by_kind: dict[str, list[FeedRow]]) -> None:
    asked = [row for row in by_kind["press"] if row.look == "inquiry"]
    assert asked and all(row.is_inject and row.mark == "Question de la presse" and not row.title for row in asked)
    articles = [row for row in by_kind["press"] if row.look == "article"]
    assert articles and all(row.title and row.badge_kind == "journalist" for row in articles)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Le lot est rappelé. On sait où.", ("Le lot est rappelé", "On sait où.")),
        ("Qui savait, et depuis quand ? Enquête.", ("Qui savait, et depuis quand ?", "Enquête.")),
        ("Une seule phrase, sans suite", ("Une seule phrase, sans suite", "")),
        ("« Tout est dit. » Et plus rien.", ("« Tout est dit. » Et plus rien.", "")),
    ],
)
def test_a_headline_is_the_first_sentence(text: str, parts: tuple[str, str]) -> None:
    assert headline(text) == parts

"""Posts of every look, a conversation, an account, what the feed speaks of: for scenes that need no engine."""

# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.locale import Language
from simulator.play.presenters.feed_rows import ProfileView, ThreadView
from simulator.play.presenters.post_rows import FeedFilter, FeedRow, MoodView, QuotedRow, TrendRow
from simulator.play.presenters.sieve import plain


def pick(language: Language, french: str, english: str) -> str:
    return french if language == "fr" else english


def of_every_look(language: Language) -> tuple[FeedRow, ...]:
    """One post a look, each with all that it can show."""

    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    plain_row = FeedRow(
        "l1", "Claire Delaunay-Montferrand", "@claire_delaunay_montferrand", "CD", "sky", say("il y a 2 h", "2 h ago"), "pepia",
        say("Même lot chez nous, et personne ne répond @Babilune #lot2214", "Same batch here, and nobody answers @Babilune #lot2214"),
        "12", say("1,9 k", "1.9k"), "40", say("Cliente", "Customer"), "customer", say("38 %/min", "38%/min"), 1,
        say("réponse attendue : 18 min", "answer expected: 18 min"), answerable=True, highlighted=True,
        relation="reply", context=say("en réponse à @marion_bzh", "replying to @marion_bzh"),
        quoted=QuotedRow("p1", "Marion L.", "@marion_bzh", say("Ma fille de 4 mois est malade depuis dimanche.", "My 4-month-old has been ill since Sunday.")),
        thread=say("3 réponses", "3 answers"),
    )  # fmt: skip
    bare = replace(
        plain_row,
        heat="",
        heat_arrow=0,
        deadline="",
        highlighted=False,
        quoted=None,
        context="",
        relation="",
        thread="",
    )
    under = say(
        "sous « Un tour de l’atelier, la nuit, avec ceux qui y travaillent »",
        "under “A night tour of the workshop, with those who work there”",
    )
    return (
        plain_row,
        replace(bare, post_id="l2", look="video", views=say("12 k vues", "12k views"), duration="0:42", drawing=3),
        replace(bare, post_id="l3", look="comment", mark=say("Commentaire", "Comment"), relation="comment", context=under),
        replace(bare, post_id="l4", look="review", stars=2, title=say("De vraies questions, et pas une réponse", "Real questions, and not one answer"), mark=say("Avis vérifié", "Verified review")),
        replace(bare, post_id="l5", author="Le Fil Conso", initials="FC", badge_kind="journalist", look="article", title=say("Lait infantile : trois bébés hospitalisés, une même marque", "Infant milk: three babies in hospital, one brand")),
        replace(bare, post_id="l6", author="Le Courrier de Landiers", initials="CL", badge_kind="journalist", look="inquiry", mark=say("Question de la presse", "Question from the press"), deadline=say("réponse attendue : 0:24", "answer expected: 0:24")),
        replace(bare, post_id="l7", author="Babilune", badge=say("Vous", "You"), badge_kind="you", look="statement", mark=say("Communiqué", "Statement")),
        replace(bare, post_id="l8", badge=say("Salariée", "Employee"), badge_kind="employee", look="bubble", mark="#interne"),
        replace(bare, post_id="l9", look="private", mark=say("Message privé", "Private message"), replies="", reshares="", likes=""),
        replace(bare, post_id="l10", author=say("Autorités sanitaires", "Health authorities"), badge=say("Autorité", "Authority"), badge_kind="authority", look="line", mark=say("Ligne des autorités", "Authorities’ line"), replies="", reshares="", likes=""),
    )  # fmt: skip


def many(rows: Sequence[FeedRow], count: int) -> tuple[FeedRow, ...]:
    """A feed of `count` posts made of `rows`, over and over, each with an id of its own, newest first."""
    return tuple(replace(rows[place % len(rows)], post_id=f"m{count - place}") for place in range(count))


def sifted(rows: Sequence[FeedRow], wanted: FeedFilter) -> tuple[FeedRow, ...]:
    """What passes a filter, as the sieve of a play would give it."""
    words = plain(wanted.words).split()
    passing = (
        replace(row, pinned=row.post_id in wanted.pinned)
        for row in rows
        if (not wanted.channel or row.channel_id == wanted.channel)
        and (not wanted.who or (row.badge_kind or "public") == wanted.who)
        and all(word in plain(f"{row.author} {row.handle} {row.text}") for word in words)
    )
    match wanted.shelf:
        case "pinned":
            return tuple(row for row in passing if row.pinned)
        case "hidden":
            return tuple(row for row in passing if row.post_id in wanted.hidden)
        case "awaiting":
            return tuple(row for row in passing if row.deadline)
        case _:
            return tuple(row for row in passing if row.post_id not in wanted.hidden)


def trends(language: Language) -> tuple[TrendRow, ...]:
    return (
        TrendRow("#Babilune", "17", 1, tip=pick(language, "17 messages en 30 min, en hausse.", "17 posts in 30 min, rising.")),
        TrendRow(pick(language, "hôpital", "hospital"), "9", 0, rumour=True, tip=pick(language, "Rumeur.", "Rumour.")),
        TrendRow(pick(language, "boîtes", "tins"), "6", -1),
    )  # fmt: skip


def mood(language: Language) -> MoodView:
    return MoodView(
        pick(language, "en colère", "angry"), 1, pick(language, "29 messages en 15 min", "29 posts in 15 min")
    )


def thread_view(language: Language, rows: Sequence[FeedRow], post_id: str) -> ThreadView | None:
    """The post between the last of `rows`, which it answers, and the two before it, which answer it."""
    found = next((row for row in rows if row.post_id == post_id), None)
    if found is None:
        return None
    answers, more = pick(language, "2 réponses", "2 answers"), pick(language, "et 3 autres", "and 3 more")
    return ThreadView((rows[-1],), found, ((1, rows[-2]), (2, rows[-3])), answers, more)


def profile_view(language: Language, rows: Sequence[FeedRow], post_id: str) -> ProfileView | None:
    found = next((row for row in rows if row.post_id == post_id), None)
    if found is None:
        return None

    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    return ProfileView(
        found.author, found.handle, found.initials, found.colour_key, found.badge, found.badge_kind,
        say("Maman de deux enfants, infirmière de nuit.", "Mother of two, night nurse."),
        (
            (say("Abonnés", "Followers"), say("1 240", "1,240")),
            (say("Compte créé", "Account created"), "2019"),
            (say("Rythme habituel", "Usual pace"), say("4 messages par semaine", "4 posts a week")),
        ),
        (found,), say("Vous avez répondu à 14 h 02.", "You answered at 14:02."),
    )  # fmt: skip

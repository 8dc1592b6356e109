"""What each key of the format is for, in a sentence: where the documentation of its part does not already say so."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SENTENCES = re.compile(r"(?<!\.)\.\s+(?=[`A-Z])|;\s+")

EVERYWHERE: Mapping[str, str] = {
    "id": "A name of its own: lower-case letters without accents, digits and hyphens.",
    "name": "The name that students read.",
    "title": "A headline.",
    "text": "What students read.",
    "label": "What it is called on the screen.",
    "handle": "The account's name, with its @.",
    "sender": "Id of the persona who posts it.",
    "channel": "Id of the channel on which it appears.",
    "at": "When it comes.",
    "begins": "When it begins.",
    "why": "What the debrief says about it.",
    "weight": "How much it counts beside the others.",
    "seeds": "How many users it outrages at once.",
    "words": "Words and hashtags, in the scenario's language.",
    "topics": "Ids of the topics by which listening finds it.",
    "preparation": "Minutes of the writer's work.",
    "stance": "0 attack, 1 deny, 2 excuse, 3 instruct or inform, 4 adjust, 5 correct, 6 compensate, 7 full apology.",
    "tone": "How it sounds, with your reason for saying so.",
    "claims": "What it asserts of which fact.",
    "discloses": "Ids of the facts that it makes public.",
    "corrects": "Ids of the facts about which it corrects an earlier statement.",
    "holding": "Which parts of a valid holding statement it contains.",
    "promise": "The next update that it announces.",
    "apology": "Which of the six components of an apology it contains.",
    "owns": "Ids of the owed acknowledgements that it makes.",
    "answers": "Ids of the questions that it answers.",
    "evades": "Ids of the questions that it evades.",
    "invitation": "Whether it invites people to speak with the organisation.",
    "update": "Whether it brings something new, or says honestly that there is nothing new.",
    "deletes": "What it removes: criticism, one's own error, or abuse under published rules.",
    "notice": "Whether it says openly that something was removed, or is a notice to an authority.",
    "empathy": "How much it cares: 0 not at all .. 3 fully.",
    "voice": "How human it sounds: 0 not at all .. 3 fully.",
    "arousal": "How high feelings run.",
    "recipient": "Whom it is addressed to.",
    "requires": "Conditions that must all hold before it can be chosen.",
    "alerts": "Whether it alerts the crisis cell.",
    "reason": "Why.",
    "content_warning": "What may be hard to read in it.",
    "reactivity": "Weight of reactivity.",
    "transparency": "Weight of transparency.",
}

OF_A_PART: Mapping[str, Mapping[str, str]] = {
    "Scenario": {
        "format": "The version of this format: 1.",
        "id": "The scenario's name in commands, replays and its folder: it never changes.",
        "language": "The language of the texts in this file; a translation is a file beside it.",
        "title": "The scenario's title in the library.",
        "summary": "What it is about, in a sentence or two that give nothing away.",
        "type": "Which type of crisis it is.",
        "origin": "Whether it comes from inside or outside the organisation.",
        "cluster": "SCCT: how much of the responsibility people attribute to the organisation.",
        "severity": "1 light .. 3 grave: sets the rhythm of updates and the weights of the grade.",
        "history_of_crises": "Whether people remember an earlier crisis of this organisation.",
        "people_at_risk": "Whether people may be harmed: a valid holding statement then says what to do now.",
        "paracrisis": "Whether answering in public makes it worse.",
        "scored": "Whether it is graded.",
        "tutorial": "Whether it teaches the game itself.",
        "start": 'Date and hour at which the play starts: "2026-03-10 12:45".',
        "length": "How long it lasts, in scenario minutes.",
        "minutes_of_play": "How long a play takes, in minutes of the wall clock.",
        "stages": "The stages, in their order.",
        "organisation": "Who is in the crisis.",
        "briefing": "What the student reads first.",
        "audience": "The simulated population.",
        "outbreak": "How the storm starts.",
        "variants": "What the seed draws.",
        "standing": "What can be published at any time.",
        "rubric": "The weights of the grade, where they differ from the defaults.",
        "cell": "The members of the crisis cell.",
        "personas": "Those who post.",
        "channels": "The places where messages appear.",
        "facts": "The fact ledger.",
        "questions": "What people ask.",
        "acknowledgements": "What the organisation owes to acknowledge.",
        "listening": "What one can listen for.",
        "signals": "Weak signals of the quiet hour, true ones and decoys.",
        "scheduled": "Posts of the organisation that leave by themselves.",
        "holding": "The holding statement that students compose.",
        "injects": "The events of the MSEL.",
        "authors": "Who wrote it.",
        "licence": "On what terms it may be passed on.",
        "notes": "Notes for instructors; students never see them.",
    },
    "Audience": {
        "segments": "How many users each named segment has.",
        "people_per_user": "How many people a simulated user stands for in the counters.",
    },
    "Briefing": {"mission": "What the student has to do.", "advice": "What helps to do it."},
    "CellMember": {"role": "Their job, as students read it.", "spokesperson": "Whether they can speak in public."},
    "Channel": {"kind": "What sort of channel it is."},
    "Condition": {"fact": "A fact is in a state.", "after": "From this minute on."},
    "DossierPage": {"title": "The page's title."},
    "Fact": {
        "outcomes": "What may be true of it; the first that fits the drawn truth is true.",
        "verification": "Who verifies it, and how long that takes.",
        "leaks": "Who makes it public when the organisation does not.",
        "disclosure": "The message by which the cell volunteers it.",
    },
    "HoldingBlock": {
        "wordings": "The wordings to choose from.",
    },
    "HoldingStatement": {
        "promise": "After how many minutes the next update is promised at first.",
        "blocks": "The parts, in their order.",
    },
    "Inject": {
        "kind": "A card to decide on, a post to answer in the feed, or news.",
        "question": "What the card asks the student.",
        "expected": "What a professional does with it.",
        "asks": "Ids of the questions that it asks.",
        "responses": "What one can do.",
        "picture": "What the post shows.",
        "objective": "What is learned here; for instructors.",
        "evaluator_note": "What to look for; for instructors.",
    },
    "Organisation": {
        "sector": "What it does.",
        "description": "Who it is.",
        "dossier": "Pages to read before and during the crisis.",
    },
    "Pace": {
        "reading": "While a card is being read.",
        "waiting": "While a card that was read waits.",
        "idle": "While nothing is open.",
    },
    "Persona": {
        "segment": "Which segment they belong to.",
        "bio": "Who they are.",
        "followers": "How many follow them.",
    },
    "Picture": {
        "file": "A PNG, JPEG or SVG beside the scenario.",
        "alt": "What one must know of it without seeing it.",
    },
    "Signal": {"picture": "What the post shows."},
    "Question": {"personal": "Whether the answer is of one person's data: a private message then answers it."},
    "ReactivityWeights": {
        "acknowledgement": "First valid holding statement.",
        "updates": "Cadence of updates.",
        "priorities": "Priority injects met.",
        "promises": "Promises kept.",
        "veille": "Veille.",
    },
    "ScheduledPost": {"at": "When it leaves.", "picture": "What the post shows."},
    "Rubric": {
        "overall": "The share of each dimension; without it, what fits the severity.",
        "reactivity": "What counts in reactivity.",
        "transparency": "What counts in transparency.",
        "tone": "What counts in tone.",
    },
    "Stage": {"pace": "How fast scenario time runs in it."},
    "Standing": {
        "replies": "Replies to any post.",
        "authority": "Notices to an authority.",
        "employees": "Messages to employees.",
        "corrections": "Corrections of an earlier statement.",
        "watch_reasons": "Reasons for not answering yet.",
    },
    "Tone": {
        "arousal": "What it does with people's anger: acknowledges, ignores or mirrors it.",
        "humour": "Whether it jokes.",
        "reason": "Why an expert says so; the debrief quotes it.",
    },
    "OverallWeights": {"tone": "Weight of tone."},
    "ToneWeights": {
        "empathy": "Weight of empathy.",
        "stance": "Weight of the fit of the stance.",
        "voice": "Weight of the human voice.",
        "fit": "Weight of the fit of arousal and proportion.",
        "apology": "Weight of the apology.",
    },
    "TransparencyWeights": {
        "information": "Weight of the fact ledger.",
        "accountability": "Weight of owed acknowledgements.",
        "participation": "Weight of people's questions answered.",
        "openness": "Weight of not evading.",
    },
    "Variants": {"truths": "The truths that the seed chooses from.", "free_slots": "When free injects come."},
    "WatchOrder": {
        "reason": "Id of the reason for not answering yet.",
        "threshold": "At which outrage (0..100) it is looked at again.",
    },
    "Wording": {"manner": "Fair, or it minimises, or it asserts more than is known."},
}
"""Descriptions by part and key; they come before those of `EVERYWHERE`."""


def key_description(part: str, key: str, documentation: str) -> str:
    """What `key` of the part `part` is for; `documentation` is the part's own."""
    told = OF_A_PART.get(part, {}).get(key)
    if told:
        return told
    naming = [sentence for sentence in _SENTENCES.split(documentation) if f"`{key}`" in sentence]
    if not naming:
        return EVERYWHERE.get(key, "")
    return ". ".join(sentence[0].upper() + sentence[1:].rstrip(".") for sentence in naming) + "."

"""A debrief with as much in it as a long play gives, in both languages."""

# ruff: noqa: E501

from __future__ import annotations

from simulator.locale import Language
from simulator.play.presenters.curve_rows import MarkRow
from simulator.play.presenters.hindsight import (
    AlternativeRow,
    ChecklistRow,
    ChoiceRow,
    CriterionView,
    CurveRow,
    DebriefView,
    DimensionView,
    EvidenceRow,
    FactTimeRow,
    GuideView,
    RingRow,
    WeightGroup,
    WeightRow,
)
from simulator.play.presenters.pages import SectionRow

Curve = tuple[tuple[float, float], ...]


class _Words:
    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, french: str, english: str) -> str:
        return french if self.language == "fr" else english

    def clock(self, minute: float) -> str:
        hours, minutes = divmod(int(minute) + 765, 60)
        return self(f"{hours}\u00a0h\u00a0{minutes:02d}", f"{hours}:{minutes:02d}")

    def number(self, value: float) -> str:
        text = f"{value:.1f}".removesuffix(".0")
        return self(text.replace(".", ","), text)


def debrief_view(language: Language) -> DebriefView:
    say = _Words(language)
    good, fair, excellent = say("Bien", "Good"), say("Correct", "Fair"), "Excellent"
    dimensions = _dimensions(say)
    evidence = tuple(row for one in dimensions for criterion in one.criteria for row in criterion.rows)
    return DebriefView(
        title=say("Retour à chaud · Rappel tardif", "Hot wash · Late recall"),
        subtitle=say("Partie du 22 nov. · tirage 4821", "Played on Nov 22 · seed 4821"),
        rings=(
            RingRow("overall", say("Note globale", "Overall"), 71, "good", good, say("moyenne pondérée ,30 / ,45 / ,25", "weighted mean .30 / .45 / .25")),
            RingRow("reactivity", say("Réactivité", "Reactivity"), 68, "good", good, say("première parole utile à 1 h 35", "first useful word at 1:35")),
            RingRow("transparency", say("Transparence", "Transparency"), 61, "fair", fair, say("3 faits publiés sur 4, dont 2 après une fuite", "3 facts of 4 published, 2 of them after a leak")),
            RingRow("tone", say("Ton", "Tone"), 88, "excellent", excellent, say("6 messages, aucun défensif", "6 messages, none defensive")),
        ),
        start=0,
        end=345,
        curves=_curves(say),
        decisions=(MarkRow(50, say("Réponse à Marion", "Reply to Marion"), say.clock(50), True), MarkRow(130, say("Message d’attente", "Holding statement"), say.clock(130)), MarkRow(180, say("Communiqué", "Statement"), say.clock(180), True), MarkRow(240, say("Fait rendu public", "Fact made public"), say.clock(240))),
        injects=(MarkRow(13, "Le Fil Conso", say.clock(13)), MarkRow(104, "Marion", say.clock(104))),
        clocks=tuple(MarkRow(15 + 60 * h, say(f"{13 + h}\u00a0h", f"{13 + h}:00")) for h in range(6)),
        evidence=evidence[:9],
        next_time=(
            say("Votre défi : dire chaque fait vérifié avant que d’autres ne le révèlent.", "Your challenge: tell every verified fact before others reveal it."),
            say("Cette crise a 2 causes possibles ; vous n’en avez vécu qu’une.", "This crisis has 2 possible causes; you have lived through one."),
            say("La note à battre : 72 sur 100.", "The grade to beat: 72 out of 100."),
        ),
        challenge=say("Défi relevé : ne jamais se contredire sans l’annoncer.", "Challenge met: never contradict yourself without saying so."),
        takeaways=(
            say("Message d’attente en moins de 30 min : ce que l’on sait, ce que l’on ignore, l’heure du prochain point.", "A holding statement within 30 min: what is known, what is not, when the next update comes."),
            say("Publier chaque fait utile dès qu’il est vérifié, avant qu’un tiers ne le fasse.", "Publish each useful fact as soon as it is verified, before somebody else does."),
            say("Suspendre la programmation dès le premier signal faible.", "Suspend scheduled posts at the first weak signal."),
        ),
        facts=_facts(say),
        note=say("Les poids sont un jugement défendable, pas une mesure. Les courbes sont l’estimation du modèle.", "The weights are a defensible judgment, not a measurement. The curves are the model’s estimate."),
        scenario_id="rappel-tardif",
        seed=4821,
        dimensions=dimensions,
        choices=_choices(say),
        checklist=_checklist(say),
        guide=guide_view(language),
        questions=(
            say("Quelle est la décision qui a le plus compté, et qu’avez-vous décidé ?", "Which decision mattered most, and what did you decide?"),
            say("Pourquoi l’avez-vous prise à ce moment-là, avec ce que vous saviez ?", "Why did you take it at that moment, with what you knew?"),
            say("Que changeriez-vous si la même crise commençait demain ?", "What would you change if the same crisis began tomorrow?"),
        ),
        standing=say("Votre première partie : 58. La meilleure : 74. Celle-ci est la deuxième sur trois.", "Your first play: 58. The best: 74. This one is second of three."),
        digest="9f3a41c07be2",
    )  # fmt: skip


def bell(top: float, peak: float, width: float) -> Curve:
    return tuple((m, top / (1 + ((m - peak) / width) ** 2) ** 1.6) for m in range(0, 346, 5))


def _what_if(say: _Words, key: str, name: str, curve: Curve, change: int) -> CurveRow:
    sentence = say(f"Pic réduit de {change} % (estimation du modèle, 20 tirages : de {change - 7} à {change + 6} %).", f"Peak lower by {change}% (the model’s estimate, 20 seeds: {change - 7} to {change + 6}%).")  # fmt: skip
    low, high = tuple((m, v * 0.9) for m, v in curve), tuple((m, v * 1.1) for m, v in curve)
    skipped = say("2 décisions n’avaient plus lieu d’être : elles sont passées.", "2 decisions no longer held: they are skipped.")  # fmt: skip
    return CurveRow(name, "what_if", curve, low, high, key, sentence, skipped if change > 20 else "")


def _curves(say: _Words) -> tuple[CurveRow, ...]:
    silence = bell(97, 200, 150)
    return (
        CurveRow(say("Votre partie", "Your play"), "play", bell(92, 165, 80)),
        _what_if(say, "earlier_holding:13", say("message d’attente à 13 h 58", "holding statement at 13:58"), bell(52, 140, 95), 31),
        _what_if(say, "best_at_worst:104", say("meilleure réponse au pire moment", "best response at the worst moment"), bell(71, 150, 90), 18),
        CurveRow(say("silence", "silence"), "silence", silence, tuple((m, v * 0.95) for m, v in silence), tuple((m, min(100, v * 1.04)) for m, v in silence), "silence", say("Pic plus haut de 6 % (estimation du modèle, 20 tirages : de 2 à 9 %).", "Peak higher by 6% (the model’s estimate, 20 seeds: 2 to 9%).")),
        CurveRow(say("réponse experte", "expert play"), "expert", bell(38, 120, 80), key="expert", sentence=say("Pic réduit de 58 % (estimation du modèle, 8 tirages sur 20).", "Peak lower by 58% (the model’s estimate, 8 seeds of 20)."), done=0.4),
    )  # fmt: skip


def another_curve(language: Language, key: str, done: float) -> CurveRow:
    """A what-if that was asked for: no curve before a tenth of it is lived."""
    say = _Words(language)
    name = say("autre réponse à Marion", "another reply to Marion")
    return CurveRow(name, "what_if", bell(80, 150, 70) if done >= 0.1 else (), key=key, done=done)


_RULES = (
    ("R.A", "Première parole utile", "First useful word", 35, 0.42, "Ma & Zhan 2016"),
    ("R.U", "Rythme des points d’information", "Cadence of updates", 20, 0.8, "cadence C = 2σ"),
    ("R.P", "Réponses aux événements prioritaires", "Answers to priority events", 25, 0.9, "§ R.P"),
    ("R.K", "Promesses tenues", "Promises kept", 10, 1.0, "§ R.K"),
    ("R.V", "Veille : signaux, programmation, message prêt", "Watch: signals, schedule, statement ready", 10, 0.55, "§ R.V"),
)  # fmt: skip


def _rows(
    say: _Words, criterion: str, possible: float, share: float, count: int, offset: int
) -> tuple[EvidenceRow, ...]:
    texts = (
        say("empathie d’abord, puis consigne claire pour Marion", "empathy first, then a clear instruction for Marion"),
        say("lot vérifié à 14 h 05, publié à 14 h 33 seulement, après la fuite dans la presse : le dire en premier aurait compté entièrement", "batch verified at 14:05, published only at 14:33, after the press leak: saying it first would have counted in full"),
        say("publications programmées suspendues avant la presse", "scheduled posts suspended before the press"),
        say("réponse copiée trois fois : seule la première compte", "reply pasted three times: only the first counts"),
    )  # fmt: skip
    earned, each = possible * share / count, possible / count
    return tuple(
        EvidenceRow(
            say.clock(40 + 23 * rank + offset),
            (1, -1, 1, 0)[(rank + offset) % 4],
            ("+8", "−12", "+6", "0")[(rank + offset) % 4],
            criterion,
            texts[(rank + offset) % 4],
            say("F2 · le dire en premier", "F2 · saying it first") if (rank + offset) % 4 == 1 else "Lewicki 2016",
            f"{say.number(earned)} / {say.number(each)}",
            _messages(say) if (rank + offset) % 4 == 3 else (),
        )
        for rank in range(count)
    )


def _messages(say: _Words) -> tuple[str, ...]:
    """Those that a row stands for."""
    words = say("« Nous sommes désolés, et nous cherchons ce qui s’est passé… »", "“We are sorry, and we are looking into it…”")  # fmt: skip
    return tuple(f"{say.clock(minute)} · {words}" for minute in (60, 95, 131))


def _dimensions(say: _Words) -> tuple[DimensionView, ...]:
    found = []
    for rank, (name, word, value, band, band_name) in enumerate(
        (
            ("reactivity", say("Réactivité", "Reactivity"), 68, "good", say("Bien", "Good")),
            ("transparency", say("Transparence", "Transparency"), 61, "fair", say("Correct", "Fair")),
            ("tone", say("Ton", "Tone"), 88, "excellent", "Excellent"),
        )
    ):
        criteria = tuple(
            CriterionView(rule, say(french, english), say.number(possible * share), str(possible), share, source, _rows(say, word, possible, share, 2 + (order + rank) % 2, order))
            for order, (rule, french, english, possible, share, source) in enumerate(_RULES)
        )  # fmt: skip
        cap = CriterionView("F.5", say("Contre-communication non annoncée", "Unannounced contradiction"), "−10", "0", None, "Coombs 2007", (EvidenceRow(say.clock(260), -1, "−10", word, say("« aucun malade » à 13 h 40, « trois enfants » à 15 h 20, sans l’annoncer", "“nobody ill” at 13:40, “three children” at 15:20, without saying so"), "F.5", "−10"),))  # fmt: skip
        found.append(DimensionView(name, word, value, band, band_name, say("14,7 + 16 + 22,5 + 10 + 5,5 − 0,7 = 68", "14.7 + 16 + 22.5 + 10 + 5.5 − 0.7 = 68"), (*criteria, cap)))  # type: ignore[arg-type]  # fmt: skip
    return tuple(found)


def _facts(say: _Words) -> tuple[FactTimeRow, ...]:
    def row(text: str, sentence: str, *minutes: float | None) -> FactTimeRow:
        verifiable, verified, published, leaked = minutes
        at, said, out = (say.clock(one) if one is not None else "" for one in (verified, published, leaked))
        return FactTimeRow(text, at, said, out, verifiable, verified, published, leaked, sentence)

    return (
        row(say("Lot 2214 concerné", "Batch 2214 concerned"), say("Vérifié, puis gardé 28 min : la presse l’a dit avant vous. Il compte pour un quart.", "Verified, then kept for 28 min: the press said it before you. It counts for a quarter."), 40, 80, 108, 96),
        row(say("Origine : tour de séchage n° 2 de l’usine de Vitré", "Origin: drying tower no. 2 of the Vitré plant"), say("Vérifié, jamais rendu public.", "Verified, never made public."), 100, 145, None, None),
        row(say("Consigne : ne plus consommer, rapporter la boîte", "Advice: stop using it, return the tin"), say("Rendu public dès qu’il a été vérifié : il compte entièrement.", "Made public as soon as verified: it counts in full."), 62, 62, 66, None),
        row(say("Prélèvement positif de février", "Positive swab of February"), say("Révélé par un tiers avant que vous ne le vérifiiez.", "Leaked by someone else before you verified it."), 30, None, None, 190),
        row(say("Nombre d’enfants touchés", "Number of children affected"), say("Jamais vérifié.", "Never verified."), 240, None, None, None),
    )  # fmt: skip


def _choices(say: _Words) -> tuple[ChoiceRow, ...]:
    texts = (
        say("Suspendre « Jeu concours d’été »", "Suspend “Summer contest”"),
        say("Alerter la cellule sur « Lait bizarre, ma fille vomit »", "Alert the cell about “Odd milk, my daughter is sick”"),
        say("Répondre à Marion : « Nous vous croyons. Ne lui en donnez plus et appelez le 15. »", "Reply to Marion: “We believe you. Stop giving it and call a doctor.”"),
        say("Publier le message d’attente", "Publish the holding statement"),
        say("Vérifier « Lot 2214 concerné »", "Verify “Batch 2214 concerned”"),
    )  # fmt: skip
    others = (
        AlternativeRow("without:{}", say("Ne pas l’avoir prise", "Not to have taken it")),
        AlternativeRow("instead:{}:sorry", say("« Nous sommes désolés. Voici ce que nous faisons, et ce que nous ne savons pas encore. »", "“We are sorry. Here is what we are doing, and what we do not know yet.”")),
        AlternativeRow("instead:{}:private", say("« Merci de nous écrire en message privé. »", "“Please write to us in private.”")),
        AlternativeRow("earlier:{}", say("La même, un quart d’heure plus tôt", "The same, a quarter of an hour earlier")),
    )  # fmt: skip
    return tuple(
        ChoiceRow(
            place,
            8.0 + 13 * place,
            say.clock(8 + 13 * place),
            texts[place % len(texts)],
            "",
            tuple(AlternativeRow(one.key.format(place), one.text) for one in others[: 1 + place % 4]),
            place % 5 != 4,
        )
        for place in range(25)
    )


def _checklist(say: _Words) -> tuple[ChecklistRow, ...]:
    return (
        ChecklistRow(say("Un message d’attente prêt avant la crise, avec l’heure du prochain point", "A holding statement ready before the crisis, with the hour of the next update"), "done"),
        ChecklistRow(say("La première parole utile en moins d’une demi-heure", "The first useful word within half an hour"), "missed"),
        ChecklistRow(say("Publications programmées suspendues au premier signal vrai", "Scheduled posts suspended at the first true signal"), "done"),
        ChecklistRow(say("Chaque fait vérifié rendu public avant qu’un tiers ne le révèle", "Each verified fact made public before somebody else leaks it"), "missed"),
        ChecklistRow(say("Les salariés informés avant la presse", "Employees told before the press"), "missed"),
        ChecklistRow(say("Les autorités prévenues dès que des personnes sont en danger", "Authorities told as soon as people are at risk"), "done"),
        ChecklistRow(say("Un porte-parole à la hauteur de la gravité", "A spokesperson up to the severity"), "done"),
        ChecklistRow(say("Aucune contradiction qui ne soit annoncée", "No contradiction left unannounced"), "missed"),
        ChecklistRow(say("Les données personnelles gardées confidentielles", "Personal data kept confidential"), "done"),
        ChecklistRow(say("Une rumeur sans écho observée plutôt que nourrie", "A rumour without echo watched rather than fed"), "untested"),
    )  # fmt: skip


def guide_view(language: Language) -> GuideView:
    say = _Words(language)

    def weights(*rows: tuple[str, str, int]) -> tuple[WeightRow, ...]:
        return tuple(
            WeightRow(say(french, english), say(f"{share}\u202f%", f"{share}%"), say("Ce que l’on attend, dit en une phrase que l’on comprend à vingt ans, et jusqu’à quand cela compte.", "What is expected, said in one sentence that a twenty-year-old understands, and until when it counts."), say("d’habitude 35\u202f%", "usually 35%") if share == 45 else "")
            for french, english, share in rows
        )  # fmt: skip

    return GuideView(
        title=say("Comment je suis noté", "How I am graded"),
        lead=say("Ce qui est noté, c’est ce que vous avez fait, jamais la chance de la courbe d’indignation.", "What is graded is what you did, never the luck of the outrage curve."),
        groups=(
            WeightGroup("overall", say("Note globale", "Overall"), say("La moyenne des trois, sans dépasser la plus basse de plus de 25.", "The mean of the three, at most 25 above the lowest."), weights(("Réactivité", "Reactivity", 30), ("Transparence", "Transparency", 45), ("Ton", "Tone", 25))),
            WeightGroup("reactivity", say("Réactivité", "Reactivity"), say("Parler tôt, revenir à l’heure dite.", "Speak early, come back when promised."), weights(*((french, english, possible) for _, french, english, possible, _, _ in _RULES))),
            WeightGroup("transparency", say("Transparence", "Transparency"), say("Dire ce que l’on sait avant d’autres.", "Say what is known before others do."), weights(("Faits rendus publics", "Facts made public", 40), ("Responsabilité reconnue", "Responsibility acknowledged", 25), ("Questions des victimes", "Questions of those affected", 15), ("Ouverture", "Openness", 20))),
            WeightGroup("tone", say("Ton", "Tone"), say("La posture qui convient à ce que l’on peut savoir.", "The stance that fits what can be known."), weights(("Empathie", "Empathy", 25), ("Posture", "Stance", 30), ("Voix humaine", "Human voice", 15), ("Justesse", "Fit", 15), ("Excuses", "Apology", 15))),
        ),
        sections=(
            SectionRow(say("Ce qui ne compte pas", "What does not count"), say("Le temps réel que vous prenez, le tiers-temps, la longueur des messages, la chance du tirage.", "The real time that you take, extra time, the length of messages, the luck of the seed.")),
            SectionRow(say("Les mentions", "The bands"), say("Insuffisant sous 45, correct sous 65, bien sous 85, excellent au-delà.", "Insufficient under 45, fair under 65, good under 85, excellent above.")),
        ),
        changed=say("L’enseignant a changé un poids de ce scénario : il est signalé.", "The instructor changed a weight of this scenario: it is marked."),
    )  # fmt: skip

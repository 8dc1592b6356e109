"""A desk and a session with rich made-up rows, in both languages, for scenes that need no engine."""

# ruff: noqa: E501

from __future__ import annotations

from dataclasses import replace

from simulator.locale import Language
from simulator.play.presenters.card_rows import CardView, MessageRow, ResponseRow, ScheduledRow
from simulator.play.presenters.cell_rows import ACTION_KEYS, ActionRow, PersonRow, TaskRow, WaitingRow
from simulator.play.presenters.curve_rows import GaugeView, MarkRow, SegmentRow, TimelineView
from simulator.play.presenters.dialogs import (
    AlertView,
    CheckRow,
    HoldingBlock,
    HoldingChoice,
    HoldingView,
    ListenView,
    OptionRow,
    SearchRow,
    WatchView,
)
from simulator.play.presenters.fact_rows import FactMark, FactRow
from simulator.play.presenters.pages import (
    AudienceRow,
    BriefingView,
    ContinueRow,
    CriterionRow,
    LibraryRow,
    PlayRow,
    SectionRow,
)
from simulator.play.presenters.post_rows import ChannelTab, FeedRow
from simulator.play.presenters.rows import CrisisView, HeaderView, NoticeRow, StageRow

Curve = tuple[tuple[float, float], ...]


def pick(language: Language, french: str, english: str) -> str:
    return french if language == "fr" else english


def library_rows(language: Language) -> tuple[LibraryRow, ...]:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    service = say("Problème de service · interne", "Service problem · internal")
    return (
        LibraryRow(
            "premiers-pas",
            say("Premiers pas", "First steps"),
            say("Tutoriel", "Tutorial"),
            say("Prise en main de la cellule, 5 minutes, sans note.", "Get to know the cell, 5 minutes, no grade."),
            "service_problem",
            "external",
            1,
            "5 min",
            "",
            0,
            tutorial=True,
        ),
        LibraryRow(
            "rappel-tardif",
            say("Rappel tardif", "Late recall"),
            service,
            say(
                "Un lot de lait infantile, des parents inquiets, une cause inconnue.",
                "A batch of infant milk, worried parents, a cause that nobody knows.",
            ),
            "service_problem",
            "internal",
            3,
            "18 min",
            "78",
            1,
            minutes=18,
            grade=78.0,
            played=True,
            warning=say(
                "Messages évoquant des enfants malades et propos agressifs.",
                "Posts about sick children, aggressive words.",
            ),
        ),
        LibraryRow(
            "fuite-ouverte",
            say("Fuite ouverte", "Open leak"),
            say("Faille de sécurité · interne", "Security breach · internal"),
            say(
                "Une base clients circule. Qui savait, et depuis quand ?",
                "Customer data is out. Who knew, and since when?",
            ),
            "security_breach",
            "internal",
            3,
            "20 min",
            "64",
            2,
        ),
        LibraryRow(
            "video",
            say("La vidéo de 22 h 14", "The 10:14 pm video"),
            say("Manquement éthique · interne", "Ethical breach · internal"),
            say(
                "Un salarié filmé en entrepôt. La vidéo a déjà deux millions de vues.",
                "An employee filmed in a warehouse. The video already has two million views.",
            ),
            "ethical_breach",
            "internal",
            2,
            "18 min",
            "",
            3,
        ),
        LibraryRow(
            "rumeur",
            say("Rumeur à la carte", "Rumour à la carte"),
            say("Diffamation · externe", "Defamation · external"),
            say(
                "Une accusation fausse, reprise par un compte très suivi.",
                "A false accusation, repeated by an account with a large following.",
            ),
            "defamation",
            "external",
            1,
            "15 min",
            "91",
            4,
        ),
        LibraryRow(
            "casse",
            "panne-du-samedi",
            service,
            "",
            "",
            "",
            0,
            "",
            "",
            5,
            problem=say(
                "scenario.yaml, ligne 41, colonne 7 : l’événement « panne » renvoie à un fait inconnu, « paiement ».",
                "scenario.yaml, line 41, column 7: the inject “panne” names a fact that is not there, “paiement”.",
            ),
        ),
    )


def people(language: Language) -> tuple[PersonRow, ...]:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    return (
        PersonRow(
            "samira",
            "Samira Roche",
            "SR",
            say("Qualité · vérifie un lot en 20 min", "Quality · verifies a batch in 20 min"),
            "sky",
        ),
        PersonRow(
            "paul",
            "Paul Lemaire",
            "PL",
            say("Juridique · valide un communiqué en 15 min", "Legal · approves a statement in 15 min"),
            "mint",
        ),
        PersonRow(
            "helene",
            "Hélène Garnier",
            "HG",
            say("Direction générale · porte-parole possible", "Chief executive · may be the spokesperson"),
            "butter",
            current=True,
        ),
    )


def briefing_view(language: Language, seed: int) -> BriefingView:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    return BriefingView(
        scenario_id="rappel-tardif",
        title=say("Rappel tardif", "Late recall"),
        tags=(say("Problème de service · interne", "Service problem · internal"), "18 min · ×20"),
        severity=3,
        accent=1,
        organisation="Babilune",
        mission=(
            say(
                "Vous dirigez la communication de Babilune, 2 100 salariés, numéro un du lait infantile bio dans l’Ouest. "
                "Il est mardi, 12 h 45. La journée s’annonce calme.",
                "You lead communication at Babilune, 2,100 employees, number one of organic infant milk in the west. "
                "It is Tuesday, 12:45. The day looks quiet.",
            ),
        ),
        advice=say(
            "Protégez d’abord les familles. Dites ce que vous savez, ce que vous ignorez, et quand vous parlerez à nouveau.",
            "Protect the families first. Say what you know, what you do not know, and when you will speak again.",
        ),
        criteria=(
            CriterionRow(
                "reactivity",
                say("Réactivité", "Reactivity"),
                say(
                    "Première parole utile, points réguliers, priorités tenues.",
                    "A useful first word, regular updates, priorities kept.",
                ),
            ),
            CriterionRow(
                "transparency",
                say("Transparence", "Transparency"),
                say(
                    "Faits vérifiés, dits avant d’être révélés, sans se contredire.",
                    "Facts verified, told before they leak, without contradiction.",
                ),
            ),
            CriterionRow(
                "tone",
                say("Ton", "Tone"),
                say(
                    "À la hauteur des responsabilités et de l’émotion.",
                    "Equal to the responsibility and to the emotion.",
                ),
            ),
        ),
        warning=say(
            "Messages évoquant des enfants malades et des propos agressifs. "
            "Vous pouvez masquer un message, faire une pause ou quitter sans pénalité.",
            "Posts about sick children, and aggressive words. You may hide a post, pause or leave without penalty.",
        ),
        people=people(language),
        audience=(
            AudienceRow("customers", say("Clients", "Customers"), say("31 000", "31,000"), 0.62),
            AudienceRow("employees", say("Salariés", "Employees"), say("2 100", "2,100"), 0.05),
            AudienceRow("journalists", say("Journalistes", "Journalists"), "140", 0.01),
            AudienceRow("public", say("Grand public", "Public"), say("16 k", "16k"), 0.3),
            AudienceRow("influencers", say("Influenceurs", "Influencers"), "60", 0.01),
            AudienceRow("authorities", say("Autorités", "Authorities"), "12", 0.01),
        ),
        seed=seed,
        mode=say("Entraînement · pause permise", "Practice · you may pause"),
        dossier=(
            SectionRow(
                say("L’entreprise", "The company"),
                say(
                    "Deux tours de séchage à Vitré, six lots par jour, trois enseignes clientes.",
                    "Two drying towers at Vitré, six batches a day, three retail chains.",
                ),
            ),
        ),
    )


def _responses(language: Language) -> tuple[ResponseRow, ...]:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    return (
        ResponseRow(
            "1",
            "care",
            say(
                "« Marion, nous sommes de tout cœur avec vous. N’utilisez plus le lot 2214 ; au moindre symptôme, appelez le 15. "
                "Prochain point public à 16 h. »",
                "“Marion, our hearts are with you. Stop using batch 2214; at the slightest symptom, call emergency services. "
                "Next public update at 4 pm.”",
            ),
            say("Réponse publique", "Public reply"),
            "public",
            "4 min",
        ),
        ResponseRow(
            "2",
            "private",
            say(
                "« Bonjour, merci de nous contacter en message privé avec votre numéro de lot. »",
                "“Hello, please send us a private message with your batch number.”",
            ),
            say("Renvoi en message privé", "Private message"),
            "private",
            "1 min",
        ),
        ResponseRow(
            "3",
            "deny",
            say(
                "« Nos contrôles qualité sont parmi les plus stricts du secteur. À ce stade, rien ne permet d’établir un lien. »",
                "“Our quality checks are among the strictest in the sector. At this stage nothing establishes a link.”",
            ),
            say("Réponse publique", "Public reply"),
            "public",
            "2 min",
        ),
        ResponseRow(
            "4",
            "recall",
            say("Publier le communiqué de rappel complet", "Publish the full recall statement"),
            say("Communiqué", "Statement"),
            "statement",
            "25 min",
            say("validation juridique requise", "legal approval required"),
            enabled=False,
            refusal=say(
                "Le lot n’est pas encore vérifié : faites-le vérifier d’abord.",
                "The batch is not verified yet: have it verified first.",
            ),
        ),
    )


def feed_rows(language: Language) -> tuple[FeedRow, ...]:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    first = (
        FeedRow(
            "p1",
            "Marion L.",
            "@marion_bzh",
            "ML",
            "peach",
            "2 min",
            "pepia",
            say(
                "Ma fille de 4 mois est malade depuis dimanche. Même lot que celui dont tout le monde parle. "
                "Et chez @Babilune ? Silence radio. 😡 #Babilune",
                "My 4-month-old has been ill since Sunday. Same batch everyone is talking about. "
                "And @Babilune? Radio silence. 😡 #Babilune",
            ),
            "212",
            say("1,9 k", "1.9k"),
            say("3,4 k", "3.4k"),
            say("Cliente", "Customer"),
            "customer",
            say("38 %/min", "38%/min"),
            1,
            answerable=True,
            is_inject=True,
            highlighted=True,
        ),
        FeedRow(
            "p2",
            "Le Fil Conso",
            "@lefilconso",
            "FC",
            "sky",
            "6 min",
            "presse",
            say(
                "Trois hospitalisations signalées après consommation d’un lait infantile. "
                "Nous avons sollicité Babilune, sans réponse à cette heure.",
                "Three hospital admissions reported after infant milk. We have asked Babilune, no answer so far.",
            ),
            "88",
            "870",
            "402",
            say("Journaliste", "Journalist"),
            "journalist",
            deadline=say("réponse attendue 0:24", "answer due 0:24"),
            answerable=True,
            is_inject=True,
        ),
        FeedRow(
            "p3",
            "Théo K.",
            "@theok",
            "TK",
            "mint",
            "7 min",
            "pepia",
            say(
                "En interne on nous a dit de ne rien dire. Ça fait mal au cœur.",
                "Inside they told us to say nothing. It hurts.",
            ),
            "41",
            "310",
            "655",
            say("Salarié", "Employee"),
            "employee",
        ),
        FeedRow(
            "p4",
            "xX_vrai_info_Xx",
            "@vrai__info",
            "?",
            "lilac",
            "9 min",
            "video",
            say(
                "Ils ont empoisonné volontairement les bébés, réveillez-vous !!!",
                "They poisoned the babies on purpose, wake up!!!",
            ),
            "9",
            "14",
            "21",
            note=say("compte récent", "recent account"),
        ),
        FeedRow(
            "p5",
            "Babilune",
            "@Babilune",
            "BB",
            "butter",
            "31 min",
            "pepia",
            say("☀️ Jeu concours d’été : gagnez un an de yaourts !", "☀️ Summer contest: win a year of yogurt!"),
            "340",
            "12",
            "9",
            say("Vous", "You"),
            "you",
            note=say("publication programmée", "scheduled post"),
        ),
    )
    texts = (
        say("Quelqu’un sait où trouver le numéro du lot sur la boîte ?", "Does anyone know where the batch number is?"),
        say("J’ai jeté trois boîtes ce matin, par précaution.", "I threw away three tins this morning, to be safe."),
        say(
            "Ma sœur est pédiatre : pas de panique, mais appelez votre médecin.",
            "My sister is a doctor: no panic, but call yours.",
        ),
    )
    rest = tuple(
        replace(
            first[rank % 4],
            post_id=f"q{rank}",
            author=f"Camille {chr(65 + rank % 26)}.",
            handle=f"@camille{rank}",
            initials=f"C{chr(65 + rank % 26)}",
            colour_key=f"camille{rank}",
            age=f"{10 + rank} min",
            text=texts[rank % 3],
            heat="",
            heat_arrow=0,
            deadline="",
            highlighted=False,
            is_inject=False,
            note="",
        )
        for rank in range(60)
    )
    return first + rest


def outrage_curve(minutes: int = 107) -> Curve:
    return tuple(
        (m, min(100.0, 3 + 66 * (m / 107) ** 1.7 + (4 if 70 < m < 82 else 0))) for m in range(0, minutes + 1, 3)
    )


_LABELS = {
    "listen": ("Écouter les réseaux", "Listen"),
    "verify": ("Vérifier un fait", "Verify a fact"),
    "holding": ("Message d’attente", "Holding statement"),
    "suspend": ("Suspendre les publications", "Scheduled posts"),
    "reply": ("Répondre à une publication", "Reply to a post"),
    "alert": ("Alerter la cellule", "Alert the cell"),
    "notify": ("Prévenir les autorités", "Notify the authorities"),
    "inform": ("Informer les salariés", "Inform employees"),
    "spokesperson": ("Porte-parole", "Spokesperson"),
    "correct": ("Corriger un message", "Correct a message"),
    "watch": ("Décider d’observer", "Decide to watch"),
}


def crisis_view(language: Language, minute: int = 107, quiet: bool = False, channel: str = "") -> CrisisView:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    feed = tuple(row for row in feed_rows(language) if not channel or row.channel_id == channel)
    card = CardView(
        "mother",
        say("Événement 4 · Témoignage d’une mère", "Event 4 · A mother speaks"),
        say(
            "Le témoignage de Marion dépasse 3 000 réactions. Que répondez-vous ?",
            "Marion’s post has passed 3,000 reactions. What do you answer?",
        ),
        say(
            "Le lot 2214 est confirmé ; la cause est encore en cours d’analyse.",
            "Batch 2214 is confirmed; the cause is still being analysed.",
        ),
        _responses(language),
        say("12 min", "12 min"),
        0.62,
        post_id="p1",
        name=say("Témoignage d’une mère", "A mother speaks"),
    )
    other = replace(
        card,
        inject_id="press",
        kicker=say("Événement 5 · Le Fil Conso", "Event 5 · Le Fil Conso"),
        name="Le Fil Conso",
        title=say(
            "Le Fil Conso demande si d’autres lots sont concernés.",
            "Le Fil Conso asks whether other batches are concerned.",
        ),
        countdown="24 min",
        fraction=0.9,
    )
    return CrisisView(
        header=HeaderView(
            say("Rappel tardif", "Late recall"),
            say("Babilune · agroalimentaire", "Babilune · food"),
            (
                StageRow(say("Veille", "Monitoring"), past=True),
                StageRow(say("Réactivité", "Reactivity"), current=True),
                StageRow(say("Transparence", "Transparency")),
                StageRow(say("Communication de crise", "Crisis communication")),
            ),
            3,
            say(f"mar. 14 h {minute - 75:02d}", f"Tue 14:{minute - 75:02d}"),
            f"T+{minute // 60}:{minute % 60:02d}",
            "×10",
        ),
        tabs=(
            ChannelTab("", say("Tout", "All"), "148"),
            ChannelTab("pepia", "Pépia", "96"),
            ChannelTab("video", say("Vidéo", "Video"), "21"),
            ChannelTab("avis", say("Avis", "Reviews"), "19"),
            ChannelTab("presse", say("Presse", "Press"), "12"),
            ChannelTab("interne", say("Interne", "Internal"), "6"),
        ),
        feed=feed,
        cards=() if quiet else (card, other),
        gauge=GaugeView(
            64,
            1,
            say("+9 / 10 min", "+9 / 10 min"),
            say("forte", "high"),
            58,
            -1,
            say("31 k", "31k"),
            "38",
            outrage_curve(minute),
        ),
        segments=(
            SegmentRow("customers", say("Clients", "Customers"), 71, 1),
            SegmentRow("journalists", say("Journalistes", "Journalists"), 48, 1),
            SegmentRow("employees", say("Salariés", "Employees"), 39, 0),
            SegmentRow("public", say("Grand public", "Public"), 33, 1),
            SegmentRow("authorities", say("Autorités", "Authorities"), 20, -1),
        ),
        facts=_facts(language),
        facts_summary=say("2 / 5 publiés", "2 / 5 published"),
        tasks=(
            TaskRow("writer", say("Rédaction", "Writing"), say("réponse à Marion", "reply to Marion"), say("14 h 36", "14:36"), 0.4),
            TaskRow(
                "verification",
                say("Vérification", "Verification"),
                say("origine de la contamination", "origin of the contamination"),
                say("14 h 50", "14:50"),
                0.1,
                (say("autres lots", "other batches"), say("boîtes en rayon", "tins on shelves")),
                "Samira Roche",
                (
                    WaitingRow("verification", "scope", say("autres lots", "other batches"), say("place 1", "number 1"), "35 min", first_refusal=say("C’est déjà le premier de la file.", "It is already first in line.")),
                    WaitingRow("verification", "shelves", say("boîtes en rayon", "tins on shelves"), say("place 2", "number 2"), "20 min", can_go_first=True),
                ),
            ),
            TaskRow("legal", say("Juridique", "Legal")),
        ),
        actions=tuple(
            ActionRow(
                action,  # type: ignore[arg-type]
                ACTION_KEYS[action],  # type: ignore[index]
                say(*labels),
                enabled=action != "correct",
                refusal=say("Vous n’avez encore rien publié.", "You have not published anything yet.") if action == "correct" else "",
                count="3" if action == "suspend" else "",
            )
            for action, labels in _LABELS.items()
        ),
        timeline=TimelineView(
            0,
            345,
            minute,
            outrage_curve(minute),
            (MarkRow(50, say("Réponse au Fil Conso", "Reply to Le Fil Conso")), MarkRow(83, say("Message d’attente", "Holding statement"))),
            tuple(MarkRow(at, say("Événement", "Inject")) for at in (13, 39, 65, 104)),
            tuple(MarkRow(15 + 60 * h, say(f"{13 + h} h", f"{13 + h}:00")) for h in range(6)),
        ),
        messages=(
            MessageRow("notify", replace(_responses(language)[0], response_id="dgs", channel_kind="authority",
                       text=say("Signaler le lot 2214 aux autorités sanitaires", "Report batch 2214 to the health authorities"),
                       channel=say("Autorités", "Authorities"))),
            MessageRow("inform", replace(_responses(language)[1], response_id="staff", channel_kind="internal",
                       text=say("« Voici ce que nous savons, et ce que vous pouvez répondre autour de vous. »", "“Here is what we know and what you can answer.”"),
                       channel=say("Message interne", "Internal message"))),
        ),
        scheduled=_scheduled(language),
        people=people(language),
        notices=(NoticeRow(1, say("Le Fil Conso reprend votre message d’attente.", "Le Fil Conso quotes your holding statement."), tone="good"),),
        quiet=say("Aucune décision n’attend. Écoutez, vérifiez, préparez.", "No decision is waiting. Listen, verify, prepare."),
        next_event=say("Événement suivant", "Next event"),
    )  # fmt: skip


def _facts(language: Language) -> tuple[FactRow, ...]:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    return (
        FactRow(
            "lot",
            say("Lot 2214 concerné", "Batch 2214 concerned"),
            "published",
            say("vérifié 14 h 05 · publié", "verified 14:05 · published"),
            label=say("Lot concerné", "Batch concerned"),
            marks=(
                FactMark(say("Vérifié à 14 h 05", "Verified at 14:05"), "done"),
                FactMark(say("Rendu public à 14 h 20", "Made public at 14:20"), "done"),
            ),
        ),
        FactRow(
            "advice",
            say("Consigne : ne plus consommer", "Advice: stop using it"),
            "verified",
            say("vérifié", "verified"),
            can_publish=True,
            publish_cost="5 min",
            label=say("Consigne", "Advice"),
            marks=(
                FactMark(say("Vérifié à 14 h 05", "Verified at 14:05"), "done"),
                FactMark(say("Gardé pour vous depuis 27 min", "Kept to yourself for 27 min"), "held"),
            ),
            others=say("Pourraient le révéler avant vous : journalistes.", "Could reveal it before you: journalists."),
        ),
        FactRow(
            "origin",
            say("Origine : tour de séchage n° 2", "Origin: drying tower no. 2"),
            "verifying",
            say("analyse, 18 min", "analysis, 18 min"),
            label=say("Origine de la contamination", "Origin of the contamination"),
            marks=(
                FactMark(say("Samira Roche vérifie jusqu’à 14 h 50", "Samira Roche verifies until 14:50"), "progress"),
                FactMark(say("Pas rendu public", "Not public")),
            ),
            fraction=0.4,
        ),
        FactRow(
            "cases",
            say("Nombre d’enfants touchés", "Number of children affected"),
            "unknown",
            say("inconnu", "unknown"),
            can_verify=True,
            verify_cost="Samira Roche · 20 min",
        ),
        FactRow(
            "swab",
            say("Prélèvement positif de février", "Positive swab of February"),
            "leaked",
            say("révélé par la presse 14 h 21", "revealed by the press 14:21"),
            can_publish=True,
        ),
        FactRow(
            "families",
            say("Identité des familles", "Identity of the families"),
            "restricted",
            say("confidentiel", "confidential"),
            publish_refusal=say(
                "Ces données personnelles ne se publient pas.", "These personal data must not be published."
            ),
            verify_refusal=say("Rien à vérifier ici.", "Nothing to verify here."),
        ),
    )


def _scheduled(language: Language) -> tuple[ScheduledRow, ...]:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    return (
        ScheduledRow(
            "s1",
            say("15 h 00", "15:00"),
            "Pépia",
            say("☀️ Jeu concours d’été : gagnez un an de yaourts !", "☀️ Summer contest: win a year of yogurt!"),
            None,
            say("à décider", "to decide"),
        ),
        ScheduledRow(
            "s2",
            say("15 h 30", "15:30"),
            "Vidéo",
            say("Nos tours de séchage, comme si vous y étiez", "Our drying towers, as if you were there"),
            False,
            say("suspendue", "suspended"),
        ),
        ScheduledRow(
            "s3",
            say("17 h 00", "17:00"),
            "Pépia",
            say("Horaires du standard ce week-end", "Phone line hours this weekend"),
            True,
            say("maintenue", "kept"),
        ),
    )


def history_rows(language: Language) -> tuple[PlayRow, ...]:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    late, video = say("Rappel tardif", "Late recall"), say("La vidéo de 22 h 14", "The 10:14 pm video")
    finished, good = say("terminée", "finished"), say("Bien", "Good")
    return (
        PlayRow("a", late, say("22 nov.", "Nov 22"), say("tirage 4821", "seed 4821"), finished, "78", "good", good, 1, say("meilleure partie", "best play"), scenario_id="rappel-tardif", grade=78.0, ranked=True),
        PlayRow("b", late, say("20 nov.", "Nov 20"), say("tirage 77", "seed 77"), say("abandonnée à 14 h 10", "abandoned at 14:10"), accent=1, scenario_id="rappel-tardif"),
        PlayRow("c", say("Premiers pas", "First steps"), say("19 nov.", "Nov 19"), say("tirage 3", "seed 3"), say("terminée, sans note", "finished, no grade"), accent=0, scenario_id="premiers-pas"),
        PlayRow("d", late, say("18 nov.", "Nov 18"), say("tirage 77", "seed 77"), say("reprise à 14 h 10, non classée", "played on from 14:10, not ranked"), "64", "fair", say("Correct", "Fair"), 1, scenario_id="rappel-tardif", grade=64.0),
        PlayRow("e", late, say("17 nov.", "Nov 17"), say("tirage 12", "seed 12"), finished, "55", "fair", say("Correct", "Fair"), 1, "", scenario_id="rappel-tardif", grade=55.0, ranked=True),
        PlayRow("f", video, say("16 nov.", "Nov 16"), say("tirage 5", "seed 5"), finished, "71", "good", good, 3, say("première partie", "first play"), scenario_id="video", grade=71.0, ranked=True),
        PlayRow("g", late, say("15 nov.", "Nov 15"), say("tirage 4821", "seed 4821"), finished, "43", "insufficient", say("Insuffisant", "Insufficient"), 1, say("première partie", "first play"), scenario_id="rappel-tardif", grade=43.0, ranked=True),
        PlayRow("rappel-tardif-9-20261101T101500", "rappel-tardif-9-20261101T101500", "", "", say("Le fichier est abîmé à la ligne 3 : il est gardé, mais ne peut pas être revu.", "The file is damaged at line 3: it is kept, but cannot be looked at."), problem=True),
    )  # fmt: skip


def continue_row(language: Language) -> ContinueRow:
    return ContinueRow(
        "a",
        pick(language, "Partie interrompue", "Interrupted play"),
        pick(language, "Rappel tardif", "Late recall"),
        pick(language, "Reprendre · mar. 14 h 51", "Resume · Tue 14:51"),
        pick(language, "12 décisions · sauvegardée le 22 nov. à 8 h 04", "12 decisions · saved on Nov 22 at 8:04"),
        1,
    )


def listen_view(language: Language, made: tuple[str, ...]) -> ListenView:
    feed = feed_rows(language)
    return ListenView(
        pick(
            language,
            f"{3 - len(made)} recherches restantes · 5 min chacune",
            f"{3 - len(made)} searches left · 5 min each",
        ),
        ("lot 2214", "#Babilune", pick(language, "malade", "ill"), "Vitré", "rappel"),
        (
            *tuple(SearchRow(words, pick(language, "3 publications", "3 posts"), True, feed[:3]) for words in made),
            SearchRow("Vitré", pick(language, "en cours, 14 h 37", "running, 14:37"), False),
        ),
        enabled=len(made) < 3,
        refusal="" if len(made) < 3 else pick(language, "Vous n’avez plus de recherche.", "No search left."),
    )


def alert_view(language: Language, threshold: int | None) -> AlertView:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    return AlertView(
        refusal=say("La cellule de crise est déjà réunie.", "The crisis cell has met already."),
        thresholds=(
            OptionRow("", say("Aucun seuil", "No threshold")),
            *(OptionRow(str(level), say(f"{level}, vive", f"{level}, strong")) for level in (35, 50, 65, 80)),
        ),
        threshold="" if threshold is None else str(threshold),
    )


def watch_view(language: Language) -> WatchView:
    def say(french: str, english: str) -> str:
        return pick(language, french, english)

    return WatchView(
        subjects=(OptionRow("", say("La crise dans son ensemble", "The crisis as a whole")), OptionRow("troll", say("Le compte xX_vrai_info_Xx", "The account xX_vrai_info_Xx"))),
        reasons=(
            OptionRow("small", say("Répondre ferait connaître la rumeur.", "Answering would spread the rumour.")),
            OptionRow("insult", say("Ce n’est qu’une insulte : il n’y a rien à dire.", "It is only an insult: there is nothing to say.")),
            OptionRow("soon", say("Un fait sera vérifié bientôt.", "A fact will be verified soon.")),
        ),
        thresholds=(OptionRow("30", "30"), OptionRow("45", "45"), OptionRow("60", "60")),
        active=(say("14 h 10 · compte récent · alerte à 45", "14:10 · recent account · alert at 45"),),
    )  # fmt: skip


_BLOCKS = (
    ("what", "Ce qui se passe", "What is happening",
     ("Des parents nous signalent des troubles après consommation de notre lait 1er âge.", "Des publications évoquent un souci sans lien établi avec nos produits.", "Notre lait a rendu des enfants malades."),
     ("Parents report that their babies fell ill after drinking our infant milk.", "Some posts mention a problem with no established link to our products.", "Our milk made children ill.")),
    ("doing", "Ce que nous faisons", "What we are doing",
     ("Nous avons lancé l’analyse des lots et prévenu les autorités sanitaires.", "Nous suivons la situation.", "Tout est déjà réglé."),
     ("We have started testing the batches and told the health authorities.", "We are following the situation.", "All is solved already.")),
    ("known", "Ce que nous savons, ce que nous ignorons", "What we know and do not know",
     ("Le lot 2214 est concerné ; nous ne connaissons pas encore la cause.", "Rien n’est confirmé à ce stade.", "La cause est connue."),
     ("Batch 2214 is concerned; we do not know the cause yet.", "Nothing is confirmed at this stage.", "The cause is known.")),
    ("advice", "Consigne", "Advice",
     ("N’utilisez plus les boîtes du lot 2214. Au moindre symptôme, consultez un médecin ou appelez le 15.", "Il n’y a pas lieu de s’inquiéter.", "N’utilisez plus aucun de nos produits."),
     ("Stop using tins of batch 2214. At the slightest symptom, see a doctor.", "There is no reason to worry.", "Stop using any of our products.")),
)  # fmt: skip


def holding_view(language: Language, choice: HoldingChoice | None) -> HoldingView:
    if choice is None:
        choice = HoldingChoice((("what", 0), ("doing", 0), ("known", 0)), 165)
    said = dict(choice.wordings)
    update = choice.next_update or 165
    clock = pick(
        language,
        f"{12 + (45 + update) // 60} h {(45 + update) % 60:02d}",
        f"{12 + (45 + update) // 60}:{(45 + update) % 60:02d}",
    )
    sentence = pick(language, f"Prochaine information à {clock}.", f"Next update at {clock}.")
    blocks = tuple(
        HoldingBlock(
            name,
            str(rank),
            pick(language, french, english),
            fr if language == "fr" else en,
            said.get(name, 0),
            name in said,
        )
        for rank, (name, french, english, fr, en) in enumerate(_BLOCKS, 1)
    )
    preview = " ".join([*(block.wordings[block.selected] for block in blocks if block.included), sentence])
    return HoldingView(
        choice=choice,
        blocks=blocks,
        next_update_key="5",
        next_update=clock,
        earlier=replace(choice, next_update=update - 15) if update > 120 else None,
        later=replace(choice, next_update=update + 15) if update < 240 else None,
        author="Babilune",
        handle="@Babilune",
        initials="BB",
        colour_key="butter",
        preview=preview,
        characters=len(preview),
        limit=400,
        preparation=pick(language, "6 min", "6 min"),
        approval=pick(language, "sans validation", "no approval"),
        checklist=tuple(CheckRow(block.title, block.included) for block in blocks),
    )

"""Plausible names for simulated users: a first name and an initial say enough of somebody who does not exist."""

# fmt: off
FEMININE = (
    "Adèle", "Agathe", "Aïcha", "Alice", "Alma", "Amandine", "Amélie", "Anaïs", "Anissa", "Anna", "Apolline",
    "Audrey", "Aurélie", "Awa", "Camille", "Capucine", "Carla", "Caroline", "Cécile", "Céline", "Chantal",
    "Charlotte", "Chloé", "Claire", "Clara", "Clémence", "Coline", "Coralie", "Delphine", "Diane", "Élodie", "Élise",
    "Emma", "Estelle", "Eva", "Fanny", "Fatou", "Floriane", "Gaëlle", "Hanna", "Hélène", "Inès", "Iris", "Jeanne",
    "Jade", "Julie", "Justine", "Karine", "Laura", "Laure", "Léa", "Leïla", "Léonie", "Lina", "Lise", "Lola",
    "Louise", "Lucie", "Maëlle", "Maëva", "Manon", "Margaux", "Marie", "Marion", "Mathilde", "Mélanie", "Mila",
    "Nadège", "Nadia", "Nina", "Noémie", "Nora", "Océane", "Pauline", "Perrine", "Romane", "Rose", "Salomé", "Samira",
    "Sandrine", "Sarah", "Sofia", "Solène", "Sonia", "Sophie", "Stéphanie", "Tiphaine", "Valérie", "Vanessa",
    "Virginie", "Yasmine", "Zoé",
)
MASCULINE = (
    "Adam", "Adrien", "Alexis", "Amine", "Antoine", "Arnaud", "Arthur", "Axel", "Bastien", "Benjamin", "Benoît",
    "Bilal", "Brice", "Bruno", "Charles", "Christophe", "Clément", "Cyril", "Damien", "Dimitri", "Driss", "Édouard",
    "Elias", "Émile", "Erwan", "Étienne", "Fabien", "Farid", "Félix", "Florian", "Franck", "Gabin", "Gaspard",
    "Gilles", "Guillaume", "Hugo", "Ibrahim", "Ismaël", "Jérémy", "Jérôme", "Joachim", "Jonas", "Jordan", "Jules",
    "Julien", "Karim", "Kévin", "Killian", "Laurent", "Léo", "Loïc", "Louis", "Luc", "Lucas", "Malo", "Marc",
    "Martin", "Mathieu", "Maxime", "Mehdi", "Mickaël", "Moussa", "Nathan", "Nicolas", "Noah", "Olivier", "Oscar",
    "Paul", "Quentin", "Raphaël", "Rayan", "Rémi", "Robin", "Romain", "Sacha", "Samuel", "Sébastien", "Simon",
    "Sofiane", "Tanguy", "Théo", "Thibault", "Thomas", "Timothée", "Tristan", "Victor", "Vincent", "Xavier", "Yanis",
    "Yann", "Youssef",
)
LAST_INITIALS = tuple("ABCDEFGHJKLMNPRSTV")

SECOND_WORDS = (
    "bzh", "44", "ouest", "duSud", "lille", "lyon", "nantes", "papote", "tribu", "jardin", "cafe", "bricole",
    "vagabonde", "ecrit", "lit", "cuisine", "court", "enVelo", "lundi", "soir", "matin", "numerique", "gribouille",
    "randonne", "chante", "pedale", "photo", "musique", "voisine", "maison", "famille", "bidouille",
)
"""What people put beside their name in a handle."""

LOUD_ACCOUNTS = (
    "VraiInfo", "ReveilCitoyen", "OnVousMent", "StopMensonges", "AlerteFrance", "InfoLibre", "LaVeriteNue",
    "DebunkTotal", "ToutSavoir", "PartagezVite", "BuzzExpress", "ScandaleDuJour",
)
"""Accounts that only amplify."""

"""The words of join codes and of invented pseudonyms, the same animals in both languages."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping

_PAIRS = """
abeille bee|aigle eagle|alouette lark|alpaga alpaca|anguille eel|antilope antelope|araignée spider|autruche ostrich
baleine whale|bélier ram|belette weasel|biche doe|bison bison|blaireau badger|bourdon bumblebee|brebis ewe|
buffle buffalo|caille quail|caméléon chameleon|canard duck|carpe carp|castor beaver|cerf stag|chameau camel|
chamois chamois|chat cat|cheval horse|chèvre goat|chien dog|chouette owl|cigale cicada|cigogne stork|
coccinelle ladybird|colibri hummingbird|colombe dove|condor condor|coq rooster|corbeau raven|crabe crab|crapaud toad|
criquet locust|crocodile crocodile|cygne swan|dauphin dolphin|dinde turkey|dragon dragon|écureuil squirrel|
élan moose|éléphant elephant|épervier hawk|escargot snail|esturgeon sturgeon|faisan pheasant|faucon falcon|
flamant flamingo|fourmi ant|furet ferret|gazelle gazelle|gecko gecko|girafe giraffe|gorille gorilla|grenouille frog|
grillon cricket|grue crane|guépard cheetah|hamster hamster|hareng herring|hérisson hedgehog|hermine stoat|héron heron|
hibou longear|hippopotame hippo|hirondelle swallow|homard lobster|huître oyster|hyène hyena|ibis ibis|iguane iguana|
jaguar jaguar|kangourou kangaroo|koala koala|lama llama|lapin rabbit|léopard leopard|lézard lizard|libellule dragonfly|
lièvre hare|lion lion|loup wolf|loutre otter|luciole firefly|lynx lynx|marmotte marmot|martre marten|méduse jellyfish|
merle blackbird|mésange titmouse|mouette gull|mouton sheep|mulot fieldmouse|narval narwhal|oie goose|orque orca|
ours bear|oursin urchin|panda panda|panthère panther|paon peacock|papillon butterfly|pélican pelican|perche perch|
perdrix partridge|perroquet parrot|phoque seal|pie magpie|pieuvre octopus|pigeon pigeon|pingouin penguin|
pinson finch|poney pony|poule hen|poulpe cuttlefish|puma puma|raton raccoon|renard fox|renne reindeer|requin shark|
rhinocéros rhino|rossignol nightingale|salamandre salamander|sanglier boar|saumon salmon|sauterelle grasshopper|
serpent snake|singe monkey|souris mouse|suricate meerkat|tapir tapir|taupe mole|thon tuna|tigre tiger|tortue tortoise|
toucan toucan|truite trout|vautour vulture|zèbre zebra
"""
_PAIRED = tuple(tuple(pair.split()) for pair in _PAIRS.replace("\n", "|").split("|") if pair.strip())
ANIMALS: tuple[str, ...] = tuple(french for french, _ in _PAIRED)
"""In French, which codes are kept in."""
_ENGLISH: Mapping[str, str] = dict(_PAIRED)  # type: ignore[arg-type]

_TEMPERS = {
    "fr": "agile aimable brave calme célèbre digne drôle énergique habile honnête intrépide jaune juste leste libre "
    "logique magique modeste noble paisible pâle rapide robuste rouge sage sobre solide sublime tendre tranquille "
    "unique utile",
    "en": "agile amber brave bright calm clever cosmic crimson eager gentle golden honest jolly keen kind lucid mellow "
    "merry mighty modest nimble noble placid proud quick quiet red rapid silver sincere solid sunny swift wise",
}


def plain(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


_MEANT: Mapping[str, str] = {
    **{plain(english): french for french, english in _PAIRED},
    **{plain(french): french for french, _ in _PAIRED},
}


def animal_meant(word: str) -> str | None:
    """The animal that `word` names in either language, with or without accents; None where it names none."""
    return _MEANT.get(plain(word))


def animal_in(animal: str, language: str) -> str:
    """The animal's name in a language."""
    return _ENGLISH[animal] if language == "en" else animal


def invented_name(language: str) -> str:
    """A pseudonym for somebody who has chosen none: "Loutre calme", "Calm otter"."""
    animal, temper = secrets.choice(ANIMALS), secrets.choice(_TEMPERS["en" if language == "en" else "fr"].split())
    if language == "en":
        return f"{temper} {_ENGLISH[animal]}".capitalize()
    return f"{animal} {temper}".capitalize()

"""Words that carry no subject, without accents: they never count as a trend."""

from __future__ import annotations

_LISTED = """
afin ailleurs ainsi alors apres assez aucun aucune aujourd aujourd'hui aura aurait auraient auront aussi autant
autre autres avaient avait avant avec avez avoir avons beaucoup bien bientot bonjour bonne cela celle celles celui
cent cependant certain certains cest ceux chaque chez choses chose combien comme comment compte contre dans
davantage debout deja demain demande demander depuis derniere derriere dessus deux devant devoir devrait dire dirait
disent dit dites doit doivent donc donne donner dont droit elle elles encore enfin entre envie envers etais etait
etant etes etre eux faire fais fait faites falloir faudrait faut fera ferait fois font franchement gens grand grande
hier heure heures histoire ici ils jamais jour jours juste laisse lequel leur leurs lire loin longtemps lors lorsque
maintenant mais malgre matin meme memes merci mettre mieux minute minutes moins monde mots nous notre nos nouveau
oui ouvert parait parce pardon parle parler parmi partout pas passe passer pense penser pendant personne petit
petite peut peuvent peux plein plus plusieurs plutot point pour pourquoi pourrait pouvez pouvoir premier premiere
prend prendre pres presque puis quand quart quatre quel quelle quelles quelqu'un quelque quelques quels question
quoi rappelle rien sais sait sans savait savoir semaine sept sera serait seront seul seule seulement sinon soir sois
soit sommes sont sous souvent suis suite surtout tard tellement temps tiens toujours tous tout toute toutes trois
trop trouve venir vers veut veux vient vite voila voir vois voit vont votre vous voyez vraiment vrai vraie
quelqu cette cettes arrive arrivent attends attend ecrit garde marche message messages haut dites-moi est-ce
commence reste part
about after again against alone already also although always among another anybody anyone anything anyway around
away back because been before behind being believe best better between both came cannot come could days does doing
done down during each either else enough even ever every everybody everyone everything except feel first from gets
getting give given gives going gone good great hard have having hear heard hello help here hers herself himself hour
hours however important instead into itself just keep kind knew know known last late later least left less like
little long look looks made make makes making many maybe mean might mine minute minutes more most much must myself
need neither never next nobody none nothing nowhere often once only other others otherwise ours ourselves over
people please point quite rather read real really right said same says seem seems seen should show since some
somebody someone something sometimes somewhere soon still such sure take takes talk tell than thank thanks that
their them themselves then there these they thing things think this those though three through time today together
told tomorrow tonight took true trying twice under until upon used very want wants week well went were what whatever
when where whether which while whole whom whose will with within without wonder word words would wrong year years
yesterday your yours yourself
"""
SMALL_WORDS = frozenset(_LISTED.split())

"""Sentences that are kind and sentences that are not, with what is wrong in them: our own words, labelled by hand.

The words were chosen on `SET_ON`. `KEPT_APART` was written at the same time, and looked at once.
"""

from typing import Final, Literal

Wrong = Literal["REPROACH", "THREAT", "COMMAND", "MORAL", "SHOUTING", "FAMILIAR", "MIXED", "DISTANT"]
Labelled = tuple[str, Wrong | None]
"""A text, and what is unkind in it; None where nothing is."""

SET_ON: Final[tuple[Labelled, ...]] = (
    ("Ondanks onze eerdere brieven hebt u de factuur nog steeds niet betaald.", "REPROACH"),
    ("Wij moeten u hier nu voor de derde keer over schrijven.", "REPROACH"),
    ("Nogmaals vragen wij uw aandacht voor deze factuur.", "REPROACH"),
    ("Zoals wij u al eerder lieten weten, staat de factuur open.", "REPROACH"),
    ("U bent vergeten om de factuur te betalen.", "REPROACH"),
    ("U hebt niet op onze brief gereageerd.", "REPROACH"),
    ("Helaas hebben wij moeten vaststellen dat u uw afspraak niet nakwam.", "REPROACH"),
    ("Betaalt u niet, dan zijn de gevolgen voor u.", "THREAT"),
    ("Om vervelende situaties te voorkomen, raden wij u aan snel te betalen.", "THREAT"),
    ("Anders zijn wij gedwongen om andere wegen te bewandelen.", "THREAT"),
    ("Wij wijzen u erop dat dit niet zonder gevolg kan blijven.", "THREAT"),
    ("Betaal het bedrag vandaag nog.", "COMMAND"),
    ("U moet het bedrag per direct overmaken.", "COMMAND"),
    ("Maak het bedrag onmiddellijk over.", "COMMAND"),
    ("Wij verwachten uw betaling per omgaande.", "COMMAND"),
    ("Een eerlijke klant betaalt zijn rekeningen op tijd.", "MORAL"),
    ("U begrijpt natuurlijk zelf ook dat wij van onze klanten moeten leven.", "MORAL"),
    ("Het is niet meer dan normaal dat u betaalt wat u hebt besteld.", "MORAL"),
    ("LAATSTE HERINNERING voor uw factuur.", "SHOUTING"),
    ("Uw factuur staat nog open!", "SHOUTING"),
    ("Oeps, een klein foutje zit in een klein hoekje.", "FAMILIAR"),
    ("Hoi hoi, daar zijn we weer met een vriendelijk duwtje in de rug.", "FAMILIAR"),
    ("Beste topklant, we zijn echt superblij met jou als klant.", "FAMILIAR"),
    ("Uw factuur staat nog open. Laat je ons weten wanneer je betaalt?", "MIXED"),
    ("Ondergetekende verzoekt u vriendelijk doch dringend het bedrag te betalen.", "DISTANT"),
    ("Men wordt verzocht het bedrag binnen de termijn te betalen.", "DISTANT"),
    ("Misschien is de factuur blijven liggen. Dat kan gebeuren.", None),
    ("Wilt u uiterlijk vrijdag 4 december betalen?", None),
    ("Lukt het niet voor die datum? Bel ons, dan zoeken wij samen een oplossing.", None),
    ("Hebt u al betaald? Dank u wel. Dan hoeft u niets te doen.", None),
    ("Klopt er iets niet? Laat het ons weten. Wij wachten tot het is uitgezocht.", None),
    ("Na 4 december kijken wij of uw betaling binnen is.", None),
    ("Wij schrijven u over factuur 2026-118. Die staat nog open.", None),
    ("U liet ons weten dat u de factuur zou betalen. Wij zien de betaling nog niet.", None),
    ("Maak € 85,00 over naar NL91 ABNA 0417 1643 00. Dan is het klaar.", None),
    ("Gebruik de gegevens hierboven, of scan de code met de app van uw bank.", None),
    ("Deze herinnering is zonder extra kosten.", None),
    ("Je factuur staat nog open. Wil je die voor vrijdag betalen?", None),
    ("Bel Groothandel De Linde op het nummer dat op uw factuur staat.", None),
)

KEPT_APART: Final[tuple[Labelled, ...]] = (
    ("Wij hebben u hierover al meerdere malen benaderd.", "REPROACH"),
    ("Toch bleef uw betaling ook deze maand weer uit.", "REPROACH"),
    ("U hebt verzuimd uw contributie te betalen.", "REPROACH"),
    ("Het verbaast ons dat wij niets van u horen.", "REPROACH"),
    ("Wacht u te lang, dan wordt het voor u alleen maar lastiger.", "THREAT"),
    ("Wij zien ons anders genoodzaakt verdere stappen te zetten.", "THREAT"),
    ("Stort het bedrag direct op onze rekening.", "COMMAND"),
    ("U dient het bedrag voor vrijdag te hebben betaald.", "COMMAND"),
    ("Afspraak is afspraak, vinden wij.", "MORAL"),
    ("Ook wij hebben rekeningen die betaald moeten worden.", "MORAL"),
    ("BETAAL DEZE WEEK en voorkom gedoe.", "SHOUTING"),
    ("Nu is het echt tijd om te betalen!!", "SHOUTING"),
    ("Hé daar, ben je ons soms even vergeten? Knipoog!", "FAMILIAR"),
    ("Wilt u betalen? Je kunt ook de code scannen.", "MIXED"),
    ("De debiteur wordt verzocht zich te wenden tot de administratie.", "DISTANT"),
    ("Er staan nog 2 facturen open. In het overzicht ziet u ze.", None),
    ("Kunt u niet alles in één keer betalen? Wij denken graag mee.", None),
    ("Betaalt u uiterlijk vrijdag? Dan is het afgerond.", None),
    ("De automatische incasso is niet gelukt. Wilt u de factuur zelf betalen?", None),
    ("Maakt u zich zorgen over geld? Geldfit denkt gratis met u mee.", None),
    ("Dan kan de schuldeiser de factuur aan ons overdragen voor incasso.", None),
    ("Is er iets tussengekomen? Laat het ons weten.", None),
    ("Wij danken u voor uw betaling van 3 november.", None),
    ("Wil je in delen betalen? Mail ons, dan maken we een afspraak.", None),
)

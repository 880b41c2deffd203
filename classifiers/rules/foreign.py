"""A few unmistakable phrases of the neighbours' languages, so that their mail is shown for what it is.

Verdicts on them are never confident: no draft is written in a language that the templates do not speak.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

RULES = (
    rule(
        MessageKind.REJECTION,
        "in_other_languages",
        3.0,
        """
        leider .. (absagen|absage|nicht|anderen|andere)
        (nicht weiter|nicht in die engere|anderen bewerber|andere bewerber|andere kandidaten|anderen kandidaten|für andere|
            für einen anderen|für eine andere|anderweitig entschieden|absage)
        (ne pas|pas) .. (retenu|retenue|donner suite|retenir|suite favorable|été retenue)
        (autre candidat|autres candidats|autres profils|suite défavorable)
        (no ha sido|no has sido|no hemos|hemos decidido no|otros candidatos|otro candidato|no continuar|no seguir adelante|
            no ha resultado)
        (niet verder|andere kandidaat|andere kandidaten|helaas .. afwijzen|niet geselecteerd|afgewezen)
        (non proseguire|altri candidati|altro candidato|esito negativo|não .. selecionado|outros candidatos|não avançar|
            outro candidato)
        """,
        negatable=False,
    ),
    rule(
        MessageKind.APPLICATION_RECEIVED,
        "in_other_languages",
        2.6,
        """
        (eingang ihrer bewerbung|bewerbung erhalten|bewerbung ist .. eingegangen|bewerbungsunterlagen erhalten|
            ihre bewerbung .. eingegangen|vielen dank für ihre bewerbung|danke für deine bewerbung)
        (bien reçu votre candidature|accusons réception|réception de votre candidature|merci pour votre candidature|
            votre candidature a bien été)
        (hemos recibido tu|hemos recibido su|recibido su candidatura|recibido tu candidatura|gracias por tu candidatura|
            gracias por su candidatura|tu solicitud ha sido)
        (sollicitatie .. ontvangen|bedankt voor je sollicitatie|dank voor uw sollicitatie|abbiamo ricevuto la|
            recebemos a sua candidatura|recebemos sua candidatura)
        """,
    ),
    rule(
        MessageKind.INTERVIEW_INVITATION,
        "in_other_languages",
        2.8,
        """
        (laden .. ein|einladen|einladung) .. (vorstellungsgespräch|gespräch|interview|kennenlernen|bewerbungsgespräch|ihnen|
            sie|dich)?
        (vorstellungsgespräch|bewerbungsgespräch) .. (einladen|einladung)
        (gerne|persönlich) .. kennenlernen
        (inviter|convier|convoquer|vous rencontrer|convions|invitons) .. (entretien|rencontrer|échange|poste)?
        (invitar|invitarte|invitarle|concertar|agendar) .. (entrevista)
        (uitnodigen|uitnodiging) .. (gesprek|sollicitatiegesprek|kennismaking)?
        (invitarla|invitarti|convidar|colloquio conoscitivo) .. (colloquio|entrevista)?
        """,
    ),
    rule(
        MessageKind.INTERVIEW_CONFIRMATION,
        "in_other_languages",
        2.8,
        """
        (bestätigen|bestätigung|bestätige) .. (termin|gespräch|vorstellungsgespräch|interview)
        (termin|gespräch) .. (bestätigt|findet|steht|am) .. (statt|uhr)?
        (confirmons|confirme|confirmation) .. (entretien|rendez vous)
        (confirmamos|confirmar|confirmada) .. (entrevista)
        entrevista .. (confirmada|programada|será)
        (bevestigen|bevestiging) .. (gesprek|afspraak)
        """,
    ),
    rule(
        MessageKind.HOLDING,
        "in_other_languages",
        2.4,
        """
        (noch keine|noch nicht) .. (entscheidung|entschieden|rückmeldung|abschließend|treffen|getroffen)
        (bitten|danke|dank) .. (geduld)
        (melden uns|melde mich|kommen auf sie zu|komme auf sie) .. (woche|bis|sobald|spätestens|nächste|zeitnah)?
        (pas encore|patienter|votre patience|reviendrons vers vous|reviens vers vous|reviendrai vers vous)
        (todavía no|aún no|paciencia|en breve .. contacto)
        (nog geen|geduld|nog niet .. besloten)
        """,
        negatable=False,
    ),
    rule(
        MessageKind.OFFER,
        "in_other_languages",
        2.8,
        """
        (freuen|freut) .. (stelle|position|zusage|anbieten)
        (zusage|arbeitsvertrag|vertragsangebot|stellenangebot für sie)
        (promesse|offre) (embauche|d embauche|de contrat)
        (contrato|oferta) (de trabajo|laboral) .. (adjunt*|firm*)
        arbeidsovereenkomst
        """,
    ),
    rule(
        MessageKind.OTHER,
        "in_other_languages",
        3.0,
        """
        (neue jobs|stellenangebote für sie|abmelden|newsletter|se désabonner|darse de baja|
            nouvelles offres|nuevas ofertas|uitschrijven|offres d emploi)
        """,
    ),
    rule(
        None,
        "in_other_languages",
        2.0,
        """
        (bewerbung|vorstellungsgespräch|bewerber|stelle|position als|candidature|entretien|recrutement|poste de|candidatura|
            entrevista|vacante|puesto|sollicitatie|vacature|colloquio|vaga|bewerbungsgespräch|recursos humanos|
            personalabteilung|lebenslauf)
        """,
        hypothetical=True,
        negatable=False,
    ),
)

"""The benefits that are known, and how postings word them in English, German, French and Spanish.

Data, read by `read.benefits`. In folded text (see `read.wording`). A benefit has two wordings: what is one wherever it
stands, and what is one only where the employer offers something ("health insurance" is also a trade). To extend: a
pattern with its anchor; a benefit is an entry of BENEFITS and of `Benefit`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from jobfinder.read.wording import Wording, wording, words

Benefit: TypeAlias = Literal[
    "equity",
    "bonus",
    "sign-on bonus",
    "referral bonus",
    "pension",
    "health insurance",
    "life insurance",
    "paid leave",
    "sick pay",
    "parental leave",
    "four-day week",
    "flexible hours",
    "work from abroad",
    "learning budget",
    "home-office budget",
    "relocation",
    "childcare",
    "company car",
    "transport",
    "bicycle",
    "meals",
    "sabbatical",
    "sports",
    "mental health",
    "discounts",
    "volunteer days",
]


class Worded(NamedTuple):
    """How a benefit is worded: anywhere, and where something is offered."""

    anywhere: Wording | None = None
    offered: Wording | None = None


BENEFITS: dict[Benefit, Worded] = {
    "equity": Worded(
        wording(
            "stock|share|equity|esop|vsop|rsu|restricted|*anteile|virtuelle|*beteiligung|bspce|actions gratuites|"
            "actionnariat|acciones|participación acc",
            r"stock options?|share options?|(?:employee )?stock (?:ownership|purchase|option) plan|(?:company|"
            r"employee) stock|"
            r"esops?|vsops?|rsus?|restricted stock(?: units?)?|share(?:s| scheme| plan| purchase plan)? in the company|"
            r"equity (?:package|grants?|awards?|options?|stake|plan|participation|incentives?|for (?:all|every))|"
            r"(?:salary|pay|base|bonus|cash|compensation|meaningful|generous|company|competitive)"
            r"(?: \w{1,12})?(?:,| and| \+| &|, and)? equity|\+ equity",
            r"virtuelle (?:anteile|optionen|unternehmensanteile)|mitarbeiterbeteiligung\w{0,10}|"
            r"beteiligungs(?:programm|pakete?)|"
            r"unternehmensanteile|aktienoptionen|belegschaftsaktien",
            r"bspce|actions gratuites|actionnariat salarié|plan d'actions|participaci[óo]n accionarial|"
            r"(?:opciones sobre|plan de) "
            r"acciones",
            unless=r"private equity|growth equity|equity (?:research|markets|firms?|funds?|capital|partners|"
            r"analysts?)|cap table|"
            r"administ\w{1,8}|design of",
        ),
        wording(
            "equity",
            r"equity",
            unless=r"private equity|diversity|inclusion|belonging|pay equity|brand equity|equity and "
            r"inclusion|health equity|racial|social|growth equity|equal",
        ),
    ),
    "bonus": Worded(
        wording(
            "bonus|13th|thirteenth|weihnachtsgeld|urlaubsgeld|prämie|*bonus|13. |13e|treizième|intéressement|prime|"
            "paga extra|profit|retribución variable|gewinnbeteiligung|erfolgs",
            r"(?:annual|performance|performance-based|yearly|quarterly|monthly|discretionary|year-end|"
            r"incentive|target|retention|"
            r"spot|company|team|individual|results-based|cash|executive)(?: \w{1,12})? bonus(?:es)?",
            r"bonus (?:scheme|plan|program(?:me)?|payments?|structure|eligible|eligibility|opportunit(?:y|"
            r"ies)|potential)|"
            r"(?:salary|pay|base)(?: \w{1,12}){0,2}(?:,| and| \+| plus|, and)? bonus(?:es)?|profit[- ]sharing|"
            r"13th (?:month|salary)|"
            r"thirteenth (?:month|salary)",
            r"weihnachtsgeld|urlaubsgeld|bonus(?:zahlung\w{0,2}|modelle?|programm|system|regelung)|"
            r"jahresbonus|leistungsbonus|"
            r"erfolgs(?:prämien?|beteiligung)|gewinnbeteiligung|13\. (?:monats)?gehalt|prämien(?:system|modell)",
            r"(?:13e|treizième) mois|intéressement|primes? (?:annuelles?|trimestrielles?|d'objectifs?|"
            r"sur objectifs?|de performance)|"
            r"paga extra\w{0,3}|bonus (?:anual|por objetivos)|retribuci[óo]n variable",
            unless=r"bonus points?|sign(?:ing)?[- ]?on bonus|referral bonus|calculat\w{1,4}|bonus pools|"
            r"bonus plans for|administ\w{1,8}|design",
        ),
        wording(
            "bonus",
            r"bonus(?:es)?",
            unless=r"bonus points?|an? (?:big |huge |real |nice |added )?bonus|bonus (?:if|for|point|skills?|"
            r"qualifications?)|as a bonus|sign(?:ing)?[- ]?on bonus|referral bonus",
        ),
    ),
    "sign-on bonus": Worded(
        wording(
            "sign-on|sign on|signing|startprämie|antrittsprämie|prime de bienvenue|joining bonus|starting bonus",
            r"sign(?:ing)?[- ]?on[- ](?:bonus(?:es)?|incentive)|sign-on|signing bonus(?:es)?|(?:joining|"
            r"starting|welcome) bonus|"
            r"(?:start|antritts|willkommens)prämie|prime de bienvenue",
        )
    ),
    "referral bonus": Worded(
        wording(
            "referral|*werben|empfehlungs|cooptation|bono por referido|mitarbeiter-werben",
            r"(?:employee )?referral (?:bonus(?:es)?|program(?:me)?|scheme|rewards?)|(?:mitarbeiter|"
            r"freunde)[ -]?werben[ -]?"
            r"(?:mitarbeiter|freunde|prämie|programm)?|empfehlungsprämien?|prime de cooptation|bono por referidos?",
            unless=r"customer referral|patients?|clients?",
        )
    ),
    "pension": Worded(
        wording(
            "401|403|pension|retirement|altersvorsorge|*altersvorsorge|altersversorgung|bav|"
            "vermögenswirksame|vwl|plan d'épargne|"
            "pee|perco|retraite|plan de pension|superannuation|rrsp",
            r"40[13] ?\(?[kb]\)?(?: ?\w{0,8} match\w{0,3})?|(?:company|workplace|occupational|employer|"
            r"contributory|generous|matched) "
            r"pension(?: (?:scheme|plan|contributions?))?|pension (?:scheme|plan|contributions?|match\w{0,3})|"
            r"retirement (?:savings? )?"
            r"(?:plans?|benefits?|scheme|match\w{0,3}|contributions?|program(?:me)?|savings)|rrsp|superannuation",
            r"(?:betriebliche )?(?:alters(?:vorsorge|versorgung))|bav|vermögenswirksame leistungen|vwl",
            r"plan d'épargne(?: \w{1,12}){0,2}|perco|retraite (?:complémentaire|supplémentaire)|plan de pensiones",
            unless=r"actuar\w{1,4}|clients?|customers?|pension (?:funds?|specialists?|products?|"
            r"administ\w{1,8})|administ\w{1,8}|sell\w{0,3}",
        ),
        wording(
            "pension|retirement",
            r"pension|retirement",
            unless=r"actuar\w{1,4}|clients?|pension (?:funds?|specialists?|products?)|homes?|"
            r"communit\w{1,3}",
        ),
    ),
    "health insurance": Worded(
        wording(
            "health|medical|dental|vision|mutuelle|seguro médico|seguro de salud|betriebliche krankenv|"
            "complémentaire santé|"
            "krankenzusatz|private medical|hsa",
            r"(?:medical|health),? (?:and )?(?:dental|vision)|dental,? (?:and |& |/ ?)?vision|(?:private|"
            r"company|employer)[- ]?(?:paid )?"
            r"(?:medical|health)(?:care)?(?: insurance| cover\w{0,3}| plan)?|(?:health|medical|dental|"
            r"vision)(?:care)? (?:insurance|"
            r"coverage|benefits?|plans?|cover)|health savings accounts?",
            r"betriebliche kranken(?:zusatz)?versicherung|krankenzusatzversicherung|(?:bonne |"
            r"excellente )?mutuelle(?: santé| "
            r"d'entreprise| prise| familiale)?|complémentaire santé|seguro (?:m[ée]dico|de salud)(?: privado)?",
            unless=r"clients?|customers?|claims?|sell\w{0,3}|products?|billing|patients?|experience|"
            r"providers?|policyholders?|agents?|"
            r"verify\w{0,3}|members?|administ\w{1,8}|license\w{0,1}|industry",
        ),
    ),
    "life insurance": Worded(
        wording(
            "life |disability|death in service|income protection|prévoyance|seguro de vida|unfallversicherung|"
            "berufsunfähigkeits|ad&d",
            r"(?:life|disability|accident)(?:,? (?:and|&) (?:life|disability|ad&d))? (?:insurance|"
            r"cover(?:age)?|assurance)|(?:short|long)"
            r"(?:[- ]| and long[- ])term disability|death in service|income protection|prévoyance|seguro de vida|"
            r"(?:betriebliche |private )?(?:unfall|berufsunfähigkeits)versicherung",
            unless=r"clients?|customers?|claims?|sell\w{0,3}|products?|experience|policyholders?|agents?|"
            r"license\w{0,1}|patients?|industry",
        ),
    ),
    "paid leave": Worded(
        wording(
            "pto|paid |unlimited|urlaub|vacation|holiday|annual leave|rtt|congés|vacaciones|feriertag|days off|days of|"
            "*urlaub|jours de",
            r"(?:unlimited|generous|flexible|ample|paid|competitive|accrued|"
            r"discretionary)(?: \w{1,12})?,? (?:pto|vacations?|holidays?|"
            r"time off|annual leave|leave|days off)|pto(?: \w{1,12})? (?:days|policy)|paid time[- ]off|pto|"
            r"\d{1,2}\+? (?:working |business |paid |annual |calendar )?(?:days?|weeks?)(?:'|"
            r"s')?(?: of)?(?: paid| annual)? (?:vacation|"
            r"holidays?|pto|annual leave|leave|time off|paid time off)|(?:annual leave|vacation)(?: days)?",
            r"\d{1,2} ?(?:tage?|urlaubstage|werktage|arbeitstage)(?: bezahlter| bezahlten|"
            r" jahres-?)? ?(?:urlaub\w{0,2})?(?: im jahr| "
            r"pro jahr)?|(?:tage|bezahlte[rn]?|mehr) urlaub|urlaubstage|sonderurlaub|urlaubsanspruch",
            r"rtt|(?:jours de )?congés(?: payés| supplémentaires)?|\d{1,2} jours de (?:congés|vacances|rtt)|"
            r"(?:\d{1,2} )?d[íi]as"
            r"(?: laborables| h[áa]biles)? de vacaciones|vacaciones (?:pagadas|adicionales)",
            unless=r"parental leave only|maternity leave cover|urlaubsvertretung|vacation (?:bids?|rentals?|"
            r"homes?|club|ownership|"
            r"cover\w{0,3})|holiday (?:meals?|season|parties|party|gifts?|homes?|lets?|shifts?)|leave a|"
            r"(?:vor ort|büro|office|remote)"
            r" \d|work\w{0,3} (?:on |some )?(?:weekends|holidays)|weekends? and holidays?|absence management|"
            r"benefits? administ\w{1,8}",
        ),
        wording(
            "holiday|leave|vacation",
            r"(?:\w{1,15} )?holidays|vacations?|leave",
            unless=r"weekends?|leaves?|work\w{0,3} holidays|"
            r"parental leave|holiday season",
        ),
    ),
    "sick pay": Worded(
        wording(
            "sick|krankentag|lohnfortzahlung|arrêt maladie",
            r"(?:paid )?sick (?:pay|leave|days?|time)|company sick|lohnfortzahlung|maintien de salaire",
            unless=r"patients?|animals?|administ\w{1,8}|cover for|coordinate|balances|track\w{0,3}",
        )
    ),
    "parental leave": Worded(
        wording(
            "parental|maternity|paternity|family leave|elternzeit|elterngeld|congé parental|congé maternité|"
            "congé paternité|baja por|permiso de|adoption",
            r"(?:parental|maternity|paternity|family|adoption|fertility)(?:(?:,| and|/| &|, and) (?:parental|"
            r"maternity|paternity|"
            r"adoption))?(?: and \w{1,12})? (?:leave|benefits?|pay|support)|elternzeit|congés? (?:parental|"
            r"maternité|paternité)|"
            r"(?:baja|permiso)s? (?:por |de )?(?:maternidad|paternidad|parental)",
            unless=r"cover\w{0,3}|vertretung|befristet|replacement|remplacement|on (?:maternity|"
            r"parental) leave|sustituci[óo]n|"
            r"administ\w{1,8}|vertretungsweise",
        )
    ),
    "four-day week": Worded(
        wording(
            "four-day|four day|4-day|4 day|4-tage|4 tage|vier-tage|viertage|semaine de 4|semaine de quatre|semana de 4|"
            "semana laboral de|jornada de 4|32-hour|32 hour",
            r"(?:four|4)[- ]day(?:s)?(?: work(?:ing)?)?[- ]?(?:week|schedule)|32[- ]hour (?:work )?week|(?:4|"
            r"vier)[- ]?tage?[- ]?woche|"
            r"semaine de (?:4|quatre) jours|semana(?: laboral)? de (?:4|cuatro) d[íi]as",
        )
    ),
    "flexible hours": Worded(
        wording(
            "flex|gleitzeit|vertrauensarbeitszeit|horaires|horario|*arbeitszeit|compressed",
            r"flex(?:ible|i)?[- ]?(?:working |work |daily )?(?:hours|schedul\w{1,4}|time|working(?: hours)?|"
            r"start and finish times?)"
            r"(?: (?:policy|options?|arrangements?))?|flextime|flexitime|compressed (?:hours|work ?week)",
            r"flexible[nrs]? arbeitszeit\w{0,10}|gleitzeit\w{0,8}|vertrauensarbeitszeit|freie zeiteinteilung",
            r"horaires (?:flexibles|aménag\w{1,5})|flexibilité (?:des horaires|horaire)|horarios? flexibles?|"
            r"flexibilidad horaria",
            unless=r"(?:must|need to|should|able to|ability to|willing\w{0,4} to|"
            r"required to)[^.;]{0,40} flexible|overtime required",
        )
    ),
    "work from abroad": Worded(
        wording(
            "abroad|workation|work from anywhere|im ausland|aus dem ausland|à l'étranger|desde el extranjero|"
            "digital nomad",
            r"work(?:ing)? (?:from )?abroad|(?:weeks|days|months) (?:a year )?(?:working )?(?:from )?abroad|"
            r"workations?|work[- ]from[- ]"
            r"anywhere (?:weeks?|days?|policy)|(?:remote|arbeiten|homeoffice|tage|"
            r"wochen)(?: \w{1,12}){0,3} (?:aus dem|im) (?:eu-)?ausland|"
            r"travailler (?:depuis|à) l'étranger|trabajar desde el extranjero",
            unless=r"travel\w{0,4} abroad|studied",
        )
    ),
    "learning budget": Worded(
        wording(
            "learning|training budget|tuition|education|development budget|weiterbildung|fortbildung|"
            "conference|formation|"
            "formación|personal development|professional development|coaching",
            r"(?:learning|training|education(?:al)?|(?:personal |professional )?development|l&d|conference|"
            r"book)(?: and development| & "
            r"development)? (?:budget|allowance|stipend|fund|assistance|reimbursement)|tuition (?:assistance|"
            r"reimbursement|support)|"
            r"(?:paid|free) (?:training|courses|certifications?)|conference (?:attendance|tickets)",
            r"(?:weiter|fort)bildungs?(?:budget|möglichkeiten|angebote?|programme?|maßnahmen|zuschuss)|"
            r"(?:individuelle|regelmäßige|"
            r"umfangreiche|vielfältige|interne|externe)[nrs]? (?:und externe[n]? )?(?:weiter|"
            r"fort)bildung(?:en|s\w{1,15})?",
            r"budget (?:de )?formation|formations? (?:continues?|prises? en charge)|(?:presupuesto|"
            r"ayuda) (?:de|para) formaci[óo]n|"
            r"formaci[óo]n (?:continua|a cargo de la empresa)",
            unless=r"manag\w{1,4} (?:the )?(?:training|learning)|customers?|clients?|students?|"
            r"develop\w{0,3} (?:training|learning)",
        ),
        wording(
            "training|learning|professional development|weiterbildung|fortbildung|formation|formación",
            r"professional development|(?:weiter|fort)bildung\w{0,3}",
            unless=r"abgeschlossene|ausbildung|degree",
        ),
    ),
    "home-office budget": Worded(
        wording(
            "home office|home-office|homeoffice|wfh|remote work|work from home|equipment|télétravail|"
            "teletrabajo|internet",
            r"(?:home[- ]?office|wfh|remote(?: work(?:ing)?)?|work(?:ing)?[- ]from[- ]home|equipment|internet|"
            r"phone and internet)"
            r"(?: set-?up| equipment| furniture)? (?:budget|allowance|stipend|fund|reimbursement|pauschale|"
            r"zuschuss|ausstattung)|"
            r"(?:home-?office-?)(?:pauschale|zuschuss|budget|ausstattung)|(?:prime|indemnité|"
            r"forfait)(?: de)? télétravail|"
            r"(?:ayuda|compensaci[óo]n|kit)(?: de| por| para)?(?: el)? teletrabajo",
        )
    ),
    "relocation": Worded(
        wording(
            "relocation|relocate|umzug|mobilité|reubicación|déménagement|traslado",
            r"relocation (?:assistance\w{0,3}|support|package|allowance|bonus|help|budget|reimbursement|"
            r"benefits?|services?|expenses|aid)|"
            r"(?:help|support|assist)\w{0,3}(?: \w{1,12}){0,3} relocat(?:e|ion|ing)|umzugs(?:hilfe|"
            r"unterstützung|zuschuss|kosten\w{0,12})|"
            r"(?:unterstützung|hilfe)(?: \w{1,12}){0,2} umzug|aide (?:à la mobilité|au déménagement|à l'installation)|"
            r"(?:ayuda|paquete|apoyo)(?: \w{1,12}){0,2} (?:reubicaci[óo]n|traslado)",
            unless=r"clients?|customers?|responsibility of|own expense|eigene kosten|"
            r"willing\w{0,4} to relocate",
        )
    ),
    "childcare": Worded(
        wording(
            "childcare|child care|nursery|daycare|day care|kinderbetreuung|*kita|kita|kindergarten|crèche|guardería|"
            "backup care|dependent care",
            r"(?:childcare|child care|nursery|daycare|day care|backup care|"
            r"dependent care)(?: \w{1,12})? (?:support|vouchers?|subsid\w{1,3}|"
            r"assistance|benefits?|allowance|stipend|scheme|fsa|reimbursement|discount)|(?:on-?site|free|"
            r"subsidi[sz]ed|emergency|back-?up) "
            r"(?:childcare|child care|nursery|daycare|care)|kinderbetreuungs?(?:zuschuss|kosten\w{0,9}|"
            r"angebot|möglichkeiten)?|"
            r"(?:betriebs-?)?kita(?:-?zuschuss|-?platz|-?plätze)|kindergarten(?:zuschuss|kosten\w{0,9})|"
            r"(?:place\w{0,1} en |berceaux? en )"
            r"?crèche|(?:cheque|ticket|ayuda)s? (?:de )?guarder[íi]a",
            unless=r"children in our|experience|license\w{0,1}|workers?|erzieher\w{0,5}|"
            r"provide\w{0,1} childcare|teachers?",
        )
    ),
    "company car": Worded(
        wording(
            "company car|company vehicle|car allowance|firmenwagen|dienstwagen|firmenfahrzeug|dienstfahrzeug|"
            "voiture de|"
            "véhicule de|coche de empresa|vehículo de empresa|company-provided vehicle|company truck",
            r"company (?:car|vehicle|truck|van)|company-provided vehicle|car allowance|(?:firmen|"
            r"dienst)(?:wagen|fahrzeuge?)\w{0,2}|"
            r"(?:voiture|véhicule) de (?:fonction|service|société)|(?:coche|veh[íi]culo) de empresa",
            unless=r"fleet|drive company|operat\w{1,3}|clean\w{0,3}|safely|maintain\w{0,3}|accidents?|license",
        )
    ),
    "transport": Worded(
        wording(
            "commut|transit|jobticket|job-ticket|*ticket|deutschlandticket|öpnv|bvg|navigo|transport|parking|"
            "fahrtkosten|"
            "season ticket|*zuschuss|plus de transporte|pass ",
            r"(?:commuter|commuting|transit|transportation|travel|parking|"
            r"season ticket)(?: and parking)? (?:benefits?|allowance|stipend|"
            r"pass|reimbursement|loans?|subsid\w{1,3}|assistance)|(?:free|paid|subsidi[sz]ed|"
            r"on-?site) (?:parking|public transport\w{0,5})|"
            r"job-?tickets?|deutschland-?ticket|d-ticket|bvg-ticket|öpnv(?:-\w{1,15})?|fahrt(?:kosten|"
            r"geld)(?:zuschuss|erstattung|"
            r"übernahme)|(?:prise en charge|remboursement)[^.\n]{0,40}(?:transports?|navigo|abonnement)|"
            r"(?:ayuda|plus) (?:de|al) transporte",
            unless=r"clients?|customers?|travel reimbursement for|patients?|"
            r"public transport\w{0,5} (?:company|sector|project)",
        )
    ),
    "bicycle": Worded(
        wording(
            "jobrad|job-rad|bike|bicycle|cycle|fahrrad|e-bike|vélo|dienstrad|bici",
            r"job-?rad\w{0,10}|bike[- ]?leasing|(?:bike|bicycle|cycle)[- ](?:to[- ]work|lease|scheme|"
            r"allowance)\w{0,4}|(?:fahrrad|e-bike|"
            r"dienstrad|rad)-?leasing|dienstr[äa]de?r?|forfait mobilités? durables?|vélo de fonction",
        )
    ),
    "meals": Worded(
        wording(
            "lunch|meal|snack|kantine|*essens|essen|verpflegung|obstkorb|mittag|ticket restaurant|titres-restaurant|"
            "tickets restaurant|ticket-restaurant|titre restaurant|tarjeta restaurante|cheque restaurante|"
            "catered|free food|canteen|"
            "getränke|carte swile|panier repas|food |breakfast|tickets-restaurant|cantine",
            r"(?:free|catered|subsidi[sz]ed|daily|weekly|team|complimentary|"
            r"company)(?: \w{1,12})? (?:lunch(?:es)?|meals?|breakfasts?|snacks?|"
            r"food|canteen)|(?:meal|lunch|food) (?:vouchers?|allowance|stipend|card|discounts?|budget)|"
            r"lunches? (?:provided|on us)|snacks "
            r"(?:and|&) (?:drinks|beverages|coffee)|(?:betriebs)?kantine|(?:essens|verpflegungs|"
            r"mittags)(?:zuschuss|geld|gutscheine?|"
            r"zulage)|essenszuschüsse|obstkorb|(?:kostenlose|kostenfreie|freie|"
            r"gratis)[ns]? (?:\w{1,15},? (?:und |& )?){0,3}(?:getränke|"
            r"snacks|obst|verpflegung|mittagessen|mahlzeiten|kaffee)|(?:tickets?|titres?|carte|ch[èe]ques?|"
            r"tarjeta)[- ]?(?:de )?"
            r"(?:restaurante?s?|repas|swile)|panier repas|comedor",
            unless=r"prepar\w{1,6}|serv(?:e|ing)|patients?|residents?|guests?|breaks?|cook\w{0,3}|gäste|clients?",
        )
    ),
    "sabbatical": Worded(
        wording(
            "sabbatical|año sabático|sabbat",
            r"sabbaticals?(?: (?:leave|program(?:me)?|option|möglichkeit))?|congé sabbatique|"
            r"(?:año|excedencia) sab[áa]tic[oa]|sabbatjahr",
        )
    ),
    "sports": Worded(
        wording(
            "gym|wellpass|urban sports|fitness|egym|sport|gympass|wellhub|gimnasio|hansefit|classpass|salle de sport|"
            "qualitrain|firmenfitness|yoga",
            r"(?:gym|fitness|sports?|yoga|wellness)(?: club| studio)? (?:membership|discounts?|allowance|"
            r"stipend|classes|budget|benefits?|"
            r"subsid\w{1,3}|reimbursement|access|card)s?|(?:on-?site|free|company|corporate|discounted|"
            r"subsidi[sz]ed) (?:gym|fitness)|"
            r"(?:egym )?wellpass|urban sports(?: club)?|gympass|wellhub|classpass|hansefit|qualitrain|"
            r"(?:firmen|betriebs)(?:fitness|"
            r"sport)|fitness-?(?:studio\w{0,3}|angebote?|zuschuss|mitgliedschaft|kooperation\w{0,2})|"
            r"sport(?:angebote?|kurse|programm)|"
            r"(?:abonnement|salle|accès)(?: \w{1,12}){0,3} (?:de )?sport|(?:ayuda|"
            r"descuento)\w{0,1}(?: \w{1,12}){0,2} gimnasio",
            unless=r"trainers?|instructors?|members of our|teach\w{0,3}|kunden|customers?|sell\w{0,3}",
        )
    ),
    "mental health": Worded(
        wording(
            "mental health|eap|employee assistance|wellbeing|well-being|wellness|therapy sessions|counsel|"
            "headspace|calm|"
            "mentale gesundheit|bien-être",
            r"mental[- ]?(?:health|wellness)(?: and \w{1,12})? (?:support|days?|benefits?|program(?:me)?s?|"
            r"resources|coverage|services|"
            r"stipend)|employee assistance program(?:me)?|eap|(?:wellbeing|well-being|wellness) (?:budget|"
            r"allowance|stipend|days?|"
            r"program(?:me)?|benefits?|fund)|(?:free )?(?:headspace|calm|openup|"
            r"nilo)(?:\.health)?(?: subscription)?|(?:angebote|"
            r"unterstützung)(?: \w{1,12}){0,2} mentale[nr]? gesundheit",
            unless=r"clients?|patients?|deliver\w{0,3}|clinic\w{0,4}|experience|stay calm|calm and|"
            r"remain calm|calm under|youth|students?",
        )
    ),
    "discounts": Worded(
        wording(
            "discount|corporate benefits|mitarbeiterrabatt|*rabatt|vergünstigung|remise|descuento|mitarbeiterangebote",
            r"(?:employee|staff|product|company|associate|merchandise|retail|store|team member|"
            r"partner)(?: \w{1,12})? discounts?|discounts? "
            r"(?:on|for) (?:\w{1,12},? ){0,3}(?:products?|services|hotels|travel|employees|gym|tickets|"
            r"merchandise)|corporate benefits|"
            r"(?:mitarbeiter|personal)(?:rabatte?n?|vergünstigung\w{0,2}|angebote)|(?:attraktive|"
            r"exklusive)[nr]? (?:rabatte?n?|"
            r"vergünstigungen|mitarbeiterrabatte?n?)|(?:remises?|réductions?)(?: \w{1,12}){0,2} (?:salariés?|"
            r"personnel|collaborateurs?)|"
            r"descuentos? (?:para|de) empleados?",
            unless=r"customers?|clients?|apply\w{0,3} discounts|pricing|kunden|negotiat\w{1,4}",
        )
    ),
    "volunteer days": Worded(
        wording(
            "volunteer|volunteering|ehrenamt|social day|jours de bénévolat|voluntariado",
            r"(?:paid )?volunteer(?:ing)? (?:days?|time|hours|leave|time off|pto)|paid volunteering|"
            r"social days?|(?:freistellung|tage?)"
            r"(?: \w{1,12}){0,3} ehrenamt\w{0,8}|jours? de bénévolat|(?:d[íi]as?|horas?) de voluntariado",
            unless=r"coordinat\w{1,5}|manag\w{1,4}",
        )
    ),
}

OFFERED = words(
    r"benefits?|perks?|what we offer|we(?:'ll| will| also)? (?:offer|provide|give)|you(?:'ll| will|"
    r" can)? (?:get|receive|enjoy|be offered)|"
    r"our offer|compensation|package|eligible|why (?:join|work|you)|in it for you|rewards?|includ(?:e|es|ing)|"
    r"company offers|entitled|"
    r"salary",
    r"wir bieten(?: dir| ihnen)?|(?:wir|dir|ihnen) geboten|bieten wir|unser angebot|deine vorteile|"
    r"ihre vorteile|was wir bieten|"
    r"dich erwartet|freu dich auf|unsere leistungen|darauf kannst du dich freuen|das bekommst du|vorteile|"
    r"das bieten wir",
    r"nous (?:offrons|proposons|vous offrons|vous proposons)|avantages|ce que (?:nous|l'on|on) (?:offr|"
    r"propos)\w{1,4}|rémunération|"
    r"vous bénéfici\w{1,4}|ofrecemos|beneficios|te ofrecemos|qu[ée] ofrecemos|condiciones|disfrutar[áa]s",
)
ASKED = words(
    r"responsibilit(?:y|ies)|requirements?|qualifications|what you(?:'ll| will)? (?:do|need|bring)|"
    r"your (?:role|tasks|profile|mission|"
    r"skills)|you (?:have|bring|are)|experience|knowledge|about (?:us|the company)|must have|nice to have|duties",
    r"aufgaben|anforderungen|dein profil|ihr profil|qualifikation\w{0,2}|das bringst du mit|voraussetzungen|erfahrung",
    r"missions|profil recherch\w{1,2}|compétences|votre profil|expérience|funciones|requisitos|"
    r"responsabilidades|experiencia|tu perfil",
)
DENIED_BEFORE = words(
    r"(?:no|without|neither|nor|zero|kein\w{0,2}|ohne|weder|sans|aucune?s?|pas de|pas d'|sin|ning[úu]n\w{0,2})"
    r"(?: (?!cost|only|s[óo]lo|premium|charge|deductible|limit|cap)[\w'-]{1,20}(?: (?:or|nor|oder|noch|ni|ou|"
    r"o))?){0,2} ?",
    r"(?:do|does|is|are|will|can|would)(?: not|n't)(?: be| currently| yet)? (?:offer|provide|include|"
    r"eligible for|entitled to|come with|"
    r"cover|pay)[^.;:\n]{0,40}",
    r"(?:not|n't|cannot)(?: currently)? (?:offer|provide|include|eligible for|entitled to|cover)[^.;:\n]{0,40}",
)
DENIED_AFTER = words(
    r"(?:is|are|will be|'s)(?: currently| yet)?(?: not|n't)|not (?:included|offered|provided|available|"
    r"covered|eligible)|"
    r"(?:wird|werden|ist|sind) (?:leider )?nicht|nicht (?:vorgesehen|möglich|enthalten)|n'est pas|ne sont pas|"
    r"no (?:est[áa]|se)"
)
NEAR = 60

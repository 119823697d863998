"""Does a line name a job? "Senior Backend Engineer", "Pflegefachkraft (m/w/d)", "Chargé de clientèle" do.

Pure. Called by the readers that find postings on pages without structured data: `read.article`, `read.sections`,
`read.records`, and `boards.parts.links`. A line is a role if it is as short as a title and holds a word for somebody
who does something, in the singular: "Engineers" heads a category. Languages without a list here are known by their
gender marks. To extend: a word in ROLES, an ending of compounds in ENDINGS, the opening of a line that is no title in
NO_TITLE.
"""

from __future__ import annotations

import re

ROLES = """
accountant actor actuary adjuster administrator admin adviser advisor advocate agent ambassador analyst
anesthesiologist animator apprentice appraiser architect archivist artist assembler assessor assistant associate
attendant attorney auditor author baker banker barber barista bartender biller biologist bookkeeper broker builder
butcher buyer captain caregiver caretaker carpenter cashier chair chairman chaplain chauffeur chef chemist chief ciso
clerk clinician coach coder collector commander comptroller concierge conductor consultant contractor controller cook
cto cfo ceo coo cmo coordinator co-ordinator copywriter counsel counselor counsellor courier curator custodian dancer
dean dealer dentist deputy designer detailer developer devops dietitian director dispatcher doctor drafter draftsman
driver economist editor educator electrician engineer epidemiologist estimator examiner executive expert fabricator
facilitator faculty farmer fellow fellowship firefighter fitter florist foreman founder fullstack fundraiser gardener
generalist geologist geophysicist grinder groomer guard guide hairdresser handyman head helper host hostess
housekeeper hygienist illustrator inspector installer instructor intern internship interpreter investigator janitor
jeweler journalist journeyman judge labeler laborer labourer landscaper lawyer lead leader lecturer liaison librarian
lifeguard lineman linguist loader locksmith machinist maintainer maker manager mason master masseur mathematician
mechanic merchandiser messenger microbiologist midwife millwright miner moderator mover musician nanny negotiator
neurologist nurse nutritionist officer operative operator optician optometrist orderly owner packer painter paralegal
paramedic partner pathologist pediatrician performer pharmacist phlebotomist photographer physician physicist
physiotherapist picker pilot pipefitter planner plumber policeman porter postdoc postdoctoral practitioner preparer
president principal processor producer professor programmer promoter proofreader provider provost psychiatrist
psychologist publicist purchaser quant radiographer radiologist ranger realtor receptionist recruiter registrar rep
representative reporter researcher reservist retoucher reviewer rigger roofer runner sailor salesman salesperson
scheduler scientist scout scribe sculptor seamstress secretary server setter shepherd shipper sitter solicitor
sonographer sourcer specialist sre stager statistician steward stewardess stocker strategist student stylist
substitute superintendent supervisor surgeon surveyor sweeper tailor teacher teamlead technician technologist
telemarketer teller tester therapist toolmaker trader trainee trainer translator transporter treasurer tutor
underwriter undertaker usher valet vendor veterinarian vice vp videographer waiter waitress warehouseman watchman
welder woodworker worker writer zookeeper pca cna lpn rn lvn swe sde analystin angestellte angestellter anwalt
anwältin architektin arzt ärztin assistent assistentin assistenz aushilfe auszubildende auszubildender azubi bäcker
bauleiter bauleiterin beamter beauftragte beauftragter berater beraterin betreuer betreuerin bibliothekar buchhalter
buchhalterin chefarzt chemiker controllerin dozent dozentin dreher einkäufer einkäuferin elektriker elektroniker
elektronikerin entwickler entwicklerin erzieher erzieherin fahrer fahrerin fachinformatiker fachkraft facharbeiter
fachangestellte fachangestellter friseur geschäftsführer geschäftsführerin gärtner hausmeister hilfskraft informatiker
ingenieur ingenieurin jurist juristin kassierer kaufmann kauffrau kellner koch köchin konstrukteur konstrukteurin
koordinator koordinatorin krankenpfleger krankenschwester kraftfahrer kundenberater lagerist lehrer lehrerin leiter
leiterin leitung logopäde maler maschinist maschinenführer mechaniker mechatroniker mechatronikerin meister
mitarbeiter mitarbeiterin mitarbeitende metzger monteur pfleger pflegerin pflegefachfrau pflegefachkraft
pflegefachmann physiker praktikant praktikantin praktikum programmierer projektleiter projektleiterin projektleitung
prüfer psychologe psychologin redakteur redakteurin referendar referent referentin reinigungskraft sachbearbeiter
sachbearbeiterin sachbearbeitung schlosser schreiner schweißer sekretär sekretärin servicekraft softwareentwickler
sozialarbeiter sozialpädagoge spezialist spezialistin steuerberater steuerfachangestellte techniker technikerin
tischler trainerin verkäufer verkäuferin vertriebler volontär volontariat vorarbeiter werkstudent werkstudentin
wissenschaftler wissenschaftlerin zerspanungsmechaniker zimmermann zugbegleiter ausbildung abschlussarbeit
masterarbeit bachelorarbeit minijob acheteur acheteuse administrateur administratrice agente aide-soignant
aide-soignante alternance alternant alternante analyste animateur animatrice apprenti apprentie apprentissage
assistante avocat avocate boucher boulanger caissier caissière chargé chargée cheffe chirurgien comptable concepteur
conceptrice conducteur conductrice conseiller conseillère consultante contrôleur coordinateur coordinatrice
coordonnateur cuisinier cuisinière dessinateur développeur développeuse directeur directrice éducateur éducatrice
électricien électromécanicien employé employée enseignant enseignante expert-comptable formateur formatrice
gestionnaire gérant graphiste hôte hôtesse infirmier infirmière ingénieur ingénieure inspecteur installateur juriste
livreur magasinier maçon mécanicien médecin menuisier négociateur opérateur opératrice ouvrier peintre pharmacien
plombier préparateur préparatrice professeur psychologue rédacteur rédactrice responsable secrétaire serveur serveuse
soudeur spécialiste stagiaire superviseur technicien technicienne télévendeur testeur vendeur vendeuse vétérinaire
abogado abogada administrador administradora administrativo administrativa albañil analista arquitecto arquitecta
asesor asesora asistente auxiliar ayudante becario becaria cajero cajera camarero camarera camionero carpintero
científico cocinero cocinera comercial conductora consultor consultora contable coordinador coordinadora dependiente
dependienta desarrollador desarrolladora diseñador diseñadora ejecutivo ejecutiva electricista encargado encargada
enfermero enfermera especialista farmacéutico formador gerente gestor gestora ingeniero ingeniera instalador
investigador investigadora jefe jefa licenciado limpiador maestro mecánico médico mozo oficial operador operario
operaria peón perito prácticas profesor profesora programador programadora psicólogo psicóloga recepcionista reponedor
representante secretario soldador supervisora técnico técnica teleoperador teleoperadora vendedor vendedora
veterinario addetto addetta amministratore apprendista architetto assistente autista avvocato cameriere cameriera capo
commesso commessa consulente contabile coordinatore cuoco direttore disegnatore educatore elettricista esperto
farmacista fisioterapista idraulico impiegato impiegata infermiere infermiera ingegnere insegnante magazziniere
manutentore meccanico medico montatore muratore operaio operaia operatore operatrice progettista programmatore
psicologo redattore responsabile ricercatore saldatore segretario segretaria specialista stagista tecnico tirocinante
tirocinio verniciatore advogado arquiteto atendente ajudante caixa comprador contador coordenador coordenadora
cozinheiro desenvolvedor desenvolvedora diretor eletricista encarregado enfermeiro enfermeira engenheiro engenheira
estagiário estagiária estágio farmacêutico garçom líder mecânico motorista operadora pedreiro pesquisador professora
repositor accountmanager adviseur ambtenaar analist arts bakker bedrijfsleider begeleider beheerder beleidsmedewerker
boekhouder conciërge consulent coördinator docent elektricien elektromonteur fysiotherapeut gastheer gastvrouw
hovenier inkoper kok kwaliteitsmedewerker leerkracht leidinggevende medewerker medewerkster onderzoeker ontwerper
ontwikkelaar oproepkracht politieagent productiemedewerker programmeur projectleider projectmanager psycholoog
schilder schoonmaker slager stagiair stukadoor teamleider timmerman uitvoerder verkoper verpleegkundige verzorgende
vrachtwagenchauffeur werkvoorbereider winkelmedewerker zorgkundige administratör arkitekt barnskötare biträde
butikschef butikssäljare chaufför ekonom ekonomiassistent förskollärare forskare handläggare ingenjör inköpare kock
kundtjänst kundtjänstmedarbetare lagerarbetare läkare lärare ledare mekaniker medarbetare montör personlig
projektledare psykolog redovisningsekonom samordnare säljare servitör servitris sjuksköterska snickare
socialsekreterare städare svetsare systemutvecklare tandläkare tekniker undersköterska utvecklare vikarie
afdelingsleder bogholder chauffør elev ingeniør jordemoder konsulent køkkenmedarbejder lærer leder læge
maskiniingeniør medarbejder montør pædagog projektleder rådgiver sagsbehandler salgsassistent smed studentermedhjælper
sygeplejerske tandlæge udvikler underviser økonom avdelingsleder butikkmedarbeider kokk lærling lege medarbeider
prosjektleder saksbehandler selger sykepleier utvikler vernepleier administrátor analytik architekt asistent
asistentka brigádník brigáda dělník dispečer ekonomka elektrikář fakturant inženýr konstruktér konzultant kontrolor
koordinátor kuchař lékař lékárník manažer manažerka mechanik mistr montér obchodník obsluha operátor operátorka
personalista plánovač pokladní pracovník pracovnice právník prodavač prodavačka programátor projektant recepční
ředitel řidič sestra seřizovač skladník specialistka správce stážista svářeč technik technolog účetní učitel učitelka
uklízečka vedoucí vývojář zámečník zástupce analityk asystent asystentka brygadzista doradca dyrektor elektryk
fizjoterapeuta handlowiec informatyk inżynier kasjer kelner kierowca kierownik konsultant kontroler koordynator
kosmetyczka księgowa księgowy kucharz lekarz magazynier menedżer menadżer monter nauczyciel opiekun opiekunka
pielęgniarka pracownik prawnik programista przedstawiciel psycholog recepcjonista rekruter serwisant specjalista
spawacz sprzedawca stażysta staż ślusarz handler aide keyholder navigator professional avp svp evp rvp hrbp
creator walker craftsman doula eng creative cosmetologist psychotherapist mammographer gouvernante danışmanı redacteur
opzichter configurator integrator instructeur beveiliger kraanmachinist engr tradesperson cleaner drywaller
estheticist esthetician groundskeeper hostler insulator interventionist lifter linesman marketer mentor modeler
modeller neurosurgeon oncologist opener ophthalmologist organizer pastor podiatrist programme-manager sommelier
splicer tattooist teammate typist valuer wrangler yardman sdet sdr bdr csm tpm pmo sysadmin dba scrum-master
evangelist ethnographer geneticist hydrologist metallurgist toxicologist virologist archaeologist anthropologist
sociologist criminologist cartographer choreographer composer conservator
"""
WORDS = frozenset(ROLES.split())
_WEAK = """
chair guide host lead master model partner principal rep runner server setter vice fellow pro
"""
WEAK = frozenset(_WEAK.split())
"""Words that name a job only beside another word."""
ENDINGS = (
    *("ingenieur", "ingenieurin", "entwickler", "entwicklerin", "techniker", "technikerin", "mechaniker", "leiter"),
    *("leiterin", "leitung", "berater", "beraterin", "fachkraft", "assistent", "assistentin", "assistenz", "manager"),
    *("managerin", "arbeiter", "arbeiterin", "mitarbeiter", "mitarbeiterin", "verkäufer", "verkäuferin", "führer"),
    *("führerin", "fahrer", "fahrerin", "meister", "meisterin", "pfleger", "pflegerin", "arzt", "ärztin", "kraft"),
    *("kaufmann", "kauffrau", "kaufleute", "bearbeiter", "bearbeiterin", "sachbearbeitung", "referent", "referentin"),
    *("spezialist", "spezialistin", "konstrukteur", "informatiker", "elektroniker", "monteur", "betreuer", "student"),
    *("beauftragte", "beauftragter", "angestellte", "angestellter", "redakteur", "planer", "planerin", "bauer"),
    *("medewerker", "ontwikkelaar", "beheerder", "leider", "verpleegkundige", "adviseur", "begeleider", "specialist"),
    *("utvecklare", "ingenjör", "chef", "ledare", "säljare", "tekniker", "assistent", "medarbetare", "sköterska"),
    *("medarbejder", "konsulent", "leder", "arbeider", "praktikum", "praktikant", "praktikantin", "schlosser"),
)
GENDER = re.compile(
    r"[(\[|,–-]\s?(?:m|w|f|d|x|h|k|i|all genders|gn|h/f|f/h|m/f|f/m|m/w|w/m)(?:\s?[/|,]\s?(?:m|w|f|d|x|h|v|i|k|div|gn))"
    r"{0,3}\s?[)\]]?(?:$|[\s)])|\b[mwf]\s?/\s?[mwfd]\s?/\s?[dxi]\b|\b(?:h/f|f/h|m/v|v/m)\b|[*:_]in\b|/-?in\b|\(in\)|"
    r"\ball genders\b",
    re.IGNORECASE,
)
"""How titles address everybody: (m/w/d), H/F, Entwickler:in, all genders."""
WORD = re.compile(r"[^\W\d_]+")
NO_TITLE = re.compile(
    r"^(?:meet|our|your|how|why|what|when|where|who|about|become|join|interview|contact|welcome|the|a day|life|working|"
    r"learn|find|see|view|read|apply|share|related|similar|other|more|all|search|for|we|you|i|if|do|does|is|are|as|"
    r"this|"
    r"these|in|with|from|to|let|get|unser\w{0,2}|wir|so|warum|wie|was|über|deine?|dein|ihre?|nos|notre|nous|votre|vous|"
    r"using|determining|creating|getting|writing|running|setting|configuring|choosing|hiring|becoming|being|"
    r"introduc\w{1,6}|"
    r"understanding|making|finding|adding|pourquoi|comment|nuestr[oa]s?|somos|por qué|cómo|tu|su|posted|reports?|"
    r"role|position|job)\b",
    re.IGNORECASE,
)
NEWS = re.compile(
    r"\b(?:appoints?|appointed|joins|joined|named (?:as|new|to|chief)|hires|hired|announc(?:es?|ed)|wins|won|"
    r"launch(?:es|ed)|welcom(?:es?|ed)|"
    r"promotes|promoted|interviews?|says|talks|explains|shares|course|certification|certificate|template|webinar|"
    r"salaries|"
    r"resume|questions|webinars?|definition|spotlight|alumni)\b",
    re.IGNORECASE,
)
"""What a heading speaks of that is about somebody's job, but offers none."""
SENTENCE = re.compile(r"[^\W\d_]{4}[.!?…]\s+[^\W\d_]|[!?…:;]$|[^\W\d_]{4}\.$")
MOST_WORDS = 16
LONGEST = 140


CODE = re.compile(r"[{}<>=;]|\(\)|::|->|`")
CAPITALISED = 0.5
"""The part of the longer words of a title that begin with a capital, where no heading marks it as one."""


def is_title(line: str) -> bool:
    """Is this line, that nothing marks as a heading, the title of a job? It is written like one, too."""
    words = [word for word in WORD.findall(line) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return is_role(line) and line[:1].upper() == line[:1] and capitals >= CAPITALISED * len(words)


def is_role(line: str) -> bool:
    """Is this line, as a whole, the title of a job?"""
    text = line.strip()
    if not 2 < len(text) <= LONGEST or not (text[0].isalnum() or text[0] in "([") or CODE.search(text):
        return False
    if GENDER.search(text):
        return True
    if SENTENCE.search(text) or NEWS.search(text) or (NO_TITLE.match(text) and not text.lower().startswith("ingen")):
        return False
    words = WORD.findall(text.casefold())
    return 0 < len(words) <= MOST_WORDS and any(_does(word) and (len(words) > 1 or word not in WEAK) for word in words)


def _does(word: str) -> bool:
    """Is this word one for somebody who does something?"""
    return word in WORDS or word.endswith(ENDINGS)

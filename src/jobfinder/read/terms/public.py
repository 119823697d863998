"""Skills: teaching, research, public administration, politics, media.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

TEACHING = """
Lesson Planning: unterrichtsplanung, lesson plans, unterrichtsvorbereitung, planification de cours, lesson plan, planificación de clases
Classroom Management: klassenführung, gestion de classe, gestión del aula, klassenleitung
Curriculum Development: lehrplanentwicklung, curriculum planning, curriculumentwicklung, course design, course development
Student Assessment: leistungsbewertung, formative assessment, évaluation des élèves, student assessments, pupil assessment, marking and feedback, assessing students
Differentiated Instruction: binnendifferenzierung
Special Education: sonderpädagogik, förderpädagogik, éducation spécialisée, educación especial, special needs education, special educational needs, special needs, =SEN, =SENCO, sonderpädagogische förderung
Individualized Education Program: =IEP, =IEPs, förderplan, förderpläne
Early Childhood Education: frühpädagogik, elementarpädagogik, early years, =EYFS, petite enfance, educación infantil, erzieherin, staatlich anerkannte erzieherin, preschool teaching
Primary Education: grundschullehramt, elementary education, enseignement primaire, educación primaria
Secondary Education: sekundarstufe, enseignement secondaire, educación secundaria
Adult Education: erwachsenenbildung, formation des adultes
Vocational Training: ausbildereignung, =AdA, =AEVO, ausbilderschein
Higher Education Teaching: university teaching, hochschullehre, lecturing
Teaching License: teaching certificate, teaching certification, staatsexamen lehramt, =PGCE, =QTS, teaching credential, state teaching certification
Tutoring: nachhilfe, soutien scolaire, clases particulares
ESL: =ESL, =TESOL, =TEFL, =CELTA, =EFL, english as a second language, teaching english
German as a Foreign Language: deutsch als fremdsprache, =DaF, =DaZ, deutsch als zweitsprache
French as a Foreign Language: français langue étrangère, =FLE
Mathematics Teaching: mathematikunterricht, teaching mathematics
Science Teaching: =STEM education, mint-bildung
Music Education: musikunterricht, music teaching, musikpädagogik
Physical Education: sportunterricht, éducation physique
Art Education: kunstunterricht, art therapy, kunsttherapie
Montessori: montessori education
Inclusive Education: schulbegleitung, integrationshilfe
School Administration: schulleitung, educational leadership
Guidance Counseling: school counseling, career counseling, berufsberatung, academic advising
Train the Trainer:
Workshop Facilitation: facilitating workshops, workshop-moderation, workshops moderieren
Moodle:
Canvas LMS: instructure canvas
Blackboard Learn:
Google Classroom:
Educational Technology: edtech tools
Behavior Management: behaviour management, behavior support, managing behaviour, positive behaviour support
Literacy Instruction: phonics, reading instruction, early literacy, teaching reading, leseförderung
Swimming Instruction: schwimmunterricht, swim lessons
Driving Instruction: fahrlehrer
"""

RESEARCH = """
Academic Research: wissenschaftliche forschung, scientific research, recherche scientifique
Qualitative Research: qualitative forschung, qualitative methods, focus groups
Quantitative Research: quantitative methods, quantitative forschung
Survey Design: surveys design, umfragedesign, survey research, fragebogendesign
Peer Review: peer-reviewed publications
Third-Party Funding: drittmittelakquise, drittmitteleinwerbung
Ethnography: ethnographic research
Archival Work: archivwesen, archivistik
Library Science: bibliothekswesen, cataloging, bibliothéconomie
Museum Work: museumspädagogik, kuratieren
Citation Management: zotero, endnote, mendeley
NVivo: =NVivo, maxqda, atlas.ti
Qualtrics: surveymonkey
"""

ADMINISTRATION = """
Public Administration: öffentliche verwaltung, verwaltungsfachangestellte, administration publique, administración pública, verwaltungswissenschaft
Public Policy:
Government Relations: lobbying, public affairs, affaires publiques, asuntos públicos
International Development: entwicklungszusammenarbeit, humanitarian aid, coopération internationale, cooperación internacional
Monitoring and Evaluation: monitoring & evaluation, =M&E
Program Evaluation: programme evaluation
Emergency Management: katastrophenschutz, emergency preparedness
Police Work: maintien de l'ordre
Fraud Investigations: criminal investigations, workplace investigations
Land Registry: grundbuch, grundbuchrecht
E-Government: egovernment, onlinezugangsgesetz, =OZG, e-akte
"""

MEDIA = """
Journalism: journalismus, journalisme, periodismo
Editorial Work: redaktionelle arbeit
News Writing: news reporting
Screenwriting: scriptwriting, drehbuch
Radio Broadcasting: live broadcasting
Video Production: videoproduktion, videography, production vidéo, producción de video, video shooting
Live Streaming: livestreaming, obs studio
Camera Operation: kameraführung, camera work
Photography: photographie, fotografía
Photo Editing: bildbearbeitung, image editing, retouching, retusche, retouche photo
Audio Engineering: tontechnik, sound engineering, audio production
Pro Tools:
Ableton Live: ableton
Podcasting: podcast production
Music Production: musikproduktion
Stage Management: bühnentechnik, inspizienz
Subtitling: untertitelung, sous-titrage
Localization: lokalisierung, software localization
CAT Tools: =SDL Trados, trados, memoq
Desktop Publishing: =DTP
Book Publishing: verlagswesen
"""

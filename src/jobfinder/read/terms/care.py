"""Skills: nursing, medicine, laboratory, pharmacy, therapy, social work.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

NURSING = """
Patient Care: patientenversorgung, patientenbetreuung, soins aux patients, atención al paciente, direct patient care, bedside care
Wound Care: wundversorgung, wundmanagement, wundpflege, wound management, wound dressing, wound dressings, pansements, cuidado de heridas, dressing changes, changing dressings, verbandwechsel, verbandswechsel, tissue viability
Triage: =Triage, patient triage, ersteinschätzung, phone triage, telephone triage
Medication Administration: medikamentengabe, medikamentenverabreichung, administering medication, administering medications, administer medications, medication management, administration de médicaments, administración de medicamentos, medikamentenmanagement, medication rounds, drug rounds, drug administration, dispensing medication, giving medication
IV Therapy: iv insertion, infusion therapy, intravenous therapy, infusionstherapie, infusionen, iv infusion, iv start, cannulation, iv cannulation, iv access, iv lines, intravenous infusions
Phlebotomy: blood draws, blutentnahme, blutentnahmen, venipuncture, prise de sang, prises de sang, venopunktion, drawing blood, taking blood, blutabnahme, blood sampling
Injections: injektionen, intramuscular injections
Vital Signs: vitalzeichen, vitalzeichenkontrolle, vitalparameter, taking vitals, signes vitaux, signos vitales, vital signs monitoring, monitoring vital signs
Catheterization: katheterisierung, urinary catheters, catheter care, blasenkatheter, catheter insertion
Intensive Care: =ICU, intensivpflege, intensivstation, critical care, soins intensifs, cuidados intensivos, intensivmedizin
NICU: =NICU, neonatal intensive care
Emergency Care: emergency medicine, notaufnahme, notfallmedizin, emergency department, emergency nursing, emergency room
Operating Room Nursing: op-pflege, perioperative nursing, scrub nurse, operating theatre, bloc opératoire, circulating nurse, perioperative
Anesthesia: anästhesie, anaesthesia, anesthésie, anästhesiepflege, anestesia
PACU: =PACU, aufwachraum, post anesthesia care
Cardiac Telemetry: telemetry nursing, telemetry unit, cardiac monitoring
Ventilator Management: beatmung, beatmungspflege, mechanical ventilation, außerklinische intensivpflege, ventilator care
Tracheostomy Care: tracheostomapflege, tracheostoma
Medical-Surgical Nursing: med-surg, medical surgical
Geriatric Care: altenpflege, geriatrie, geriatrics, elderly care, seniorenbetreuung, gériatrie, geriatría, aged care
Basic Nursing Care: grundpflege, körperpflege, personal care, activities of daily living, =ADLs, =ADL
Treatment Care: behandlungspflege, behandlungspflegen
Dementia Care: demenz, demenzbetreuung, alzheimer's care
Palliative Care: palliativpflege, palliative care nursing, hospice care, hospice, soins palliatifs, palliativmedizin, cuidados paliativos
Home Care: ambulante pflege, home health, häusliche pflege, soins à domicile, home health care
Pediatric Nursing: kinderkrankenpflege, pediatrics, pädiatrie, paediatrics, pédiatrie, pediatría
Midwifery: hebamme, geburtshilfe, labor and delivery, obstetrics, sage-femme, obstetricia
Psychiatric Nursing: mental health nursing, psychiatrie, psychiatrische pflege, psychiatry, psychiatría, behavioral health
Dialysis: dialyse, hemodialysis, hämodialyse, diálisis
Oncology Nursing: onkologische pflege, onkologie, oncologie, oncología, chemotherapy, chemotherapie
Care Planning: pflegeplanung, care plans, care plan, plan de soins
Nursing Documentation: pflegedokumentation, charting, patient charting, clinical documentation, medical documentation, patientendokumentation
Patient Education: patient teaching, patientenedukation, patientenschulung
Patient Assessment: patient assessments, nursing assessment, physical assessment, health assessments
Case Management: fallmanagement
Discharge Planning: entlassmanagement, entlassungsmanagement
Infection Control: infection prevention, hygienemanagement, infektionsschutz, krankenhaushygiene, infection prevention and control
Patient Safety: patientensicherheit
Patient Lifting: patient transfers, patient handling, hoyer lift, mobilisation von patienten
BLS: =BLS, basic life support
ACLS: =ACLS, advanced cardiac life support, advanced cardiovascular life support
PALS: =PALS, pediatric advanced life support
CPR: =CPR, cardiopulmonary resuscitation
TNCC: =TNCC
NRP: =NRP, neonatal resuscitation
CCRN: =CCRN
NCLEX: =NCLEX
RN License: rn licensure, registered nurse license, registered nurse licensure, =RN
LPN License: =LPN, =LVN, licensed practical nurse, licensed vocational nurse
CNA Certification: =CNA, certified nursing assistant
Examined Nurse: examinierte pflegefachkraft, pflegefachkraft, pflegefachfrau, pflegefachmann, gesundheits- und krankenpfleger, gesundheits- und krankenpflegerin, diplôme d'état infirmier, examinierte altenpflegerin
Practical Instruction Nursing: praxisanleitung, praxisanleiter, praxisanleiterin
Epic: =Epic, epic emr, epic ehr, epic systems, epiccare
Cerner: cerner millennium, oracle health
Meditech:
Allscripts:
Athenahealth:
eClinicalWorks:
NextGen Healthcare: nextgen ehr
PointClickCare:
EHR: =EHR, =EMR, =EHRs, electronic health records, electronic medical records, electronic health record, electronic medical record, elektronische patientenakte
Hospital Information Systems: krankenhausinformationssystem, =KIS, orbis kis
Pain Management: schmerztherapie, schmerzmanagement, pain therapy
Post-Operative Care: postoperative care, post-op care, postoperative pflege, post-surgical care
Surgical Nursing: surgical nurse, chirurgische pflege
Fall Prevention: falls prevention, sturzprophylaxe, fall risk assessment
Vaccine Administration: administering vaccines, administering vaccinations, giving vaccinations
"""

MEDICINE = """
Medical Diagnosis: differential diagnosis, differentialdiagnostik
Internal Medicine: innere medizin, médecine interne, medicina interna
General Practice: allgemeinmedizin, family medicine, primary care, médecine générale, hausarztpraxis, medicina familiar
General Surgery: surgical procedures, chirurgie, cirugía, allgemeinchirurgie
Orthopedics: orthopädie, orthopaedics, unfallchirurgie, orthopédie, traumatología
Cardiology: kardiologie, cardiologie, cardiología
Neurology: neurologie, neurología
Radiology: radiologie, radiología, medical imaging, bildgebung, imagerie médicale
Dermatology: dermatologie, dermatología
Gynecology: gynäkologie, gynaecology, gynécologie, ob/gyn, ginecología
Urology: urologie, urología
Ophthalmology: ophthalmologie, augenheilkunde, oftalmología
Gastroenterology: gastroenterologie, endoscopy, endoskopie, colonoscopy
Endocrinology: endokrinologie, diabetology, diabetologie
Pulmonology: pneumologie, respiratory therapy, pulmonary function
Pathology: pathologie, histopathology
Dentistry: zahnmedizin, dental assisting, zahnmedizinische fachangestellte, odontología, dental hygiene, prophylaxe, dentisterie
Orthodontics: kieferorthopädie, orthodontie
Ultrasound: sonographie, sonography, échographie, ecografía, sonografie
MRI: =MRI, =MRT, magnetic resonance imaging
CT Imaging: ct scan, ct scans, computertomographie, computed tomography
X-Ray: x-rays, röntgen, radiography, radiographie, röntgenschein
Electrocardiography: =ECG, =EKG, elektrokardiogramm
EEG: =EEG, electroencephalography
Telemedicine: telemedizin, telehealth, télémédecine, telemedicina
Medical Coding: =ICD-10, icd-10 coding, cpt coding, =CPT codes, medizinische kodierung, =HCPCS, medical coder, kodierfachkraft
Medical Billing: ärztliche abrechnung, =GOÄ, leistungsabrechnung, insurance verification, revenue cycle management, revenue cycle, privatliquidation
Medical Terminology: medizinische terminologie, medizinische fachbegriffe
Medical Assisting: medizinische fachangestellte, praxisorganisation, medical assistant
Prior Authorization: prior authorizations
Utilization Review: utilization management
Paramedicine: rettungsdienst, notfallsanitäter, rettungssanitäter, =EMT, paramedic, ambulancier
Sterile Processing: aufbereitung von medizinprodukten, zsva, sterilization, sterilisation, sterilgutaufbereitung
Veterinary Medicine: tiermedizin, veterinary, tierarzt, médecine vétérinaire, animal handling
Epidemiology: epidemiologie, épidémiologie, epidemiología
Public Health: gesundheitswesen öffentlich, santé publique, salud pública
Physiotherapy: physiotherapie, physical therapy, kinésithérapie, krankengymnastik, fisioterapia
Occupational Therapy: ergotherapie, ergothérapie, terapia ocupacional
Speech Therapy: logopädie, speech-language pathology, orthophonie, logopedia
Manual Therapy: manuelle therapie, lymphdrainage, manuelle lymphdrainage
Rehabilitation Therapy: neurorehabilitation, rehabilitationsmedizin
Sports Medicine: athletic training, sportmedizin, sporttherapie
Massage Therapy: massagetherapie
Nutrition Counseling: ernährungsberatung, dietetics, nutrition therapy, diététique, medical nutrition therapy
Psychotherapy: psychotherapie, cognitive behavioral therapy, verhaltenstherapie, =CBT, psychothérapie
Psychological Counseling: counselling, beratungsgespräche, mental health counseling
Applied Behavior Analysis: aba therapy, behavior intervention plans, =BCBA
Crisis Intervention: krisenintervention, deeskalation
Addiction Counseling: suchthilfe, substance abuse counseling, suchtberatung, substance use disorders
"""

LABORATORY = """
PCR: =PCR, =qPCR, rt-pcr, polymerase chain reaction
HPLC: =HPLC, =UPLC, =UHPLC
Gas Chromatography: =GC-MS, gaschromatographie, =GC/MS
Mass Spectrometry: massenspektrometrie, =LC-MS, =LC-MS/MS, =LC/MS
Chromatography: chromatographie, protein purification, proteinaufreinigung
Spectroscopy: spektroskopie, =FTIR, uv-vis, =NMR, spectroscopie
ELISA: =ELISA
Western Blot: western blots, western blotting
Flow Cytometry: durchflusszytometrie, =FACS, cytométrie en flux
Cell Culture: zellkultur, zellkulturen, mammalian cell culture, culture cellulaire, tissue culture, cultivo celular
Microscopy: mikroskopie, electron microscopy, fluorescence microscopy, =SEM microscopy, microscopie
CRISPR: =CRISPR, gene editing
NGS: =NGS, next generation sequencing, dna sequencing, rna sequencing, =RNA-seq
Cloning: molecular cloning, klonierung
Gel Electrophoresis: gelelektrophorese, =SDS-PAGE
DNA Extraction: rna extraction, nucleic acid extraction, dna-extraktion
Molecular Biology: molekularbiologie, biologie moléculaire, biología molecular
Cell Biology: zellbiologie, biologie cellulaire
Biochemistry: biochemie, biochimie, bioquímica
Microbiology: mikrobiologie, microbiologie, microbiología
Genomic Data Analysis: genomic data, genomik
Proteomics: proteomik
Bioinformatics: bioinformatik, bioinformatique, computational biology, bioinformática
Histology: histologie, immunohistochemistry, immunhistochemie
Hematology: hämatologie, haematology, hématologie
Clinical Chemistry: klinische chemie
Blood Banking: transfusionsmedizin, blood bank
Analytical Chemistry: analytische chemie, instrumentelle analytik, chimie analytique, química analítica
Wet Chemistry: nasschemie
Titration: =Titration
Organic Synthesis: organische synthese, synthesis planning
Sample Preparation: probenvorbereitung, probenaufbereitung, specimen collection, specimen processing, préparation d'échantillons, probenahme
Pipetting: pipettieren, pipetting robots
Aseptic Technique: aseptic techniques, aseptisches arbeiten, sterile technique, steriles arbeiten
Lab Automation: laborautomatisierung, laboratory automation, liquid handling
LIMS: =LIMS, laborinformationssystem, laboratory information management system
GLP: =GLP, gute laborpraxis, good laboratory practice
Method Development: methodenentwicklung, method validation, methodenvalidierung, analytical method development
Animal Studies: animal models, tierversuche
Fermentation: fermentationstechnik, upstream processing
Downstream Processing:
Laboratory Safety: laborsicherheit, biosafety, biologische sicherheit, lab safety
Biosafety Level 2: =BSL-2, =BSL2, =BSL-3
Medical Laboratory Science: =MTLA, =MLT, medizinisch-technische laboratoriumsassistentin, medical laboratory technician
Scientific Writing: wissenschaftliches schreiben, manuscript preparation, publications wissenschaftlich
Literature Review: literature reviews, literaturrecherche, systematic reviews
Electronic Lab Notebook: =ELN, benchling
"""

PHARMA = """
GxP: =GxP, gxp compliance, =cGMP
Good Clinical Practice: =ICH-GCP, ich gcp, =GCP/ICH
Regulatory Affairs: zulassung arzneimittel, affaires réglementaires, asuntos regulatorios, regulatory submissions, arzneimittelzulassung
Pharmacovigilance: pharmakovigilanz, drug safety, arzneimittelsicherheit, farmacovigilancia
Clinical Monitoring: clinical trial monitoring, site monitoring
Clinical Trial Management: clinical operations, clinical trial design, =CTMS
Clinical Data Management: =EDC, medidata rave
Biostatistics: biostatistik, biostatistique, bioestadística
Medical Writing: medical writer
Medical Affairs: medical science liaison
Medical Device Regulation: =MDR, =IVDR, medizinprodukterecht, eu mdr, medizinproduktegesetz
FDA Regulations: =21 CFR Part 11, 21 cfr part 820, fda submissions, 510(k)
Process Validation: prozessvalidierung, qualification and validation, equipment qualification, =IQ/OQ/PQ, qualifizierung und validierung, cleaning validation, reinigungsvalidierung
Computer System Validation: =CSV validation, =GAMP 5, =GAMP, computersystemvalidierung, computerized system validation
Batch Records: batch record review, herstellungsdokumentation, batch record
SOP Writing: standard operating procedures, =SOPs, =SOP
Deviation Management: abweichungsmanagement, deviation investigations
Change Control: änderungsmanagement
Qualified Person: sachkundige person
Aseptic Filling: aseptische abfüllung, sterilabfüllung, fill and finish
Drug Discovery: wirkstoffforschung, drug development, medicinal chemistry, arzneimittelentwicklung
Drug Formulation: formulation development, galenik, galénique
Pharmacology: pharmakologie, pharmacologie, toxicology, toxikologie, pharmacokinetics, pharmakokinetik, =PK/PD
Pharmacy Practice: hospital pharmacy, retail pharmacy, community pharmacy, pharmacy operations, pharmazie, dispensing medications, prescription processing
Pharmaceutical Compounding: rezepturherstellung, sterile compounding
Tableting: tablettierung, solid dosage forms
Pharma Sales: pharmareferent, medical sales, pharmaceutical sales
Medical Devices: medizinprodukte, dispositivos médicos
Quality by Design: =QbD
TrackWise: veeva vault, =Veeva
"""

SOCIAL = """
Social Work: sozialarbeit, soziale arbeit, sozialpädagogik, travail social, trabajo social
Youth Work: jugendarbeit, jugendhilfe, kinder- und jugendhilfe, protection de l'enfance
Child Protection: kinderschutz, kindeswohlgefährdung, child welfare, safeguarding children, safeguarding procedures, safeguarding training, adult safeguarding
Family Support: familienhilfe, family services
Disability Support: eingliederungshilfe, behindertenhilfe, heilerziehungspflege, support for people with disabilities
Refugee Work: flüchtlingsarbeit, flüchtlingshilfe
Volunteer Management: volunteer coordination, ehrenamtskoordination
Housing Support: wohnungslosenhilfe, homeless services
Motivational Interviewing: motivierende gesprächsführung
Trauma-Informed Care: traumapädagogik, trauma informed
"""

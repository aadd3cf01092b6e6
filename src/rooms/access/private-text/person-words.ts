const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** What only people do. */
export const personVerbs = list(
  `siger sagde mener mente synes syntes fortæller fortalte ønsker ønskede savner savnede spurgte spørger foreslår foreslog
   græd græder ringer ringede ryger røg drikker drak sælger solgte bor boede hedder hed tør turde kender kendte elsker hader hadede føler følte
   oplyser oplyste svarer svarede sover sov lovede lover håber håbede glemte glemmer husker huskede klager klagede bad beder slår slog
   truer truede stjal stjæler sidder sad arbejder arbejdede læser læste takkede takker nævnte nævner tilføjede tilføjer bemærkede
   bemærker nikkede grinede smilede råbte råber rejste flyttede flytter gider gad tænker tænkte tror troede frygter frygtede ønskes
   kontakter laver bager bagte skælder skældte passer passede kalder orienterede orienterer fremlagde fremlægger bød gentog
   indrømmede påpegede påpeger understregede forklarede forklarer beklagede undrede spiller cykler snakker snakkede talte drillede
   mobber skærer hænger skriver skrev tegner synger vrisser`,
)

/** What people do, and organisations too. */
export const anyVerbs = list(
  `er var har havde vil ville skal skulle kan kunne må måtte blev bliver kommer kom går gik får fik tager tog står stod holder holdt
   mangler manglede starter startede stopper stoppede vælger valgte hjælper hjalp møder mødte mødes bruger brugte giver gav ser så
   venter ventede deltager deltog oplever oplevede følger undersøger åbner lukker betaler`,
)

/** How only a person is, or what only a person gets: "er bange", "har fået fritidsjob". */
export const personalStates = list(
  `bange ked glad sur vred træt syg tilbage alene stoppet smidt set hentet mobbet drillet bekymret indlagt anholdt sigtet fuld skæv forelsket
   bortvist udskrevet gravid løsladt sendt hjemme fritidsjob lære læreplads lærling job kæreste karantæne skiftet droppet pjækket dumpet`,
)

/** Words that a person's name follows. */
export const titles = list(
  `hr fr fru frk frøken herr herre onkel tante faster moster imam imamen sheikh pastor præsten dr doktor lægen chauffør chaufføren
   vicevært viceværten formand formanden kasserer kassereren klubmedarbejder klubmedarbejderen medarbejder medarbejderen frivillig frivillige
   lærer læreren klasselæreren pædagog pædagogen referent ordstyrer beboer beboeren lejer lejeren nabo naboen kontaktperson kontaktpersonen leder lederen
   klubleder klublederen træner træneren dreng drengen pige pigen lokalhelten helten elev eleven unge spilleren bestyrelsesmedlem deltager deltageren
   familien fam brødrene søstrene ægteparret parret fætter kusine bedstefar bedstemor farmor mormor morfar farfar lillebror storebror lillesøster storesøster bror søster
   kammeraten vennen veninden kæresten naboerne tvillingerne koordinator projektkoordinator sagsbehandler sagsbehandleren betjent betjenten tolken tolk mentor mentoren
   mor far moren faren søn sønnen datter datteren kone konen mand manden kæreste kæresten medlem projektleder socialrådgiver sygeplejerske bager bageren købmand købmanden kaptajn anfører coach`,
)

/** Words that say which name somebody goes by. */
export const naming = list('hedder hed kaldes kaldet navn navnet navngivet døbt')

/** What belongs to a person rather than to a place. */
export const personThings = list(
  `mor far mors fars moder fader bror søster lillebror storebror lillesøster storesøster søskende forældre familie familien kone mand kæreste
   ekskone eksmand eks ven venner veninde veninder kammerat kammerater søn datter sønner døtre barn børn børnebørn bedstemor bedstefar farmor
   farfar mormor morfar onkel tante faster moster fætter kusine nevø niece svigermor svigerfar værge lærer klasse klasselærer skyld idé ide
   forslag ønske fravær opførsel adfærd lejlighed værelse hund kat cykel bil scooter knallert telefon mobil job arbejde fritidsjob sag situation problemer sygdom
   diagnose behandling gæld navn adresse nummer stemme humør vegne oplæg kage hjælp indlæg spørgsmål historie fødselsdag bryllup begravelse
   død flytning fremtid drøm drømme skolegang lektier karakterer plejefamilie kontaktperson sagsbehandler tilstand angst misbrug trivsel frivillige tilsagn tilbud`,
)

/** Kinship, in the form that means one certain person. */
export const definiteKin =
  'moren|moderen|faren|faderen|broren|broderen|lillebroren|lillebroderen|storebroren|storebroderen|søsteren|lillesøsteren|storesøsteren|tvillingesøsteren|tvillingebroren|sønnen|datteren|konen|manden|kæresten|ekskæresten|ekskonen|eksmanden|enken|enkemanden|onklen|tanten|fasteren|mosteren|fætteren|kusinen|nevøen|niecen|bedstemoren|bedstefaren|farmoren|farfaren|mormoren|morfaren|svigermoren|svigerfaren|stedmoren|stedmoderen|stedfaren|stedfaderen|plejemoren|plejefaren|halvbroren|halvsøsteren|papfaren|papmoren|værgen|veninden|vennen|kammeraten|samleveren|forældrene|familien|brødrene|søstrene|naboen'

/** Kinship without an article, as it is written in notes: "lillebror til ham, der …". */
export const bareKin =
  'mor|far|bror|søster|lillebror|storebror|lillesøster|storesøster|bedstemor|bedstefar|farmor|farfar|mormor|morfar|onkel|tante|fætter|kusine|søn|datter|kæreste|ekskæreste|stedfar|stedmor|kone|veninde|kammerat|nabo'

/** Kinship as it follows "hans" and "hendes". */
export const kin =
  '(?:lille|store|tvillinge|halv|sted|pleje|ældste |yngste |gamle )?(?:mor|far|bror|søster|brødre|søstre|søn|datter|kone|mand|kæreste|ekskone|eksmand|ekskæreste|onkel|tante|faster|moster|fætter|kusine|mormor|farmor|morfar|farfar|bedstemor|bedstefar|familie|forældre|svigermor|nabo|veninde|ven|kammerat|tvillingesøster|tvillingebror|klasselærer|værge)'

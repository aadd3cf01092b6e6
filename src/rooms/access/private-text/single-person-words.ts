const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))
const either = (words: string): string => words.trim().split(/\s+/).join('|')
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u')

const kinOfAnyKind =
  '(?:lille|store|tvillinge|halv|sted|pleje|pap|svoger|sviger|bedste|olde|familie|alene|teenage|\\p{L}{0,8}barns)?(?:mor|moder|far|fader|bror|broder|søster|søn|datter)'
/** One person who is of a family or a sex: always somebody where the form is definite. */
export const isCertainOne = whole(
  `(?:${kinOfAnyKind.replace('mor|moder|far|fader|bror|broder|søster|søn|datter', 'moren|moderen|faren|faderen|broren|broderen|søsteren|sønnen|datteren')}|${either(
    `drengen pigen knægten fyren tøsen manden kvinden damen konen gutten lømlen teenageren kæresten ekskæresten ekskonen eksmanden enken enkemanden
     samleveren ægtefællen onklen tanten fasteren mosteren fætteren kusinen nevøen niecen farmoren farfaren mormoren morfaren barnebarnet veninden
     vennen kammeraten naboen genboen underboen overboen spædbarnet babyen forlovede sigtede anholdte mistænkte forurettede gerningsmanden offeret
     vedkommende personen eneboeren skilsmissebarnet kontanthjælpsmodtageren anmelderen bandelederen bandemedlemmet ægteparret forældreparret
     søskendeparret kæresteparret tvillingerne brødrene søstrene tyven tyveknægten voldsmanden hashsælgeren pusheren unghanen ungersvenden pensionisten`,
  )}|\\p{L}{3,20}(?:drengen|pigen|kvinden|damen|fyren|knægten|moren|faren))s?`,
)

/** One of many who are alike: somebody where something has happened, anybody where something may, shall or always does. */
export const isAnyOne = whole(
  `(?:${either('eleven barnet ungen vidnet medlemmet budet ekspedienten konfirmanden kunden gæsten vinderen beboeren lejeren borgeren forælderen brugeren patienten klienten deltageren spilleren familien parret skoleeleven børnehavebarnet kioskejeren bageren købmanden ejeren indehaveren frisøren butiksejeren kioskmanden forpagteren')})s?`,
)

/** One person in the indefinite, as "en", "et" and "den" go before. */
export const isOne = whole(
  `(?:${kinOfAnyKind}|${either(
    `dreng pige knægt fyr tøs mand kvinde dame herre gut teenager barn unge ung elev skoleelev beboer lejer borger forælder familie nabo genbo underbo overbo
     ægtepar forældrepar søskendepar par kæreste ekskæreste veninde ven kammerat onkel tante nevø niece svoger svigerinde fætter kusine enke enkemand pensionist flygtning
     person student lærling bandemedlem kontanthjælpsmodtager ældre bruger gymnasieelev medlem klubmedlem spiller børnefamilie lille baby førtidspensionist
     narkoman alkoholiker hashsælger tyv kunde deltager beboerkvinde naboerske tilflytter nytilflytter somalier syrer iraker tyrker afghaner ukrainer svensker polak romaer søskendeflok autist børneflok ansat pårørende enlige`,
  )})s?|\\d{1,2}-årige?s?|\\p{L}{3,20}(?:dreng|pige|mand(?<!formand)|kvinde)`,
)

/** People at work: what they do is the meeting's own matter, what befalls them is not. */
export const isPost = whole(
  `\\p{L}{0,30}(?:${either(
    `lederen leder konsulenten konsulent formanden formand kassereren kasserer viceværten vicevært læreren lærer pædagogen pædagog medarbejderen medarbejder
     betjenten betjent koordinatoren koordinator rådgiveren rådgiver vejlederen vejleder sagsbehandleren sagsbehandler træneren træner pedellen pedel
     imamen imam præsten præst bageren bager købmand frisør kokken kok ejer bestyreren chaufføren chauffør
     praktikanten praktikant ungarbejderen ungarbejder frivillig frivillige mentoren mentor sygeplejersken sygeplejerske plejersken tolken gårdmanden gårdmand
     næstformanden sekretæren inspektøren inspektør tillidsmanden vikaren vikar kontaktpersonen bestyrelsesmedlem vagten vagt assistenten assistent
     direktøren chefen afdelingschefen tømreren lægen læge dommeren bartenderen dørmanden udlejeren politimanden politimand`,
  )})s?`,
)

export const isPronoun = whole('han|hun|ham|hende|hans|hendes')
export const modals = set('kan skal må bør kunne skulle burde måtte vil ville behøver')
/** What many do or what always is so: "har ofte ansvaret". */
export const generalities = set(
  'ofte typisk oftest altid generelt sjældent normalt enkelte enhver almindeligvis regel ligesom gennemsnitlig gennemsnit',
)
export const conditions = set(
  'når hvis hvordan hvornår hvorvidt såfremt medmindre hvad uanset hvem ønsker søger mangler kræver søges',
)
export const notCertain = set(
  'enkelte gode god almindelige almindelig typiske typisk næste fast faste rette voksen voksent ekstra frivillig frivillige hver enhver ligeværdig bedre mulig hel halv',
)

/** What is said and done at a meeting, in the meeting's name: "en beboer spurgte". */
export const publicVerbs = set(
  `sagde siger fortalte fortæller foreslog foreslår spurgte spørger mente mener synes syntes ønsker ønskede efterlyste efterlyser savner savnede
   håber håbede oplever oplevede tilbød tilbyder roste roser takkede takker bemærkede nævnte nævner pegede peger deltog deltager fremlagde fremlægger
   orienterede orienterer viste viser bød inviterer inviterede underviser underviste oplyste oplyser tilføjede påpegede opfordrede opfordrer sponsorerer åbner åbnede leverer leverede
   holdt holder stod står anbefalede anbefaler vurderer vurderede undrede gjorde læste skriver bidrager bidrog fremhævede understregede
   søges ønskes tilbydes inviteres vælges ansættes henvises opstiller stiller styrer efterspørger`,
)
export const publicDone = set(
  `spurgt foreslået sagt fortalt tilbudt meldt givet doneret ønsket efterlyst skrevet vist lavet holdt lånt sponseret sponsoreret vundet stillet malet arrangeret 
   ret krav pligt mulighed brug nøglen nøgle ansvar ansvaret valgt interesse lyst vagten inviteret ansat samlet syet bygget plantet bagt`,
)

/** What anybody does, where nothing private is told beside. */
export const anybodyDoes = set('får bruger betaler kontakter følger hjælper')

/** Verbs of which no ending tells that something happened. */
export const irregular = set(
  `skar slog stak bed drak faldt løb sad lå gik kom tog fik gav så brød skød sprang skreg græd sov frøs stjal bar fandt smed hang forsvandt forlod
   vandt bandt led fløj trak vred red lod lå traf blev var slap svor svandt knak tav nøs strøg sneg undgik begik afbrød udsatte overfaldt optrådte skændes slås trives`,
)

/** What befalls a person or is theirs alone, as the start of a word. */
export const privateMatters = new RegExp(
  `^(?:${either(
    `sygemeld syg$ fyret bortvist gravid skilt$ skilles$ skilsmisse anmeldt$ sigtet sigtelse dømt idømt samfundstj dom$ anhold fængs løslad indsat$ varetægt gæld$ alkohol druk drukk drikker$ drak$ fuld$ beruset
     misbrug slår$ slog$ slået overfald truede truet truer trusler kræft stress depress angst diagnos autis adhd demen psyk selvmord selvskade skar$ skærer$ stjal stjæl stjålet bestjål
     smidt kæreste$ hash snus narko stoffer kokain handicap kørestol anbragt anbring tvangs plejefam krisecent kontanthjælp førtids opsagt udsat$ udsætt trådt døde$ død$ dødsfald begrav bande
     voldtæg krænk seksu forelsk mobbe mobning tyveri røveri vold$ voldeli kniv knive indlagt hospital medicin epilep diabetes opholdstill asyl udvist udvis utro affære uddelt alvorlig sorg blødt
     græd grædende græder bange$ ensom hjemløs fogeden husleje inkasso restance smittet sladr snyd svindl bedrag taget$ tog$ fundet$ båret sår$ stukket$ skudt$ kørt$ mistede mistet
     forsvund forsvandt savnet$ efterlyst$ flygt ryger$ sælger køber$ hæler nægt psykose ambulance skadestue brækkede faldt$ bidt truende jihad radikalis konvert udredning venteliste ekskluder homoseks bøsse lesbisk transkøn tilhold episode underret slag$ karantæne politianmeld straffe rygter bekymr`,
  )})`,
  'u',
)

/** What a person is that nobody tells at a meeting of themselves in passing. */
export const privateStates = new RegExp(
  `^(?:${either(
    `sygemeldt fyret bortvist gravid skilt$ sigtet dømt anholdt fængslet løsladt varetægtsfængslet overfaldet truet kræft depression diagnos autis adhd selvmord voldtaget krænket indlagt psykose
     misbrug anbragt tvangsfjernet krisecent stukket$ skudt$ mobbet mobbes banket tæsket giftes$ skilles$ afpress chikane straffeattest retten$ ptsd flugt$ hadbesked homoseks konvert bevidstløs selvmordsf efterforsk afhør mistænkt$ tiltalt slår$ slog$ slået stjæler stjal bandemedlem smidt død$ døde$ gæld$`,
  )})`,
  'u',
)

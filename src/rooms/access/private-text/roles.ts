/** Endings of words for somebody by their trade, their post or what they do: "dirigent", "bokser", "målmand", "natteravn". */
const doer =
  '(?:er|or|ør|ent|ant|ist|log|iker|mand|kone|dame|pige|dreng|knægt|fyr|inde|vært|chef|kok|smed|ravn|vagt|leder|mester|elev|ven|frivillig|plejerske|hjælp|rektor|person|vikar|bonde|avl|konvertit|veteran|afløser|nørd|terapeut|graf|nom|vokat|bud|lærling|flygtning|stakkel)'
const aDoer = new RegExp(
  `^\\p{L}{3,}${doer}$|^(?:tjener|kok|smed|tolk|dj|rektor|chef|barber|rapper|vagt|værge|vært|veteran|konvertit|stifter|imam|præst)$`,
  'u',
)
const theDoer = new RegExp(
  `^\\p{L}{2,}(?:er|or|ør|ent|ant|ist|log|iker|mand|kone|dame|dreng|knægt|fyr|vært|chef|kok|smed|ravn|vagt|leder|mester|elev|ven|person|vikar|veteran|konvertit|terapeut|graf|nom|vokat|lærling|flygtning)en$|^\\p{L}{3,}(?:pigen|konen|damen|plejersken|frivillige)$|^dj['’]?en$|^(?:kokken|smeden|tolken|chefen|vagten|præsten)$|^\\p{L}{3,}(?:er|or|ør|ent|ant|ist|mand|vært)$(?<=rektor|næstformand)`,
  'u',
)

const either = (words: string): string => words.trim().split(/\s+/).join('|')

/** Words that end so and are no people: things, times and amounts, whatever stands before them. */
const things = new RegExp(
  `(?:${either(
    `foyer tyveri container computer scooter kælder altan aften sommer vinter efterår meter timer kalender folder plakater nummer opgaver center elevator telefon motor
     kontor traktor server router printer burger hammer skulder sider sager penge korridor sektor faktor monitor rapport moment krydser klynger ment procent
     departement event kant variant restaurant december november oktober september alder lager papir husker fylder semester teater kvarter mønster filter register
     bunker marker toner planer billeder rester tropper pladser etager regler ordener gader veje steder familier klubber skoler
     orden hylder trapper bander ruder roller anmelder møder cykler biler boliger lejligheder grupper fester kopper lamper nøgler poser bænker broer lister`,
  )})(?:en|et)?$`,
  'u',
)
/** Whole words of the same kind. */
const others = new RegExp(
  `^(?:${either(
    `under herunder derunder over efter eller heller anden inden orden leder finger fingeren poster laser vinder væg fjer sener siden siger ligger sidder står kommer bliver tager giver holder
     taler spiller arbejder mener følger sender bruger møder viser hjælper deler laver mangler håber virker lukker åbner starter gælder handler betyder sørger kører ønsker kender
     begynder forsøger fungerer skaber dækker koster søger tilbyder fortsætter planlægger undersøger vurderer foreslår oplever efterlyser støtter inviterer samler samarbejder elsker
     alligevel moden verden uger ugen former priser masker haver fristen listen kisten gnisten risten kosten lysten handling handlingen behandling samling udvikling afdeling paragraf stillingen tilbud budget`,
  )})$`,
  'u',
)
const lists = /[senrtgd]list(?:en)?$/
/** Of many: "elever", "konsulenter". */
const plurals = /(?:ent|ant|ist|ør|or|og|lev|son|mm|at|pig|ing|hed|kvind|voks|borg|ven|ski|nabo|genbo|mand|mænd)er$/

const isThing = (lower: string): boolean =>
  things.test(lower) || lists.test(lower) || others.test(lower) || plurals.test(lower)

/** A word for one person by their trade or post, in the definite. */
export const isTheDoer = (lower: string): boolean => lower.length > 4 && theDoer.test(lower) && !isThing(lower)

/** The same in the indefinite: somebody where an article or an owner stands before. */
export const isADoer = (lower: string): boolean => lower.length > 2 && aDoer.test(lower) && !isThing(lower)

/** A filled form in our own words, with the traps of a document that was cut into pages. */
export const formWithTables = `
KONTRAKT OM BOLIGSOCIALT SAMARBEJDE I HAVNEBY

TRYGHED OG TRIVSEL

3. DECEMBER 2030

KAJ VED KAJ

SUNDSTRAND KOMMUNE
By- og Miljøforvaltningen

Sagsnr. 2030-001234 Dokumentnr. 2030-005678

Indhold

Overordnet om indsatsområdet - Tryghed og trivsel	3
Aktiviteter/Netværk under indsatsområdet - Tryghed og trivsel.....	4
• Aftenvagter	4
➤ Delaktivitet: Vagter ved molen	5
• Havkajakker	6
Øvrige parter involveret i indsatsområdet - Tryghed og trivsel	7

Samarbejdet mellem Sundstrand Kommune og boligsociale helhedsplaner

Denne aftale handler om indsatsområdet 'Tryghed og trivsel'. Den gælder, mens de to planer varer, i perioden 2031-34.

Overordnet om indsatsområdet - Tryghed og trivsel

Hvilke overordnede mål har indsatsomraadet? (Max tre)

- At beboerne kender hinanden.
- At stierne er oplyste.

Indsatsområdet understøtter 1 af de 3 mål fra 'Politik for Udsatte Byområder'

- Trygge gader

Boligorganisationer og forvaltninger, som er involveret. Herunder kontaktpersoner på ledelsesniveau

Boligorganisationer

- **Fyret**
Den boligsociale helhedsplan 'Bølgen', projektleder, pt. Ida Holt

Forvaltninger

- **Børne- og Ungdomsforvaltningen**
Klubleder, pt. Per Lund

Indsatsområdets samlede økonomiske ramme

Bølgen, 2031-34: kr. 1. 250.000
Kajen, 2031-34: ingen økonomi

Overordnet koordinering af indsatsen

Boligsocialt Forum i Havneby

Tovholder: By- og Miljøforvaltningen, Center for Byliv, pt. Cille Vedel

Aktiviteter/Netværk under indsatsområdet - Tryghed og trivsel

Aftenvagter	
Hvordan understotter aktiviteten indsatsområdets mål og malene i Politik for Udsatte Byomrader?	<p>Unge på 15-18 år går ture ved Tangparken.</p>
Hvilke medarbejderfunktioner indgår? Herunder kontaktperson	<p><u>Boligorganisationer</u></p> <ul>• Fyret Den boligsociale helhedsplan 'Bølgen' Vagtkoordinator, pt. Ida Holt Vært, pt.

	<p>Bo Dam</p> <p><u>Forvaltninger</u></p> <ul><li>• Børne- og ungeforvaltningen Medarbejder fra Ungdomsgården</li></ul>
Ansvar og rollefordeling Hvem gør hvad hvornår?	<p>Fyret laver vagtplanen¹.</p> <ul><li>• Vagterne mødes ved Tangparken kl. 20</li></ul> <p>Planen sendes rundt til</p>

¹ Vagterne er foreløbigt finansieret indtil 2032. Lønnen er 1.000.000 kr., hvoraf Fyret dækker 35 pct. (13/37) svarende til 350.000 kr.

	alle beboere.
Økonomi	Fyret betaler 12.000 kr. årligt til Kulturforvaltningen.
Hvordan skal aktiviteten, samarbejdet og/eller metodeudviklingen forankres i	<p>Beboerne overtager</p>

boligorganisation og/eller kommune?	vagterne ved Tangpaken.
Revision af aftalen	Boligsocialt Forum i Havneby
Delaktivitet: Vagter ved molen	
Hvordan understøtter aktiviteten indsatsområdets overordnede mål?	Vagter går også ved molen.
Hvilke eventuelle lokaliteter benyttes til indsatsen?	Bådhuset

Øvrige parter involveret i indsatsområdet - Tryghed og trivsel

- **Havnens Venner**
Kontaktperson: Jens Ole Krag – jok@venner.example

Øvrige aktiviteter under indsatsområdet - Tryghed og trivsel

Aktiviteter/netværk, hvor kommunen ikke er involveret, fx aktiviteter som udelukkende er på boligafdelingsniveau	
Navn på aktivitet/netværk	<ul><li>• <b>Strikkeklub</b> Folk strikker sammen fra 1. maj 2031 – 30. april 2033.</li></ul>
`

/** The same form without tables: every question a heading, parties and frames in small tables. */
export const formWithHeadings = `# Kontrakt om boligsocialt samarbejde på Nordø
Indsatsområde: Naboskab

Indgået den 3. december 2030
Strandkøbing Kommune, Kulturforvaltningen

## 1. Overordnet om indsatsområdet: Naboskab
### 1.1 Overordnede mål
1. Naboer kender hinanden.
### 1.2 Involverede boligorganisationer og forvaltninger
| Part | Kontaktperson |
|---|---|
| Boligselskabet Klit | Projektleder Ida Holt |
| Socialforvaltningen | Afdelingschef, pt. Bo Dam |
### 1.3 Samlet økonomisk ramme
| Helhedsplan | Periode | Beløb |
|---|---|---|
| Klitten | 2031-34 | 2,5 mio. kr. |
| I alt | | 2,5 mio. kr. |
## 2. Aktiviteter under indsatsområdet
### Aktivitet 1: Fællesspisning
#### Formål
Naboer mødes over mad.
#### Ansvar og roller
Klitten laver vagtplanen.
#### Lokaler
Klubhuset på Strandvej
#### Revision
Boligsocialt Forum
### Aktivitet 2: Loppemarked
#### Beskrivelse af aktiviteten
Beboere sælger det, de ikke bruger.
#### Økonomi
Klitten betaler 6.000 kr. pr. halvår til Foreningen Nordø.
`

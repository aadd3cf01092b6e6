type Facts = Readonly<Record<string, string | number>>

const fileDa = (facts: Facts): string => (typeof facts['name'] === 'string' ? `»${facts['name']}«` : 'Filen')
const fileEn = (facts: Facts): string => (typeof facts['name'] === 'string' ? `“${facts['name']}”` : 'The file')

/** Words for what the reader refuses, by code; each is the whole sentence to show. */
export const readerTexts = {
  da: {
    source_is_empty: (facts: Facts) => `${fileDa(facts)} er tom: der er ingen tekst at læse.`,
    source_too_large: (facts: Facts) =>
      `${fileDa(facts)} fylder ${facts['megabytes'] ?? 'over 20'} MB. Grænsen er 20 MB: gem den uden billeder, eller del den.`,
    source_too_long: (facts: Facts) =>
      `Dokumentet har ${facts['pages'] ?? 'for mange'} sider. Grænsen er 500: send kun selve aftalen.`,
    source_is_picture: (facts: Facts) =>
      `${fileDa(facts)} er et billede. Send aftalen som Word, PDF med tekst, HTML eller ren tekst.`,
    source_is_binary: (facts: Facts) =>
      `${fileDa(facts)} er ikke et dokument. Send aftalen som Word, PDF, HTML eller ren tekst.`,
    source_is_noise: (facts: Facts) =>
      `${fileDa(facts)} indeholder ikke læselig tekst. Åbn den i det program, den er skrevet i, og gem den som Word eller PDF.`,
    source_is_not_pdf: (facts: Facts) =>
      `${fileDa(facts)} hedder noget med .pdf, men er ikke en PDF. Gem den som PDF, og prøv igen.`,
    source_is_not_word: (facts: Facts) =>
      `${fileDa(facts)} er ikke et Word-dokument, selv om den ligner ved første blik. Gem aftalen som .docx eller PDF, og prøv igen.`,
    source_is_old_word: (facts: Facts) =>
      `${fileDa(facts)} er i det gamle Word-format. Åbn den i Word, og gem den som .docx.`,
    source_is_rich_text: (facts: Facts) => `${fileDa(facts)} er i RTF-format. Åbn den i Word, og gem den som .docx.`,
    source_is_encrypted: (facts: Facts) =>
      `${fileDa(facts)} er låst med en adgangskode. Gem den uden adgangskode, og send den igen.`,
    source_is_damaged: (facts: Facts) =>
      `${fileDa(facts)} er beskadiget eller ufuldstændig og kan ikke åbnes. Hent den på ny, hvor du fik den.`,
    source_is_bomb: (facts: Facts) => `${fileDa(facts)} fylder alt for meget, når den pakkes ud, og bliver ikke åbnet.`,
    source_is_tangled: (facts: Facts) =>
      `${fileDa(facts)} er bygget op i for mange lag til at kunne læses. Gem den som PDF, og prøv igen.`,
    source_has_no_text: (facts: Facts) =>
      `${fileDa(facts)} er en PDF uden tekst, vist nok skannet. Kør den gennem tekstgenkendelse (OCR), eller send Word-filen.`,
    source_too_slow: (facts: Facts) =>
      `Dokumentet kunne ikke læses på ${facts['seconds'] ?? 20} sekunder. Send en enklere fil, for eksempel uden billeder.`,
    source_too_heavy: (facts: Facts) =>
      `Dokumentet kræver mere hukommelse end de ${facts['megabytes'] ?? 512} MB, der er sat af. Send en enklere fil.`,
    source_not_an_agreement: 'Dokumentet ligner ikke en samarbejdsaftale: ingen af dens dele blev genkendt.',
    agreement_json_invalid: (facts: Facts) =>
      `Aftalen inde i filen kan ikke læses: ved "${facts['path'] ?? ''}" er noget galt (${facts['problem'] ?? ''}). Send dokumentet i et andet format.`,
  },
  en: {
    source_is_empty: (facts: Facts) => `${fileEn(facts)} is empty: there is no text to read.`,
    source_too_large: (facts: Facts) =>
      `${fileEn(facts)} is ${facts['megabytes'] ?? 'over 20'} MB. The limit is 20 MB: save it without pictures, or divide it.`,
    source_too_long: (facts: Facts) =>
      `The document has ${facts['pages'] ?? 'too many'} pages. The limit is 500: send the agreement alone.`,
    source_is_picture: (facts: Facts) =>
      `${fileEn(facts)} is a picture. Send the agreement as Word, a PDF with text, HTML or plain text.`,
    source_is_binary: (facts: Facts) =>
      `${fileEn(facts)} is not a document. Send the agreement as Word, PDF, HTML or plain text.`,
    source_is_noise: (facts: Facts) =>
      `${fileEn(facts)} holds no readable text. Open it in the program it was written in and save it as Word or PDF.`,
    source_is_not_pdf: (facts: Facts) =>
      `${fileEn(facts)} is named .pdf but is not a PDF. Save it as PDF and try again.`,
    source_is_not_word: (facts: Facts) =>
      `${fileEn(facts)} is not a Word document, though it may look like one. Save the agreement as .docx or PDF and try again.`,
    source_is_old_word: (facts: Facts) =>
      `${fileEn(facts)} is in Word's old format. Open it in Word and save it as .docx.`,
    source_is_rich_text: (facts: Facts) => `${fileEn(facts)} is in RTF format. Open it in Word and save it as .docx.`,
    source_is_encrypted: (facts: Facts) =>
      `${fileEn(facts)} is locked with a password. Save it without one and send it again.`,
    source_is_damaged: (facts: Facts) =>
      `${fileEn(facts)} is damaged or incomplete and cannot be opened. Fetch it again from where you got it.`,
    source_is_bomb: (facts: Facts) => `${fileEn(facts)} is far too large once unpacked and is not opened.`,
    source_is_tangled: (facts: Facts) =>
      `${fileEn(facts)} is built in too many layers to be read. Save it as PDF and try again.`,
    source_has_no_text: (facts: Facts) =>
      `${fileEn(facts)} is a PDF without text, probably scanned. Run it through text recognition (OCR), or send the Word file.`,
    source_too_slow: (facts: Facts) =>
      `The document could not be read within ${facts['seconds'] ?? 20} seconds. Send a simpler file, for example without pictures.`,
    source_too_heavy: (facts: Facts) =>
      `The document needs more memory than the ${facts['megabytes'] ?? 512} MB set aside. Send a simpler file.`,
    source_not_an_agreement:
      'The document does not look like a cooperation agreement: none of its parts were recognised.',
    agreement_json_invalid: (facts: Facts) =>
      `The agreement inside the file cannot be read: something is wrong at "${facts['path'] ?? ''}" (${facts['problem'] ?? ''}). Send the document in another format.`,
  },
}

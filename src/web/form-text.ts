/** What was typed in a field; a missing field and a file are an empty text. */
export const formText = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** What was typed in a field, as one line: without control signs, and with one space wherever there were more. */
export const formLine = (form: FormData, name: string): string =>
  formText(form, name)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** A line of comma-separated values. Danish spreadsheets part cells by semicolons; what one would take for a formula is made text. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`).join(';')}\r\n`

/** The addresses of the data-protection officer's pages. The record and the matrix are pages of the room that knows agreements. */
export const protectionPaths = {
  overview: '/databeskyttelse',
  trail: '/databeskyttelse/logbog',
  trailSheet: '/databeskyttelse/logbog.csv',
  trailLines: '/databeskyttelse/logbog.jsonl',
  verify: '/databeskyttelse/logbog/kontrol',
  record: '/databeskyttelse/fortegnelse',
  matrix: '/databeskyttelse/ansvar',
} as const

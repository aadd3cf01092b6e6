/** The addresses of closing records: all of one's own, one, its file, and where one is deleted. */
export const partnershipExportPaths = {
  all: '/aftaler/aflevering',
  of: (id: string) => `/aftaler/aflevering/${id}`,
  file: (id: string) => `/aftaler/aflevering/${id}/hent.zip`,
  remove: (id: string) => `/aftaler/aflevering/${id}/slet`,
}

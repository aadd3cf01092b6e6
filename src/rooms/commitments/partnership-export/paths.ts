/** Where the files of the export stand in its archive. */
const folderOf = (slug: string): string => `aftaler/${slug}`
export const documentPath = (slug: string, version: number): string => `${folderOf(slug)}/udgave-${version}.json`
export const pdfPath = (slug: string, version: number): string => `${folderOf(slug)}/udgave-${version}.pdf`
export const proposalPath = (slug: string, proposal: number): string => `${folderOf(slug)}/forslag-${proposal}.json`
export const jsonPath = (part: string): string => `data/${part}.json`
export const csvPath = (part: string): string => `data/${part}.csv`
/** Numbered where the report has several volumes. */
export const reportPath = ({ number, of }: { readonly number: number; readonly of: number }): string =>
  of === 1 ? 'aflevering.pdf' : `aflevering-${number}.pdf`
export const manifestPath = 'manifest.json'

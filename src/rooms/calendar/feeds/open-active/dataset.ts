import { openFeeds } from './open-item.ts'

/** Free to use where its source is named. */
export const openLicense = 'https://creativecommons.org/licenses/by/4.0/'

/** What the feeds are, as those who gather open data read it. */
export const datasetOf = (baseUrl: string, partnership: string) => ({
  '@context': ['https://openactive.io/', 'https://schema.org/'],
  '@type': 'Dataset',
  '@id': `${baseUrl}/openactive`,
  url: `${baseUrl}/openactive`,
  name: `Det sker i boligområderne · ${partnership}`,
  description:
    'Idræt og bevægelse i boligområderne og de lokaler, der kan lånes, som åbne data. Rettes, når kalenderen rettes.',
  license: openLicense,
  documentation: 'https://permalink.openactive.io/dataset-site/open-data-documentation',
  discussionUrl: `${baseUrl}/kontakter`,
  schemaVersion: 'https://openactive.io/modelling-opportunity-data/2.0/',
  inLanguage: ['da'],
  keywords: ['Det sker', 'Aktiviteter', 'OpenActive'],
  publisher: { '@type': 'Organization', name: partnership, url: baseUrl },
  distribution: openFeeds.map(({ feed, kind }) => ({
    '@type': 'DataDownload',
    name: kind,
    additionalType: `https://openactive.io/${kind.split('/').at(-1)}`,
    encodingFormat: 'application/vnd.openactive.rpde+json; version=1',
    contentUrl: `${baseUrl}/openactive/${feed}`,
    identifier: kind,
  })),
})

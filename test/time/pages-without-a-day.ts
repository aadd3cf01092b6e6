const door = 'It lets somebody in now; whoever comes is not told of any day.'
const form = 'It is a form for doing something, and things are done today.'
const draft = 'A draft is not in force on any day.'
const setting = 'It is how somebody has set things for themselves, and only the last setting is kept.'
const consent =
  'Who may see what about a person follows from the consents of today: one withdrawn opens nothing for the days before.'
const link = 'A link is opened once, by whoever got it, and shows what it is for now.'

/** Every page without a day, with why. What stands in neither this list nor the one of pages with a day fails. */
export const withoutDay: Readonly<Record<string, string>> = {
  '/log-ind': door,
  '/log-ind/mail': door,
  '/log-ind/link': door,
  '/log-ind/noegle': door,
  '/invitation/:token': link,
  '/kontakter/bekraeft/:token': link,
  '/samtykke/:token': link,
  '/samtykke/svaret': link,
  '/mine-oplysninger': 'It is what is kept about somebody now, which is what they have a right to see.',
  '/mine-oplysninger/sendt': link,
  '/mine-oplysninger/aabn/:token': link,
  '/samtykker': consent,
  '/samtykker/nyt': form,
  '/samtykker/:id': consent,
  '/samtykker/:id/papir': consent,
  '/indstillinger': setting,
  '/loefter/kalender': setting,
  '/loefter/mail': setting,
  '/loefter/mail/stop': setting,
  '/aftaler/ny': form,
  '/aftaler/ny/skabelon': form,
  '/aftaler/ny/naeste-periode': form,
  '/aftaler/ny/naeste-periode/:slug': form,
  '/aftaler/aflevering': 'It is a form: the day the partnership is taken out as of is chosen in it.',
  '/aftaler/aflevering/:id': 'It follows the making of one file, as of the day that was chosen for it.',
  '/udkast': draft,
  '/udkast/:id': draft,
  '/udkast/:id/ret': draft,
  '/udkast/:id/se': draft,
  '/udkast/:id/skabelon': draft,
  '/udkast/:id/bekraeft': draft,
  '/aftaler/:slug/forslag/nyt': form,
  '/forslag/:id/ret': form,
  '/aftaler/:slug/nyt-loefte': form,
  '/aftaler/:slug/opsigelse': 'It reckons from a day of its own: the day notice is given, which is typed on it.',
  '/personer/inviter': form,
  '/funktioner/:id/skift': form,
  '/funktioner/:id/overdragelse':
    'It is a list to work through while a post changes hands, and tells what is left to do.',
  '/foerste-time': 'It is what somebody new has before them now, with what they have ticked off.',
  '/enheder/sammenlaeg': form,
  '/kontakter/mig': form,
  '/kontakter/bekraeftelser': 'It is a list to work through, of answers nobody has settled yet.',
  '/databeskyttelse': 'It leads to what the officer has to do now, in numbers of today.',
  '/databeskyttelse/logbog': 'The logbook has days of its own: each line has its moment, and it is narrowed by them.',
  '/databeskyttelse/logbog/kontrol': form,
  '/databeskyttelse/anmodninger': 'It is a list to work through, of requests that wait.',
  '/databeskyttelse/sletning': 'It tells what is to be deleted from today on; what is deleted is not told of any day.',
}

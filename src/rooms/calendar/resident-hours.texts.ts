/** What is told instead of hours where something lasts from midnight to midnight. */
export const residentHoursTexts = {
  da: { allDay: 'hele dagen' },
  en: { allDay: 'all day' },
  ar: { allDay: 'طوال اليوم' },
  tr: { allDay: 'tüm gün' },
  so: { allDay: 'maalinta oo dhan' },
  ur: { allDay: 'پورا دن' },
}

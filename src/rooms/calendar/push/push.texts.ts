import type { ResidentLanguage } from '../../../platform/resident-language.ts'

/** What happens to a time that phones are told of. */
export type PushNews = 'cancelled' | 'moved' | 'revived'

/** What a phone says first: the name of the activity follows. */
export const pushTexts: Readonly<Record<ResidentLanguage, Readonly<Record<PushNews, string>>>> = {
  da: { cancelled: 'Aflyst', moved: 'Flyttet', revived: 'Det bliver alligevel' },
  en: { cancelled: 'Cancelled', moved: 'Moved', revived: 'It takes place after all' },
  ar: { cancelled: 'ملغى', moved: 'تغيّر الموعد', revived: 'سيُقام رغم ذلك' },
  so: { cancelled: 'La baajiyay', moved: 'Waqtiga waa la beddelay', revived: 'Wuu dhacayaa' },
  tr: { cancelled: 'İptal edildi', moved: 'Zamanı değişti', revived: 'Yine de yapılacak' },
  ur: { cancelled: 'منسوخ', moved: 'وقت بدل گیا', revived: 'یہ ہو گا' },
}

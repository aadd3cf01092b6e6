import type { ResidentLanguage } from '../../../platform/resident-language.ts'
import type { PollAnswer } from './poll.ts'

export type PollNews = 'asked' | 'reminded'

/** What somebody asked which time suits is told, on the page of their link and in the mail. */
interface PollWords {
  readonly title: string
  readonly lead: string
  readonly answers: Readonly<Record<PollAnswer, string>>
  readonly note: string
  readonly save: string
  readonly change: string
  readonly thanks: string
  readonly closes: (day: string) => string
  readonly closed: string
  readonly unanswered: string
  readonly language: string
  readonly skip: string
  readonly privacy: string
  readonly yours: string
  readonly gone: string
  readonly hello: (name: string) => string
  readonly answerHere: string
  readonly why: (group: string) => string
  readonly news: Readonly<Record<PollNews, { readonly subject: (title: string) => string; readonly intro: string }>>
}

/** In each of the languages residents read. What is written by whoever asks stays as they wrote it. */
export const pollWords: Readonly<Record<ResidentLanguage, PollWords>> = {
  da: {
    title: 'Hvornår kan du?',
    lead: 'Svar ud for hver tid. Du behøver ikke logge ind.',
    answers: { yes: 'Ja', perhaps: 'Måske', no: 'Nej' },
    note: 'Besked, hvis du vil',
    save: 'Send svar',
    change: 'Ret svar',
    thanks: 'Tak for dit svar. Du kan rette det her, til afstemningen lukker.',
    closes: (day) => `Svar senest: ${day}.`,
    closed: 'Afstemningen er lukket.',
    unanswered: 'Svar ud for hver tid.',
    language: 'Sprog',
    skip: 'Spring til indhold',
    privacy: 'Dit svar ses kun af gruppen.',
    yours: 'Dit svar',
    gone: 'Linket passer ikke til nogen afstemning. Se efter, om hele adressen kom med.',
    hello: (name) => `Hej ${name}`,
    answerHere: 'Svar her',
    why: (group) => `Du får mailen, fordi ${group} gerne vil mødes med dig.`,
    news: {
      asked: {
        subject: (title) => `Hvornår kan du? ${title}`,
        intro: 'Vi vil finde en tid at mødes. Hvilke tider passer dig?',
      },
      reminded: {
        subject: (title) => `Husk at svare: ${title}`,
        intro: 'Vi mangler dit svar. Hvilke tider passer dig?',
      },
    },
  },
  en: {
    title: 'When can you come?',
    lead: 'Answer for each time. You need not sign in.',
    answers: { yes: 'Yes', perhaps: 'Perhaps', no: 'No' },
    note: 'A message, if you like',
    save: 'Send answer',
    change: 'Change answer',
    thanks: 'Thank you for your answer. You can change it here until the poll closes.',
    closes: (day) => `Answer by: ${day}.`,
    closed: 'The poll is closed.',
    unanswered: 'Answer for each time.',
    language: 'Language',
    skip: 'Skip to content',
    privacy: 'Your answer is seen by the group alone.',
    yours: 'Your answer',
    gone: 'The link fits no poll. See whether the whole address came along.',
    hello: (name) => `Hello ${name}`,
    answerHere: 'Answer here',
    why: (group) => `You get this mail because ${group} would like to meet with you.`,
    news: {
      asked: {
        subject: (title) => `When can you come? ${title}`,
        intro: 'We are looking for a time to meet. Which times suit you?',
      },
      reminded: {
        subject: (title) => `Please answer: ${title}`,
        intro: 'We lack your answer. Which times suit you?',
      },
    },
  },
  ar: {
    title: 'متى يمكنك الحضور؟',
    lead: 'أجب عن كل موعد. لا تحتاج إلى تسجيل الدخول.',
    answers: { yes: 'نعم', perhaps: 'ربما', no: 'لا' },
    note: 'رسالة، إن أردت',
    save: 'أرسل الإجابة',
    change: 'عدّل الإجابة',
    thanks: 'شكرًا لإجابتك. يمكنك تعديلها هنا حتى يُغلق التصويت.',
    closes: (day) => `أجب في موعد أقصاه: ${day}.`,
    closed: 'أُغلق التصويت.',
    unanswered: 'أجب عن كل موعد.',
    language: 'اللغة',
    skip: 'انتقل إلى المحتوى',
    privacy: 'لا يرى إجابتك سوى المجموعة.',
    yours: 'إجابتك',
    gone: 'الرابط لا يطابق أي تصويت. تأكد من نسخ العنوان كاملًا.',
    hello: (name) => `مرحبًا ${name}`,
    answerHere: 'أجب هنا',
    why: (group) => `تصلك هذه الرسالة لأن ${group} ترغب في اللقاء معك.`,
    news: {
      asked: {
        subject: (title) => `متى يمكنك الحضور؟ ${title}`,
        intro: 'نبحث عن موعد للقاء. أي المواعيد تناسبك؟',
      },
      reminded: { subject: (title) => `نرجو الإجابة: ${title}`, intro: 'لم تصلنا إجابتك. أي المواعيد تناسبك؟' },
    },
  },
  so: {
    title: 'Goorma ayaad iman kartaa?',
    lead: 'Ka jawaab waqti kasta. Uma baahnid inaad gasho akoon.',
    answers: { yes: 'Haa', perhaps: 'Malaha', no: 'Maya' },
    note: 'Fariin, haddii aad rabto',
    save: 'Dir jawaabta',
    change: 'Beddel jawaabta',
    thanks: 'Waad ku mahadsan tahay jawaabtaada. Halkan ayaad ka beddeli kartaa ilaa codbixintu xirmayso.',
    closes: (day) => `Ka jawaab ugu dambayn: ${day}.`,
    closed: 'Codbixintu way xiran tahay.',
    unanswered: 'Ka jawaab waqti kasta.',
    language: 'Luqadda',
    skip: 'U bood qoraalka',
    privacy: 'Jawaabtaada waxaa arka kooxda oo keliya.',
    yours: 'Jawaabtaada',
    gone: 'Xiriirku kuma habboona codbixin kasta. Hubi in ciwaanka oo dhan la soo guuriyay.',
    hello: (name) => `Salaan ${name}`,
    answerHere: 'Halkan ka jawaab',
    why: (group) => `Waxaad heshay emaylkan maxaa yeelay ${group} waxay rabaan inay kula kulmaan.`,
    news: {
      asked: {
        subject: (title) => `Goorma ayaad iman kartaa? ${title}`,
        intro: 'Waxaan raadinaynaa waqti aan ku kulanno. Waqtiyadee kugu habboon?',
      },
      reminded: {
        subject: (title) => `Fadlan ka jawaab: ${title}`,
        intro: 'Jawaabtaadii weli nama soo gaarin. Waqtiyadee kugu habboon?',
      },
    },
  },
  tr: {
    title: 'Ne zaman gelebilirsin?',
    lead: 'Her zaman için cevap ver. Giriş yapman gerekmez.',
    answers: { yes: 'Evet', perhaps: 'Belki', no: 'Hayır' },
    note: 'İstersen bir mesaj',
    save: 'Cevabı gönder',
    change: 'Cevabı değiştir',
    thanks: 'Cevabın için teşekkürler. Oylama kapanana kadar burada değiştirebilirsin.',
    closes: (day) => `Son cevap günü: ${day}.`,
    closed: 'Oylama kapandı.',
    unanswered: 'Her zaman için cevap ver.',
    language: 'Dil',
    skip: 'İçeriğe geç',
    privacy: 'Cevabını yalnızca grup görür.',
    yours: 'Cevabın',
    gone: 'Bağlantı hiçbir oylamaya uymuyor. Adresin tamamının geldiğini kontrol et.',
    hello: (name) => `Merhaba ${name}`,
    answerHere: 'Buradan cevapla',
    why: (group) => `Bu e-postayı alıyorsun, çünkü ${group} seninle buluşmak istiyor.`,
    news: {
      asked: {
        subject: (title) => `Ne zaman gelebilirsin? ${title}`,
        intro: 'Buluşmak için bir zaman arıyoruz. Hangi zamanlar sana uyar?',
      },
      reminded: {
        subject: (title) => `Lütfen cevapla: ${title}`,
        intro: 'Cevabını bekliyoruz. Hangi zamanlar sana uyar?',
      },
    },
  },
  ur: {
    title: 'آپ کب آ سکتے ہیں؟',
    lead: 'ہر وقت کے سامنے جواب دیں۔ لاگ اِن کرنے کی ضرورت نہیں۔',
    answers: { yes: 'ہاں', perhaps: 'شاید', no: 'نہیں' },
    note: 'پیغام، اگر آپ چاہیں',
    save: 'جواب بھیجیں',
    change: 'جواب بدلیں',
    thanks: 'جواب کا شکریہ۔ رائے شماری بند ہونے تک آپ اسے یہاں بدل سکتے ہیں۔',
    closes: (day) => `جواب دینے کا آخری دن: ${day}۔`,
    closed: 'رائے شماری بند ہو چکی ہے۔',
    unanswered: 'ہر وقت کے سامنے جواب دیں۔',
    language: 'زبان',
    skip: 'مواد پر جائیں',
    privacy: 'آپ کا جواب صرف گروپ دیکھتا ہے۔',
    yours: 'آپ کا جواب',
    gone: 'یہ لنک کسی رائے شماری کا نہیں ہے۔ دیکھیں کہ پورا پتہ آیا ہے یا نہیں۔',
    hello: (name) => `السلام علیکم ${name}`,
    answerHere: 'یہاں جواب دیں',
    why: (group) => `یہ ای میل آپ کو اس لیے ملی کہ ${group} آپ سے ملنا چاہتے ہیں۔`,
    news: {
      asked: {
        subject: (title) => `آپ کب آ سکتے ہیں؟ ${title}`,
        intro: 'ہم ملنے کا وقت ڈھونڈ رہے ہیں۔ کون سے اوقات آپ کے لیے ٹھیک ہیں؟',
      },
      reminded: {
        subject: (title) => `براہِ کرم جواب دیں: ${title}`,
        intro: 'ہمیں آپ کا جواب نہیں ملا۔ کون سے اوقات آپ کے لیے ٹھیک ہیں؟',
      },
    },
  },
}

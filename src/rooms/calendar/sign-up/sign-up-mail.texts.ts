import type { ResidentLanguage } from '../../../platform/resident-language.ts'
import type { SignUpNews } from './sign-up.ts'

interface MailTexts {
  readonly hello: (name: string) => string
  readonly children: (count: number) => string
  readonly cancel: string
  readonly why: string
  readonly news: Readonly<Record<SignUpNews, { readonly subject: (title: string) => string; readonly intro: string }>>
}

/** What those who signed up are written, in the language they signed up in. */
export const signUpMailTexts: Readonly<Record<ResidentLanguage, MailTexts>> = {
  da: {
    hello: (name) => `Hej ${name}`,
    children: (count) => (count === 1 ? '1 barn' : `${count} børn`),
    cancel: 'Se tilmeldingen, eller meld fra',
    why: 'Du får denne mail, fordi du har tilmeldt børn. 30 dage efter aktiviteten er dit navn og din mail slettet.',
    news: {
      coming: { subject: (title) => `Tilmeldt: ${title}`, intro: 'I er tilmeldt. Vi glæder os til at se jer.' },
      waiting: {
        subject: (title) => `På venteliste: ${title}`,
        intro: 'Der er fuldt, men I står på ventelisten. Vi skriver, hvis der bliver plads.',
      },
      came_in: { subject: (title) => `Der blev plads: ${title}`, intro: 'Der blev plads. Nu er I tilmeldt.' },
      cancelled: { subject: (title) => `Aflyst: ${title}`, intro: 'Det er desværre aflyst.' },
      moved: { subject: (title) => `Flyttet: ${title}`, intro: 'Det er flyttet. Her er den nye tid.' },
      revived: { subject: (title) => `Det bliver alligevel: ${title}`, intro: 'Det bliver alligevel til noget.' },
      removed: {
        subject: (title) => `Aflyst: ${title}`,
        intro: 'Det er taget af kalenderen og bliver ikke til noget.',
      },
    },
  },
  en: {
    hello: (name) => `Hello ${name}`,
    children: (count) => (count === 1 ? '1 child' : `${count} children`),
    cancel: 'See the sign-up, or cancel it',
    why: 'You get this mail because you signed children up. 30 days after the activity your name and mail are deleted.',
    news: {
      coming: { subject: (title) => `Signed up: ${title}`, intro: 'You are signed up. We look forward to seeing you.' },
      waiting: {
        subject: (title) => `On the waiting list: ${title}`,
        intro: 'It is full, but you are on the waiting list. We write if there is a place.',
      },
      came_in: { subject: (title) => `There is a place: ${title}`, intro: 'There is a place. You are signed up now.' },
      cancelled: { subject: (title) => `Cancelled: ${title}`, intro: 'It is cancelled, unfortunately.' },
      moved: { subject: (title) => `Moved: ${title}`, intro: 'It has been moved. Here is the new time.' },
      revived: { subject: (title) => `It takes place after all: ${title}`, intro: 'It takes place after all.' },
      removed: {
        subject: (title) => `Cancelled: ${title}`,
        intro: 'It is taken out of the calendar and does not take place.',
      },
    },
  },
  ar: {
    hello: (name) => `مرحبًا ${name}`,
    children: (count) => `عدد الأطفال: ${count}`,
    cancel: 'شاهد التسجيل أو ألغِه',
    why: 'تصلك هذه الرسالة لأنك سجّلت أطفالًا. يُحذف اسمك وبريدك بعد 30 يومًا من النشاط.',
    news: {
      coming: { subject: (title) => `تم التسجيل: ${title}`, intro: 'تم تسجيلكم. نتطلع إلى رؤيتكم.' },
      waiting: {
        subject: (title) => `في قائمة الانتظار: ${title}`,
        intro: 'المكان مكتمل، لكنكم في قائمة الانتظار. سنكتب إليكم إذا توفر مكان.',
      },
      came_in: { subject: (title) => `توفر مكان: ${title}`, intro: 'توفر مكان. أنتم مسجلون الآن.' },
      cancelled: { subject: (title) => `ملغى: ${title}`, intro: 'للأسف أُلغي النشاط.' },
      moved: { subject: (title) => `تغيّر الموعد: ${title}`, intro: 'تغيّر الموعد. هذا هو الموعد الجديد.' },
      revived: { subject: (title) => `سيُقام رغم ذلك: ${title}`, intro: 'سيُقام النشاط رغم ذلك.' },
      removed: { subject: (title) => `ملغى: ${title}`, intro: 'أُزيل النشاط من التقويم ولن يُقام.' },
    },
  },
  so: {
    hello: (name) => `Salaan ${name}`,
    children: (count) => (count === 1 ? '1 ilmo' : `${count} carruur ah`),
    cancel: 'Eeg diiwaangelinta, ama ka noqo',
    why: 'Waxaad heshay emaylkan maxaa yeelay carruur baad diiwaangelisay. 30 maalmood kadib magacaaga iyo emaylkaaga waa la tirtiraa.',
    news: {
      coming: {
        subject: (title) => `La diiwaangeliyay: ${title}`,
        intro: 'Waa la idin diiwaangeliyay. Waan idin sugaynaa.',
      },
      waiting: {
        subject: (title) => `Liiska sugitaanka: ${title}`,
        intro: 'Way buuxdaa, laakiin liiska sugitaanka ayaad ku jirtaan. Waan idin soo qoraynaa haddii boos la helo.',
      },
      came_in: {
        subject: (title) => `Boos baa la helay: ${title}`,
        intro: 'Boos baa la helay. Hadda waa idin diiwaangashan tihiin.',
      },
      cancelled: { subject: (title) => `La baajiyay: ${title}`, intro: 'Nasiib darro waa la baajiyay.' },
      moved: { subject: (title) => `La beddelay: ${title}`, intro: 'Waqtigii waa la beddelay. Waa kan waqtiga cusub.' },
      revived: { subject: (title) => `Wuu dhacayaa: ${title}`, intro: 'Ugu dambayn wuu dhacayaa.' },
      removed: { subject: (title) => `La baajiyay: ${title}`, intro: 'Jadwalka waa laga saaray mana dhacayo.' },
    },
  },
  tr: {
    hello: (name) => `Merhaba ${name}`,
    children: (count) => `${count} çocuk`,
    cancel: 'Kaydı gör ya da iptal et',
    why: 'Bu e-postayı çocuk kaydettiğin için alıyorsun. Etkinlikten 30 gün sonra adın ve adresin silinir.',
    news: {
      coming: { subject: (title) => `Kayıt oldu: ${title}`, intro: 'Kaydınız yapıldı. Sizi bekliyoruz.' },
      waiting: {
        subject: (title) => `Bekleme listesinde: ${title}`,
        intro: 'Dolu, ama bekleme listesindesiniz. Yer açılırsa yazarız.',
      },
      came_in: { subject: (title) => `Yer açıldı: ${title}`, intro: 'Yer açıldı. Artık kayıtlısınız.' },
      cancelled: { subject: (title) => `İptal edildi: ${title}`, intro: 'Ne yazık ki iptal edildi.' },
      moved: { subject: (title) => `Zamanı değişti: ${title}`, intro: 'Zamanı değişti. Yeni zaman burada.' },
      revived: { subject: (title) => `Yine de yapılacak: ${title}`, intro: 'Yine de yapılacak.' },
      removed: { subject: (title) => `İptal edildi: ${title}`, intro: 'Takvimden çıkarıldı ve yapılmayacak.' },
    },
  },
  ur: {
    hello: (name) => `السلام علیکم ${name}`,
    children: (count) => `بچوں کی تعداد: ${count}`,
    cancel: 'اندراج دیکھیں یا منسوخ کریں',
    why: 'یہ ای میل آپ کو اس لیے ملی کہ آپ نے بچوں کا نام درج کرایا۔ سرگرمی کے 30 دن بعد آپ کا نام اور ای میل مٹا دیے جاتے ہیں۔',
    news: {
      coming: { subject: (title) => `نام درج ہو گیا: ${title}`, intro: 'آپ کا نام درج ہو گیا ہے۔ ہم آپ کے منتظر ہیں۔' },
      waiting: {
        subject: (title) => `انتظار کی فہرست: ${title}`,
        intro: 'جگہ پُر ہے، مگر آپ انتظار کی فہرست میں ہیں۔ جگہ ملی تو ہم لکھیں گے۔',
      },
      came_in: { subject: (title) => `جگہ مل گئی: ${title}`, intro: 'جگہ مل گئی۔ اب آپ کا نام درج ہے۔' },
      cancelled: { subject: (title) => `منسوخ: ${title}`, intro: 'افسوس، یہ منسوخ ہو گیا ہے۔' },
      moved: { subject: (title) => `وقت بدل گیا: ${title}`, intro: 'وقت بدل گیا ہے۔ یہ نیا وقت ہے۔' },
      revived: { subject: (title) => `یہ ہو گا: ${title}`, intro: 'یہ اب ہو گا۔' },
      removed: { subject: (title) => `منسوخ: ${title}`, intro: 'یہ کیلنڈر سے ہٹا دیا گیا ہے اور نہیں ہو گا۔' },
    },
  },
}

import type { NoReason } from './no-reason.ts'

const da: Record<NoReason, string> = {
  gave_way: 'Vi fik flere ønsker om samme tid, og en anden fik stedet. Du er velkommen til at spørge om en anden tid.',
  taken_already: 'Noget andet har allerede stedet på det tidspunkt.',
  not_confirmed: 'Ingen bekræftede, at stedet skulle bruges, så det blev givet fri.',
  said_no: 'Stedet kunne ikke fås.',
  given_up: 'Stedet er givet fri.',
  taken_back: 'Den, der har stedet, har selv brug for det og har taget sit ja tilbage.',
}

const en: Record<NoReason, string> = {
  gave_way: 'Several wished for the same time, and another got the place. You are welcome to ask for another time.',
  taken_already: 'Something else has the place at that time already.',
  not_confirmed: 'Nobody confirmed that the place would be used, so it was released.',
  said_no: 'The place could not be had.',
  given_up: 'The place has been given up.',
  taken_back: 'Whoever has the place needs it and has taken their yes back.',
}

/** Why a place could not be had. */
export const noReasonTexts = { da, en }

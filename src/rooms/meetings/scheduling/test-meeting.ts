import type { ScheduledMeeting, SchedulingInvited } from './write-scheduling.ts'

export const invitedOf = (address: string, change: Partial<SchedulingInvited> = {}): SchedulingInvited => ({
  address,
  name: '',
  role: 'required',
  kind: 'person',
  answer: 'unanswered',
  delegatedTo: null,
  delegatedFrom: null,
  ...change,
})

/** A meeting as calendars are told of it. */
export const meetingOf = (change: Partial<ScheduledMeeting> = {}): ScheduledMeeting => ({
  uid: '019b2c4e-7d10-7aaa-8bbb-123456789abc@brobyg.example',
  sequence: 0,
  startsAt: Temporal.Instant.from('2026-12-07T08:00:00Z'),
  endsAt: Temporal.Instant.from('2026-12-07T09:30:00Z'),
  summary: 'Styregruppe',
  description: '1. Siden sidst\n2. Økonomi; "Bølgen"',
  location: 'Laden, Havnevej 3',
  url: 'https://brobyg.example/moeder/1',
  organizer: { address: 'svar+abcdefghijklmnopqrstuvwxyz@brobyg.example', name: 'Mette Krog', sentBy: null },
  invited: [
    invitedOf('ane@klub.example', { name: 'Ane Lund' }),
    invitedOf('bo@forening.example', { name: 'Bo "Buller" Friis', role: 'optional', answer: 'perhaps' }),
  ],
  remindMinutes: 60,
  ...change,
})

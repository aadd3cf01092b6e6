/** Words for asking whether two names are of one. */
export const samenessTexts = {
  da: {
    title: (count: number) => (count === 1 ? 'Et navn, der ligner' : `${count} navne, der ligner`),
    intro:
      'Aftalen bruger navne, der næsten er dem, I kender. Sig for hvert, om det er den samme. Så står ingen to gange.',
    takeAll: 'Sæt kryds ved alle forslag',
    kind: { organisation: 'Organisation', plan: 'Helhedsplan', unit: 'Enhed', post: 'Funktion', person: 'Person' },
    another: {
      organisation: 'En anden organisation',
      plan: 'En anden helhedsplan',
      unit: 'En anden enhed',
      post: 'En anden funktion',
      person: 'En anden person',
    },
    same: (name: string) => `Den samme som »${name}«`,
    proposed: 'forslag',
    later: 'Afgør senere',
    laterHint: 'Det, du vil afgøre senere, står som åbne spørgsmål under Enheder og navne.',
    inPlace: (place: string) => `i ${place}`,
    unanswered: (count: number) =>
      count === 1
        ? 'Der mangler svar ved 1 navn. Svar, og prøv så igen.'
        : `Der mangler svar ved ${count} navne. Svar, og prøv så igen.`,
  },
  en: {
    title: (count: number) => (count === 1 ? 'One name much like another' : `${count} names much like others`),
    intro:
      'The agreement uses names that are nearly those you know. Say of each whether it is the same, so that nobody is there twice.',
    takeAll: 'Choose all proposals',
    kind: { organisation: 'Organisation', plan: 'Plan', unit: 'Unit', post: 'Post', person: 'Person' },
    another: {
      organisation: 'Another organisation',
      plan: 'Another plan',
      unit: 'Another unit',
      post: 'Another post',
      person: 'Another person',
    },
    same: (name: string) => `The same as “${name}”`,
    proposed: 'proposed',
    later: 'Settle later',
    laterHint: 'What you settle later stands as open questions under Units and names.',
    inPlace: (place: string) => `in ${place}`,
    unanswered: (count: number) =>
      count === 1
        ? 'One name lacks an answer. Answer it, then try again.'
        : `${count} names lack an answer. Answer them, then try again.`,
  },
}

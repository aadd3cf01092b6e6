import { type DeletionClock, startOf } from '../../access/index.ts'
import { deleteSignUps, listSignUpsBefore } from './sign-up.queries.ts'

/** Those who signed up: forgotten some time after it took place. */
export const signUpClock: DeletionClock = {
  purpose: 'sign_up',
  listDue: async (tx, before) =>
    (await listSignUpsBefore(tx, startOf(before))).map(({ signUpId }) => ({
      thing: 'sign_up',
      ref: signUpId,
      about: null,
    })),
  deleteDue: deleteSignUps,
}

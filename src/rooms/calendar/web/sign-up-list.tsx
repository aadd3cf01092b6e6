import type { FC } from 'hono/jsx'
import { type Language, pick } from '../../../platform/language.ts'
import type { SignUp, SignUpState } from '../sign-up/sign-up.ts'
import { signUpTexts } from '../sign-up/sign-up.texts.ts'

interface ListProps {
  language: Language
  signUps: readonly SignUp[]
  places: number | null
}

/** Who signed up for one time, for those who arrange it; it prints by itself. */
export const SignUpList: FC<ListProps> = ({ language, signUps, places }) => {
  const words = pick(signUpTexts, language)
  const childrenOf = (state: SignUpState) =>
    signUps.filter((one) => one.state === state).reduce((sum, { children }) => sum + children, 0)
  const waiting = childrenOf('waiting')
  return (
    <section class="sign-up-list" aria-labelledby="tilmeldte">
      <h2 id="tilmeldte">{words.title}</h2>
      {signUps.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>
            {words.counted(childrenOf('coming'), places)} {waiting > 0 && words.waiting(waiting)}
          </p>
          <SignUpTable language={language} signUps={signUps} />
          {signUps.some(({ email }) => email === null) && <p class="hint">{words.ring}</p>}
          <p class="hint">{words.privacy}</p>
        </>
      )}
    </section>
  )
}

const SignUpTable: FC<Pick<ListProps, 'language' | 'signUps'>> = ({ language, signUps }) => {
  const words = pick(signUpTexts, language)
  return (
    <table class="sign-up-table">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.reach}</th>
          <th scope="col">{words.children}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {signUps.map((one) => (
          <tr>
            <th scope="row">{one.guardian}</th>
            <td>{one.email ?? one.phone}</td>
            <td>{one.children}</td>
            <td>{words.states[one.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

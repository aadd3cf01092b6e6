/** Addresses around the contacts, as values. */
export const contactPaths = {
  list: '/kontakter',
  mine: '/kontakter/mig',
  ask: '/kontakter/bed',
  toLookAt: '/kontakter/bekraeftelser',
  answer: (contactAnswerId: string) => `/kontakter/svar/${contactAnswerId}`,
  link: (token: string) => `/kontakter/bekraeft/${token}`,
}

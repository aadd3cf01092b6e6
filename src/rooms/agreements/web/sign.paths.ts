/** The addresses about who has confirmed an agreement. */
export const signPaths = {
  page: (slug: string, number: number) => `/aftaler/${slug}/tiltraedelse?udgave=${number}`,
  sign: (slug: string) => `/aftaler/${slug}/tiltraedelse`,
  ask: (slug: string) => `/aftaler/${slug}/tiltraedelse/bed`,
  check: (slug: string) => `/aftaler/${slug}/tiltraedelse/kontrol`,
}

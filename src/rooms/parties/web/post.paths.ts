/** Addresses of the pages about one post, as values. */
export const postPaths = {
  post: (postId: string) => `/funktioner/${postId}`,
  swap: (postId: string) => `/funktioner/${postId}/skift`,
}

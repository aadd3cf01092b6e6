/** A page of a list, in the envelope that HSDS 3 gives it. */
export const pageOf = <Thing>(things: readonly Thing[], number: number, size: number) => {
  const pages = Math.max(1, Math.ceil(things.length / size))
  const contents = things.slice((number - 1) * size, number * size)
  return {
    total_items: things.length,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: contents.length === 0,
    contents,
  }
}

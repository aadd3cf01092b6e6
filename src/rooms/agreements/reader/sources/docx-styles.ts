interface ParagraphStyle {
  id: string
  name: string
  basedOn: string | null
  outlineLevel: number | null
}

const valueOf = (xml: string, tag: string): string | null =>
  new RegExp(`<w:${tag}\\s[^>]{0,200}?w:val="([^"]{0,200})"`).exec(xml)?.[1] ?? null

const stylesIn = (stylesXml: string): Map<string, ParagraphStyle> => {
  const styles = new Map<string, ParagraphStyle>()
  for (const part of stylesXml.split('<w:style ').slice(1)) {
    const xml = part.slice(0, part.indexOf('</w:style>'))
    const open = xml.slice(0, Math.max(0, xml.indexOf('>')))
    const id = /w:styleId="([^"]{1,200})"/.exec(open)?.[1]
    if (id === undefined || !open.includes('w:type="paragraph"')) continue
    const outline = valueOf(xml, 'outlineLvl')
    styles.set(id, {
      id,
      name: (valueOf(xml, 'name') ?? '').toLowerCase(),
      basedOn: valueOf(xml, 'basedOn'),
      outlineLevel: outline === null ? null : Number(outline) + 1,
    })
  }
  return styles
}

const namedLevel = (name: string): number | null => {
  if (name === 'title' || name === 'titel') return 1
  if (name === 'subtitle' || name === 'undertitel') return 2
  const level = /^(?:heading|overskrift) ?([1-9])$/.exec(name)?.[1]
  return level === undefined ? null : Number(level)
}

const levelOf = (style: ParagraphStyle | undefined, styles: Map<string, ParagraphStyle>): number | null => {
  let at = style
  for (let steps = 0; at !== undefined && steps < 12; steps++) {
    if (at.name.startsWith('toc ')) return null
    if (at.outlineLevel === 10) return null
    const level = namedLevel(at.name) ?? at.outlineLevel
    if (level !== null) return Math.min(level, 6)
    at = at.basedOn === null ? undefined : styles.get(at.basedOn)
  }
  return null
}

/**
 * Which paragraph styles of a Word file are headings, as lines of mammoth's style map: by their name in Word or LibreOffice,
 * by their outline level, or by the style they are based on.
 */
export const headingStyleMap = (stylesXml: string): string[] => {
  const styles = stylesIn(stylesXml)
  return [...styles.values()].flatMap((style) => {
    const level = levelOf(style, styles)
    return level === null || !/^[\w-]+$/.test(style.id) ? [] : [`p.${style.id} => h${level}:fresh`]
  })
}

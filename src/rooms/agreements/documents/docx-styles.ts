import { AlignmentType, LevelFormat, LineRuleType } from 'docx'
import type { INumberingOptions, IStylesOptions } from 'docx'

/** Colours as Word writes them. */
export const ink = '1C2530'
export const quiet = '5A6572'
export const accent = '0B5394'
export const hair = 'D3D9E0'
export const wash = 'F5F7F9'

const font = 'Calibri'
export const bulletReference = 'bullets'
export const aside = 'Heading2Aside'

const heading = (size: number, color: string, before: number, after: number) => ({
  run: { font, size, bold: true, color },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
})

const heading2 = heading(27, ink, 420, 160)

/** Real styles, so that Word's navigation, contents and screen readers know the headings. Sizes in half points. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 21, color: ink, language: { value: 'da-DK' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font, size: 60, bold: true, color: ink },
      paragraph: { spacing: { before: 3400, after: 120, line: 228, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(38, accent, 560, 260),
    heading2,
    heading3: heading(23, quiet, 300, 120),
    footnoteText: { run: { size: 17, color: quiet } },
  },
  paragraphStyles: [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 30, color: accent } },
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      run: { size: 38, bold: true, color: accent },
      paragraph: { spacing: { before: 560, after: 260 } },
    },
    // A heading that the table of contents passes over.
    {
      id: aside,
      name: 'Aside Heading',
      basedOn: 'Normal',
      next: 'Normal',
      ...heading2,
      paragraph: { ...heading2.paragraph, outlineLevel: 1 },
    },
    { id: 'Remark', name: 'Remark', basedOn: 'Normal', run: { size: 19, color: quiet }, paragraph: { keepNext: true } },
    {
      id: 'ColumnHeading',
      name: 'Column Heading',
      basedOn: 'Normal',
      run: { size: 17, bold: true, color: quiet },
      paragraph: { keepNext: true, spacing: { after: 0 } },
    },
    {
      id: 'Question',
      name: 'Question',
      basedOn: 'Normal',
      run: { size: 19, bold: true },
      paragraph: { spacing: { after: 0 } },
    },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { after: 0, line: 252 } } },
    { id: 'Running', name: 'Running', basedOn: 'Normal', run: { size: 16, color: quiet } },
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 160, after: 20 } },
    },
    { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { indent: { left: 280 }, spacing: { after: 20 } } },
  ],
}

export const docxNumbering: INumberingOptions = {
  config: [
    {
      reference: bulletReference,
      levels: [0, 1, 2, 3].map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '•' : '–',
        alignment: AlignmentType.LEFT,
        style: {
          run: { font, color: level % 2 === 0 ? accent : quiet },
          paragraph: { indent: { left: 260 + level * 260, hanging: 260 } },
        },
      })),
    },
  ],
}

/** Addresses of the draft pages, as values. */
export const draftPaths = {
  drafts: '/udkast',
  upload: '/aftaler/ny',
  fromTemplate: '/aftaler/ny/skabelon',
  nextPeriod: '/aftaler/ny/naeste-periode',
  focusAreas: '/indsatsomraader',
  changeFocusArea: (focusAreaId: string) => `/indsatsomraader?ret=${focusAreaId}#ret`,
  guide: (draftId: string, step?: string) => `/udkast/${draftId}/skabelon${step === undefined ? '' : `?trin=${step}`}`,
  preview: (draftId: string) => `/udkast/${draftId}/se`,
  draft: (draftId: string) => `/udkast/${draftId}`,
  field: (draftId: string, path: string) => `/udkast/${draftId}/ret?felt=${encodeURIComponent(path)}`,
  settle: (draftId: string) => `/udkast/${draftId}/svar`,
  undo: (draftId: string) => `/udkast/${draftId}/fortryd`,
  discard: (draftId: string) => `/udkast/${draftId}/opgiv`,
  confirm: (draftId: string) => `/udkast/${draftId}/bekraeft`,
  sourceFile: (sourceDocumentId: string) => `/kilder/${sourceDocumentId}`,
  /** The line in the source pane of the same page. */
  line: (line: number) => `#linje-${line}`,
}

/** How deep parts of a mail may stand in parts, and how much may stand above them. Mails within mails are opened one by one. */
export const mimeLimits = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true } as const

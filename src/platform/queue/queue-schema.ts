/** The schema that holds a municipality's queue, beside the one that holds its tables. */
export const queueSchemaOf = (schema: string): string => `${schema}_queue`

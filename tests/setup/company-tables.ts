import { CLASSIFICATION } from '#db/classification.ts';

/** Every table whose rows are a company's, with its schema: a table that is new is in every attack on them. */
export const companyTables: readonly string[] = Object.entries(CLASSIFICATION).flatMap(
  ([name, columns]) => (name.startsWith('junbi.') && 'company_id' in columns ? [name] : []),
);

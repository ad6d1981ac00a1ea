import { editionIds, loadEdition } from '#assessments/library.ts';

/** The edition that an assessment started on a page is pinned to. */
export const newestEdition = loadEdition(editionIds().at(-1) ?? '');

/** Where a document is kept, as a category; never a place, a room or an address (never.md N5). */
export const LOCATIONS = [
  'document-system',
  'file-server',
  'paper-files',
  'locked-storage',
  'personnel-system',
  'ticket-system',
  'outside-keeper',
  'other',
] as const;
export type Location = (typeof LOCATIONS)[number];

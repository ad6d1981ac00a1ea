import { editionIds, loadEdition } from '#assessments/library.ts';
import { publishContent } from '../content.ts';
import type { DatabaseSettings } from '../settings.ts';
import { withOwner } from '../tenant.ts';
import { withOwnerUrl } from './owner-url.ts';

/** Publishes the editions of this checkout; the same again does nothing. */
export async function publishEditions(
  settings: DatabaseSettings,
  log: (line: string) => void,
): Promise<void> {
  const editions = editionIds().map((id) => loadEdition(id));
  const { fresh } = await withOwnerUrl(settings, log, (ownerUrl) =>
    withOwner(ownerUrl, (tx) => publishContent(tx, editions)),
  );
  log(fresh.length > 0 ? `Published ${fresh.join(', ')}.` : 'Everything was published already.');
}

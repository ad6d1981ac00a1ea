import type { Fields } from './visitor.ts';
import { formWith } from './form.ts';
import { expectStatus, type Person } from './people.ts';

/** Groups and numbers as an owner types them; the number is that of a public body. */
export const groupFields = {
  industry: 'machining',
  region: 'kanto',
  size: 'below-50',
  number: '7000012050002',
  parent: '',
};

/** Takes part in an association's figures through the page and its preview; needs a signed result. */
export async function contributeThrough(
  { visitor }: Person,
  { org, association }: { org: string; association: string },
  fields: Fields = {},
): Promise<void> {
  const page = `/o/${org}/associations/${association}`;
  const preview = await visitor.post(page, { intent: 'preview', ...groupFields, ...fields });
  expectStatus(preview, 200);
  const form = formWith(preview.text, 'expected');
  expectStatus(await visitor.post(page, form.fields), 303);
}

import type { Place } from './answers.ts';
import { formWith } from './form.ts';
import { expectStatus, type Person } from './people.ts';

// Owners, dates and comments, through the forms.

/** Gives a section that nobody has to a member by their name, until a day. */
export async function assign(
  { visitor }: Person,
  { org, assessment }: Place,
  { section, owner, due }: { section: string; owner: string; due: string },
): Promise<void> {
  const page = `/o/${org}/assessments/${assessment}/owners`;
  const { text } = await visitor.get(page);
  const option = new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>${owner}</option>`);
  const [, account = ''] = option.exec(text) ?? [];
  expectStatus(await visitor.post(page, { section, base: '0', owner: account, due }), 303);
}

/** Comments on a question, for the first member that the form offers. */
export async function commentOn(
  { visitor }: Person,
  { org, assessment }: Place,
  question: string,
  body: string,
): Promise<void> {
  const page = `/o/${org}/assessments/${assessment}/questions/${question}/comments`;
  const { text } = await visitor.get(page);
  const { fields } = formWith(text, 'body');
  const [, mention = ''] = /name="mention" value="([^"]+)"/.exec(text) ?? [];
  const sent = { ...fields, body, ...(mention !== '' && { mention }) };
  expectStatus(await visitor.post(page, sent), 303);
}

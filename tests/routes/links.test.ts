import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { privacy } from '#app/messages/operator.ts';
import { signIn } from '#app/messages/sign-in.ts';
import { openApp, type App } from '../setup/app.ts';
import { plain } from '../setup/form.ts';
import { linkSentTo, password, signUp } from '../setup/people.ts';
import { visitor } from '../setup/visitor.ts';

// Messages with links, and their pages: in the language of the one who asks, with a title that is true.

let app: App;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

/** The newest message to an address, of any kind or of this one. */
async function newestTo(email: string, kind?: string) {
  const { rows } = await app.superuser.query<{ subject: string; locale: string; kind: string }>(
    `select subject, locale, kind from auth.outbox where to_address = $1 and kind = coalesce($2, kind)
      order by created_at desc limit 1`,
    [email, kind],
  );
  return rows[0];
}

test('who signed up in Japanese and asks in English is answered in English', async () => {
  const { email, visitor: person } = await signUp(app);
  expect(await newestTo(email)).toMatchObject({ kind: 'sign-up', locale: 'ja' });
  const stranger = visitor(app.origin, 'en');
  await stranger.post('/password', { email });
  expect(await newestTo(email)).toMatchObject({
    kind: 'password-reset',
    locale: 'en',
    subject: expect.stringContaining('choose a new password'),
  });
  await stranger.post('/signup', { email });
  expect(await newestTo(email)).toMatchObject({ kind: 'already-registered', locale: 'en' });
  await stranger.post('/password', { email });
  expect((await stranger.post(await linkSentTo(app, email), { password })).status).toBe(303);
  expect(await newestTo(email, 'password-changed')).toMatchObject({ locale: 'en' });
  // Who asks from a browser that the account does not know: its person is told in their own language.
  expect(await newestTo(email)).toMatchObject({ kind: 'new-browser', locale: 'ja' });
  // The control: in Japanese the same form sends Japanese.
  const other = visitor(app.origin);
  await other.post('/password', { email });
  expect(await newestTo(email)).toMatchObject({ kind: 'password-reset', locale: 'ja' });
  for (const one of [stranger, other, person]) one.close();
});

test('the account keeps the language that its person has chosen, and a stranger’s choice changes nothing', async () => {
  const { email, visitor: person } = await signUp(app);
  const stored = async () =>
    (
      await app.superuser.query<{ locale: string }>(
        'select locale from auth.account where email = $1',
        [email],
      )
    ).rows[0]?.locale;
  expect(await stored()).toBe('ja');
  await person.get('/language?to=en&back=/companies');
  expect(await stored()).toBe('en');
  const stranger = visitor(app.origin);
  await stranger.get('/language?to=ja&back=/');
  expect(await stored()).toBe('en');
  await person.get('/language?to=ja&back=/companies');
  expect(await stored()).toBe('ja');
  stranger.close();
  person.close();
});

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test.each([
    ['signup', 'finish'],
    ['password', 'reset'],
  ] as const)(
    'the page of a /%s link has its own title, and another once it is dead',
    async (path, texts) => {
      const t = signIn[language];
      const stranger = visitor(app.origin, language);
      const email = `${randomUUID()}@example.jp`;
      await stranger.post(`/${path === 'signup' ? 'signup' : 'password'}`, {
        email: path === 'signup' ? email : (await signUp(app)).email,
      });
      const live = path === 'signup' ? await linkSentTo(app, email) : await newestLink('password');
      expect(titleOf((await stranger.get(live)).text)).toContain(t[texts].title);
      const dead = await stranger.get(`/${path}/used-or-never-sent`);
      expect(titleOf(dead.text)).toContain(t.expired.title);
      expect(plain(dead.text)).toContain(t[texts].expired);
      expect(plain(dead.text)).toContain(t[texts].again);
      expect(dead.text).toContain(`href="/${path}"`);
      stranger.close();
    },
  );
});

const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

async function newestLink(path: string): Promise<string> {
  const { rows } = await app.superuser.query<{ text: string }>(
    `select body_text as text from auth.outbox where body_text like '%/' || $1 || '/%'
      order by created_at desc limit 1`,
    [path],
  );
  return /https?:\/\/[^/]+(\/\S+)/.exec(rows[0]?.text ?? '')?.[1] ?? '';
}

test('a sign-in keeps the family of the browser and nothing finer, and the privacy text says so', async () => {
  const { email, visitor: person } = await signUp(app);
  const agent = 'Mozilla/5.0 (Unlikely; rv:99) Gecko Firefox/99';
  await person.post('/signin', { email, password }, { 'user-agent': agent });
  const { rows } = await app.superuser.query<{ user_agent_family: string | null }>(
    `select s.* from auth.session s join auth.account a on a.id = s.account_id where a.email = $1`,
    [email],
  );
  expect(rows).toHaveLength(2);
  expect(rows.filter((row) => row.user_agent_family === 'Firefox')).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/Mozilla|Unlikely|Gecko|rv:99|Firefox\/99/);
  expect(JSON.stringify(privacy.ja)).toContain('ブラウザーの種類');
  expect(JSON.stringify(privacy.en)).toContain('the kind of browser');
  person.close();
});

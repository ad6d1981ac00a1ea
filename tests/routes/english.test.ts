import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from '../setup/app.ts';
import { visitor, type Visitor } from '../setup/visitor.ts';
import { makeWorld, type World } from './looked-world.ts';
import { manifest } from './manifest.ts';

// An English page is punctuated as English: the signs of Japanese stand on it only in what people
// wrote and in what is marked as Japanese.

let app: App;
let world: World;
let anybody: Visitor;
beforeAll(async () => {
  app = await openApp();
  world = await makeWorld(app);
  anybody = visitor(app.origin);
});
afterAll(async () => {
  for (const one of [anybody, world.member.visitor, world.newcomer.visitor]) one.close();
  await app.close();
});

const COOKIE = { ja: 'ImphIg%3D%3D', en: 'ImVuIg%3D%3D' } as const;

/** Pages of other texts than ours. */
const OTHERS = new Set(['routes/dev.outbox']);

const pages = Object.entries(manifest)
  .filter(([route]) => !OTHERS.has(route))
  .flatMap(([route, states]) =>
    Object.values({ ...states, ...states.more, more: 'Stands beside the others here.' }).flatMap(
      (reach) => (typeof reach === 'string' ? [] : [{ route, reach }]),
    ),
  );

/** 、。「」（）＝： and the full-width space, each with what stands around it. */
function japaneseSigns(html: string): string[] {
  const ours = html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<(\w+)[^>]* lang="ja"[^>]*>[^<]*<\/\1>/g, '')
    .replaceAll(/<textarea[\s\S]*?<\/textarea>/g, '')
    // Titles of evidence, as people wrote them.
    .replaceAll(/<select[^>]* name="evidence"[\s\S]*?<\/select>/g, '')
    .replaceAll('<!-- -->', '');
  const signs = /.{0,40}[\u3000-\u303f\u30fb\uff00-\uffef].{0,40}/gu;
  return ours.match(signs) ?? [];
}

async function pageIn(language: 'ja' | 'en', { reach }: (typeof pages)[number]): Promise<string> {
  const person = reach.who === 'nobody' ? anybody : world[reach.who].visitor;
  person.cookies.set('language', COOKIE[language]);
  return (await person.get(reach.path(world))).text;
}

describe('signs of Japanese on an English page', () => {
  test.each(pages)('$route', async (page) => {
    expect(japaneseSigns(await pageIn('en', page))).toEqual([]);
  });

  test('with every gap and every action open', async () => {
    const { org, assessment } = world.place;
    const found: string[] = [];
    for (const list of ['gaps', 'actions', 'questions?filter=unknown', 'questions?q=key']) {
      const path = () => `/o/${org}/assessments/${assessment}/${list}`;
      const html = await pageIn('en', { route: list, reach: { who: 'member', path } });
      found.push(...japaneseSigns(html));
    }
    expect(found).toEqual([]);
  });

  test('are found where there are some (the control)', async () => {
    const [gaps] = pages.filter(({ route }) => route === 'routes/o.$org.gaps').slice(1);
    if (!gaps) throw new Error('There is no full page of gaps.');
    const found = japaneseSigns(await pageIn('ja', gaps)).join('\n');
    for (const sign of ['、', '（', ' ＝ ', '：', '　']) expect(found).toContain(sign);
  });
});

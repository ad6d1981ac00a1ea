import { gzipSync } from 'node:zlib';
import { indexEdition } from '#assessments/edition-index.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import { factFields, questionPath, saveAll, variedAnswers } from '../setup/answers.ts';
import { openApp } from '../setup/app.ts';
import { freePort } from '../setup/free-port.ts';
import { fillProfile, foundCompany, signUp, startAssessment } from '../setup/people.ts';
import { startServerProcess } from '../setup/server-process.ts';
import { visitor, type Visitor } from '../setup/visitor.ts';
import { inTurns, type Row } from './row.ts';

const COUNT = { rounds: 200, warmUp: 40 };

/** The answer pages of a half-answered full assessment beside the page of the reference app. */
export async function pages(): Promise<Row[]> {
  const app = await openApp();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const reference = await startServerProcess(
    { PORT: String(port), APP_ORIGIN: origin },
    'tests/bench/reference/server.ts',
  );
  const stranger = visitor(origin);
  try {
    const person = await signUp(app);
    const org = await foundCompany(person);
    await fillProfile(person, org, factFields);
    const place = { org, assessment: await startAssessment(person, org, { mode: 'full' }) };
    const edition = newestEdition;
    await saveAll(person, place, variedAnswers(edition, 'standard'));

    const section = `/o/${org}/assessments/${place.assessment}/sections/${largestDomain()}`;
    const question = questionPath(place, `${largestDomain()}-01.level`);
    const times = await inTurns(
      {
        reference: () => read(stranger, '/'),
        question: () => read(person.visitor, question),
        section: () => read(person.visitor, section),
      },
      COUNT,
    );
    const beside = (name: string, figure: number, times_: number): Row => ({
      name,
      figure,
      reference: times['reference'] ?? NaN,
      unit: 'ms',
      limit: { times: times_ },
    });
    return [
      beside('largest section, p50 / reference page', times['section'] ?? NaN, 5),
      beside('one question, p50 / reference page', times['question'] ?? NaN, 3),
      {
        name: 'JavaScript of the answer page, gzip / of the reference page',
        figure: await scriptKilobytes(person.visitor, question),
        reference: await scriptKilobytes(stranger, '/'),
        unit: 'KB',
        limit: { plus: 40 },
      },
    ];
  } finally {
    stranger.close();
    await reference.stop();
    await app.close();
  }
}

async function read(from: Visitor, path: string): Promise<void> {
  const { status } = await from.get(path, { 'accept-encoding': 'gzip' });
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
}

/** The domain with the most questions in full mode. */
function largestDomain(): string {
  const counts = new Map<string, number>();
  for (const { id } of indexEdition(newestEdition).questions) {
    counts.set(id.slice(0, 1), (counts.get(id.slice(0, 1)) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'A';
}

/** All scripts that a page loads, by following its preloads and their imports; KB of 1,000 bytes. */
async function scriptKilobytes(from: Visitor, path: string): Promise<number> {
  const seen = new Set<string>();
  let bytes = 0;
  const follow = async (text: string) => {
    // What `import(…)` names is fetched when a person needs it, not with the page.
    const withPage = text.replaceAll(/\bimport\([^)]*\)/g, '');
    for (const [, name = ''] of withPage.matchAll(/["'`](?:\/assets\/|\.\/)([\w.$-]+\.js)["'`]/g)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const script = await from.get(`/assets/${name}`);
      if (script.status !== 200) throw new Error(`${name} answered ${script.status}.`);
      bytes += gzipSync(script.text).byteLength;
      // The manifest names the scripts of every page, which this page does not load.
      if (!name.startsWith('manifest-')) await follow(script.text);
    }
  };
  const { text } = await from.get(path);
  await follow(text.replaceAll('\\"', '"'));
  return bytes / 1000;
}

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { saveAnswer } from '#db/answers.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { contextDigest } from '#db/session-token.ts';
import { withCompany } from '#db/tenant.ts';
import { questionPath } from '../setup/answers.ts';
import { openApp } from '../setup/app.ts';
import { formWith } from '../setup/form.ts';
import { foundCompany, signUp, startAssessment, type Person } from '../setup/people.ts';
import { inTurns, type Row } from './row.ts';

const COUNT = { rounds: 600, warmUp: 100 };
const question = 'A-02.level';
const other = 'A-03.level';

/** Saving an answer beside the least that a durable insert takes, and the whole way over HTTP. */
export async function saving(): Promise<Row[]> {
  const app = await openApp();
  const { appUrl, authUrl } = app.database;
  openPools({ appUrl, authUrl });
  const plain = new Client({ connectionString: appUrl });
  await plain.connect();
  try {
    const person = await signUp(app);
    const org = await foundCompany(person);
    const assessment = await startAssessment(person, org);
    const member = { companyId: org, contextDigest: contextDigest(tokenOf(person)) };
    await app.superuser.query(bareTable);

    const bare = async () => {
      await plain.query('begin');
      await plain.query(`set local app.capability = '${'x'.repeat(200)}'`);
      await plain.query('insert into public.bare values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)', [
        org,
        assessment,
        question,
        1,
        'governance',
        '{"level":2}',
        null,
        randomUUID(),
        randomUUID(),
        person.name,
      ]);
      await plain.query('commit');
    };
    let version = 0;
    const verb = async () => {
      const saved = await withCompany(member, (tx) =>
        saveAnswer(tx, {
          assessmentId: assessment,
          questionId: question,
          questionnaire: 'governance',
          base: version,
          answer: { level: 2 },
          note: null,
          requestId: randomUUID(),
          byName: person.name,
        }),
      );
      if (!saved.ok) throw new Error(saved.reason);
      version = saved.version;
    };
    const path = questionPath({ org, assessment }, other);
    const { fields } = formWith((await person.visitor.get(path)).text, 'base');
    let base = 0;
    const http = async () => {
      const given = {
        intent: 'save',
        level: String(base % 5),
        base: String(base),
        request: randomUUID(),
      };
      const { status } = await person.visitor.post(path, { ...fields, ...given });
      if (status !== 303) throw new Error(`The form answered ${status}.`);
      base += 1;
    };
    const times = await inTurns({ bare, verb, http }, COUNT);
    const reference = times['bare'] ?? NaN;
    return [
      {
        name: 'saving an answer, the verb, p50 / bare insert',
        figure: times['verb'] ?? NaN,
        reference,
        unit: 'ms',
        limit: { times: 4 },
      },
      {
        name: 'saving an answer over HTTP, p50 / bare insert',
        figure: times['http'] ?? NaN,
        reference,
        unit: 'ms',
        limit: null,
      },
    ];
  } finally {
    await plain.end();
    await closePools();
    await app.close();
  }
}

const bareTable = `
  create table public.bare (company_id uuid, assessment_id uuid, question_id text, version int,
    questionnaire text, answer jsonb, note text, request_id uuid primary key, actor uuid,
    actor_name text, at timestamptz default now());
  grant usage on schema public to app;
  grant insert on public.bare to app`;

/** The token in the session cookie, which the framework stores as base64 of JSON. */
function tokenOf({ visitor }: Person): string {
  const cookie = decodeURIComponent(visitor.cookies.get('sid') ?? '');
  return String(JSON.parse(Buffer.from(cookie, 'base64').toString('utf8')));
}

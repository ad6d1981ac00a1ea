import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { recordView } from './audit.ts';
import { answerHistory, type SavedAnswer } from './answers.ts';
import { listAssessments } from './assessments.ts';
import { readEdition } from './content.ts';
import { SCOPES } from './engagements.ts';
import { partOf, readReach } from './part.ts';
import { instant, rows } from './rows.ts';
import {
  NoAccess,
  withCompany,
  withConsultancy,
  type CompanyTx,
  type Consultant,
  type ConsultancyTx,
} from './tenant.ts';

export const GATE_STATES = ['blocked', 'undetermined', 'not-started', 'clear'] as const;
export type GateState = (typeof GATE_STATES)[number];

/** By what a portfolio may be sorted; never by a percentage, which would rank companies. */
export const CLIENT_ORDERS = ['state', 'blockers', 'activity', 'name'] as const;
export type ClientOrder = (typeof CLIENT_ORDERS)[number];

export type Client = {
  clientId: string;
  name: string;
  scope: (typeof SCOPES)[number];
  questionnaires: string[] | null;
  endsAt: Date;
  gateState: GateState;
  blockers: number;
  open: number;
  overdue: number;
  lastActivity: Date;
};

const client = z.strictObject({
  client_id: z.string(),
  client_name: z.string(),
  scope: z.enum(SCOPES),
  questionnaires: z.array(z.string()).nullable(),
  ends_at: instant,
  gate_state: z.enum(GATE_STATES),
  blockers: z.number(),
  open: z.number(),
  overdue: z.number(),
  last_activity: instant,
});

const tally = z.strictObject({ state: z.enum(GATE_STATES), count: z.number() });
const total = z.strictObject({ total: z.number() });

const ORDERS: Record<ClientOrder, SQL> = {
  state: sql`array_position(array['blocked', 'undetermined', 'not-started', 'clear'], s.gate_state), s.blockers desc`,
  blockers: sql`s.blockers desc`,
  activity: sql`s.last_activity desc`,
  name: sql`s.client_name`,
};

export const CLIENTS_PER_PAGE = 50;

/** The clients of the consultancy as their summaries tell: counts of all, and one page of what the filter leaves. */
export async function listClients(
  tx: ConsultancyTx,
  wish: { query: string; state: GateState | null; order: ClientOrder; offset: number },
): Promise<{ clients: Client[]; found: number; tally: Record<GateState, number> }> {
  await tx.execute(sql`select ctx.forget_ended_clients()`);
  const counted = await rows(
    tx,
    tally,
    sql`select gate_state as state, count(*)::int as count from junbi.client_summary group by gate_state`,
  );
  const filter = sql`
    (${wish.state}::text is null or s.gate_state = ${wish.state})
    and position(lower(normalize(${wish.query}, nfkc)) in lower(normalize(s.client_name, nfkc))) > 0`;
  const [sum] = await rows(
    tx,
    total,
    sql`select count(*)::int as total from junbi.client_summary s where ${filter}`,
  );
  const page = await rows(
    tx,
    client,
    sql`
      select s.client_id, s.client_name, s.scope, s.questionnaires, s.ends_at, s.gate_state, s.blockers, s.open,
             s.overdue, s.last_activity
        from junbi.client_summary s
       where ${filter}
       order by ${ORDERS[wish.order]}, s.client_name, s.client_id
       limit ${CLIENTS_PER_PAGE} offset ${wish.offset}`,
  );
  const count = (state: GateState) => counted.find((one) => one.state === state)?.count ?? 0;
  return {
    found: sum?.total ?? 0,
    tally: {
      blocked: count('blocked'),
      undetermined: count('undetermined'),
      'not-started': count('not-started'),
      clear: count('clear'),
    },
    clients: page.map((row) => ({
      clientId: row.client_id,
      name: row.client_name,
      scope: row.scope,
      questionnaires: row.questionnaires,
      endsAt: row.ends_at,
      gateState: row.gate_state,
      blockers: row.blockers,
      open: row.open,
      overdue: row.overdue,
      lastActivity: row.last_activity,
    })),
  };
}

/** What one client says to a question; `outside`: the engagement does not reach it. */
export type ClientAnswer =
  | { kind: 'answered'; assessmentId: string; saved: SavedAnswer }
  | { kind: 'unanswered'; assessmentId: string }
  | { kind: 'not-started' | 'outside' };

const PER_PAGE = 20;
const named = z.strictObject({ client_name: z.string() });

/** The name of a client as the portfolio has it; null for whoever is none. */
export async function nameOfClient(tx: ConsultancyTx, clientId: string): Promise<string | null> {
  const [row] = await rows(
    tx,
    named,
    sql`select client_name from junbi.client_summary where client_id = ${clientId}`,
  );
  return row?.client_name ?? null;
}

const head = z.strictObject({ client_id: z.string(), client_name: z.string() });

/**
 * One question across the clients, by name, 20 at a time. Each is read through a capability of its own, so
 * that an engagement which has ended meanwhile leaves its client out.
 */
export async function askClients(
  consultant: Consultant,
  { questionId, offset }: { questionId: string; offset: number },
): Promise<{ answers: (ClientAnswer & { clientId: string; name: string })[]; more: boolean }> {
  const clients = await withConsultancy(consultant, (tx) =>
    rows(
      tx,
      head,
      sql`select client_id, client_name from junbi.client_summary
           order by client_name, client_id limit ${PER_PAGE + 1} offset ${offset}`,
    ),
  );
  const answers: (ClientAnswer & { clientId: string; name: string })[] = [];
  for (const { client_id: clientId, client_name: name } of clients.slice(0, PER_PAGE)) {
    const inside = { contextDigest: consultant.contextDigest, companyId: clientId };
    const answer = await withCompany(inside, (tx) => seeAnswer(tx, questionId)).catch(ifEnded);
    if (answer) answers.push({ ...answer, clientId, name });
  }
  return { answers, more: clients.length > PER_PAGE };
}

/** What somebody from outside reads of a company stands in its access log. */
async function seeAnswer(tx: CompanyTx, questionId: string): Promise<ClientAnswer> {
  const answer = await askClient(tx, questionId);
  const assessment = 'assessmentId' in answer ? answer.assessmentId : null;
  await recordView(tx, { screen: 'clients/question', assessment, item: questionId });
  return answer;
}

async function askClient(tx: CompanyTx, questionId: string): Promise<ClientAnswer> {
  const [newest] = await listAssessments(tx);
  if (!newest) return { kind: 'not-started' };
  const { assessmentId, editionId } = newest;
  const edition = await readEdition(tx, editionId);
  if (!edition) throw new Error(`Edition ${editionId} of an assessment is not published.`);
  const { sections } = partOf(edition, await readReach(tx));
  if (!sections.includes(questionId.slice(0, 1))) return { kind: 'outside' };
  const [saved] = await answerHistory(tx, assessmentId, questionId, { limit: 1 });
  if (!saved || 'cleared' in saved.answer) return { kind: 'unanswered', assessmentId };
  return { kind: 'answered', assessmentId, saved };
}

function ifEnded(error: unknown): null {
  if (error instanceof NoAccess) return null;
  throw error;
}

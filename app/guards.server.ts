import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import type { CompanyAccess, CompanyRole, LiveSession } from '#db/sessions.ts';
import { recordRefusal, recordView } from '#db/audit.ts';
import type { Wanted } from '#db/audit-actions.ts';
import { NoAccess, withCompany, type CompanyTx, type Member } from '#db/tenant.ts';
import { sessionOf } from './auth/session.server.ts';
import { paths } from './paths.ts';
import { viewOf, type View } from './screen.ts';
import { redirectTo } from './safe-redirect.ts';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>;

/** A signed-in person inside one company. */
export interface CompanyMember extends Member, CompanyAccess {
  companyId: string;
  accountId: string;
  name: string;
  /** What somebody from outside of the company is about to see: it goes into the access log. */
  view: View | null;
}

// The context object is one per request: parent and child routes ask once.
const sessions = new WeakMap<AppLoadContext, Promise<LiveSession | null>>();

export function currentSession({ request, context }: Args): Promise<LiveSession | null> {
  const known = sessions.get(context);
  if (known) return known;
  const found = sessionOf(request, context.environment, { isUse: !isRetry(request) });
  sessions.set(context, found);
  return found;
}

/** A save that the page sends again by itself must not keep a session alive. */
function isRetry({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).searchParams.get('by') === 'retry';
}

/** The session, or a redirect to the sign-in page that leads back here. */
export async function requireSession(args: Args): Promise<LiveSession> {
  const session = await currentSession(args);
  if (session) return session;
  const { pathname, search } = new URL(args.request.url);
  const back = args.request.method === 'GET' ? pathname + search : pathname;
  throw redirectTo(`${paths.signIn}?${new URLSearchParams({ back }).toString()}`);
}

/** A member of the company in the address; a company that one may not see does not exist. */
export async function requireMember(args: Args): Promise<CompanyMember> {
  const session = await requireSession(args);
  const access = session.companies.find((company) => company.companyId === args.params['org']);
  if (!access) throw notFound();
  return {
    ...access,
    contextDigest: session.contextDigest,
    accountId: session.account.accountId,
    name: session.account.name,
    view: access.consultancyId === null ? null : viewIn(args),
  };
}

/** One verb in the member's company; where the access has just ended, the page does not exist. */
export async function inCompany<T>(
  member: CompanyMember,
  work: (tx: CompanyTx) => Promise<T>,
): Promise<T> {
  try {
    return await withCompany(member, async (tx) => {
      const result = await work(tx);
      if (member.view && isFirst(member.view)) await recordView(tx, member.view);
      return result;
    });
  } catch (error) {
    if (error instanceof NoAccess) throw notFound();
    throw error;
  }
}

const views = new WeakMap<AppLoadContext, View>();
const recorded = new WeakSet<View>();

/** What a request is about to show; what a form does has an entry of its own. */
function viewIn({ request, context }: Args): View | null {
  if (request.method !== 'GET') return null;
  const view = views.get(context) ?? viewOf(new URL(request.url).pathname);
  views.set(context, view);
  return view;
}

/** A page is seen once, however often its loader asks. */
function isFirst(view: View): boolean {
  if (recorded.has(view)) return false;
  recorded.add(view);
  return true;
}

/** A member in one of these roles; for the others the page does not exist, and the log says that they tried. */
export async function requireRole(
  args: Args,
  roles: readonly CompanyRole[],
  wanted: Wanted,
): Promise<CompanyMember> {
  const member = await requireMember(args);
  if (roles.includes(member.role)) return member;
  await inCompany({ ...member, view: null }, (tx) => recordRefusal(tx, wanted, 'company/page'));
  throw notFound();
}

/** How long ago somebody may have proved who they are, for what cannot be undone. */
const CONFIRMED_MS = 5 * 60 * 1000;

/** A session whose person has just proved who they are; else 403. */
export async function requireConfirmed(args: Args): Promise<LiveSession> {
  const session = await requireSession(args);
  if (Date.now() - session.confirmedAt.getTime() < CONFIRMED_MS) return session;
  throw new Response(null, { status: 403 });
}

/** The value, or "not found" where there is none. */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** An id from an address: a UUID in its one form, else "not found". */
export function idParam(params: Args['params'], name: string): string {
  const id = params[name] ?? '';
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound();
  return id;
}

import { data, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { recordRefusal, recordView } from '#db/audit.ts';
import type { Wanted } from '#db/audit-actions.ts';
import type { CompanyAccess, CompanyRole, LiveSession, OrganisationAccess } from '#db/sessions.ts';
import {
  NoAccess,
  withAssociation,
  withCompany,
  withConsultancy,
  withPublished,
  type AssociationTx,
  type CompanyTx,
  type Consultant,
  type ConsultancyTx,
  type Member,
  type Officer,
  type PublishedTx,
} from '#db/tenant.ts';
import { confirmOf, isConfirmed, noteHeldBack } from './auth/confirm.server.ts';
import { sessionOf } from './auth/session.server.ts';
import { unsentFrom, unsentOf } from './auth/unsent.server.ts';
import type { Submitted } from './forms.ts';
import { languageOf } from './language.server.ts';
import { paths } from './paths.ts';
import { viewOf, type View } from './screen.ts';
import { redirectTo } from './safe-redirect.ts';
import { unsentView } from './views/unsent.server.ts';

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

/** The session of a person who has just signed in, for the rest of the same request. */
export function signedInNow(
  { request, context }: Args,
  cookie: string,
): Promise<LiveSession | null> {
  const now = new Request(request.url, { headers: { cookie } });
  const found = sessionOf(now, context.environment);
  sessions.set(context, found);
  return found;
}

/** The session, or the sign-in page: for a page one that leads back, for a form one that carries it on. */
export async function requireSession(args: Args): Promise<LiveSession> {
  const session = await currentSession(args);
  if (session) return session;
  const { request } = args;
  if (request.method !== 'GET') {
    const view = await unsentView(await unsentOf(request), await languageOf(request));
    throw data(view, { status: 401 });
  }
  const { pathname, search } = new URL(request.url);
  throw redirectTo(
    `${paths.signIn}?${new URLSearchParams({ back: pathname + search }).toString()}`,
  );
}

/**
 * The session of a person who proved who they are in the last five minutes, or a way to do so: for exports,
 * engagements, invitations, deletion and factors. With what was `submitted`, the form is carried on and
 * sent after that; else the way leads back to the page, whose loader then asks too, so that nobody fills
 * in a form that is lost.
 */
export async function requireConfirmed(args: Args, submitted?: Submitted): Promise<LiveSession> {
  const session = await requireSession(args);
  if (isConfirmed(session)) return session;
  const { request } = args;
  if (request.method !== 'GET') await noteHeldBack(session);
  if (submitted === undefined) throw redirectTo(paths.confirm(addressOf(request)));
  const [unsent, language] = [unsentFrom(request, submitted), await languageOf(request)];
  throw data(await unsentView(unsent, language, await confirmOf(session)), { status: 403 });
}

/** A session of level 2, or the security settings with what is missing: for consultancies and associations. */
export async function requireLevel2(args: Args): Promise<LiveSession> {
  const session = await requireSession(args);
  if (session.level === 2) return session;
  const back = addressOf(args.request);
  throw redirectTo(`${paths.security}?${new URLSearchParams({ needed: back }).toString()}`);
}

/** The page of a request; of a posted form, the page with the form. */
function addressOf({ url, method }: Request): string {
  const { pathname, search } = new URL(url);
  return method === 'GET' ? pathname + search : pathname;
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

/** Owners and preparers shape an assessment and the company's facts; the verbs say so too. */
export function shapes(role: CompanyAccess['role']): boolean {
  return role === 'owner' || role === 'preparer';
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

interface Staff {
  accountId: string;
  name: string;
  role: OrganisationAccess['role'];
}
export interface ConsultancyMember extends Consultant, Staff {}
export interface AssociationMember extends Officer, Staff {}

/** A member of the consultancy in the address, with a second factor. */
export async function requireConsultant(args: Args): Promise<ConsultancyMember> {
  const staff = await requireStaff(args, 'consultancy');
  return { ...staff, consultancyId: staff.organisationId };
}

/** An officer of the association in the address, with a second factor. */
export async function requireOfficer(args: Args): Promise<AssociationMember> {
  const staff = await requireStaff(args, 'association');
  return { ...staff, associationId: staff.organisationId };
}

async function requireStaff(args: Args, kind: OrganisationAccess['kind']) {
  const session = await requireSession(args);
  const access = session.organisations.find(
    (one) => one.kind === kind && one.organisationId === args.params[kind],
  );
  if (!access) throw notFound();
  await requireLevel2(args);
  return {
    organisationId: access.organisationId,
    role: access.role,
    contextDigest: session.contextDigest,
    accountId: session.account.accountId,
    name: session.account.name,
  };
}

/** One verb in the consultancy; where the membership has just ended, the page does not exist. */
export async function inConsultancy<T>(
  consultant: Consultant,
  work: (tx: ConsultancyTx) => Promise<T>,
): Promise<T> {
  return withConsultancy(consultant, work).catch(notFoundIfShut);
}

export async function inAssociation<T>(
  officer: Officer,
  work: (tx: AssociationTx) => Promise<T>,
): Promise<T> {
  return withAssociation(officer, work).catch(notFoundIfShut);
}

/** What is published, for an officer of the association or a person of a member company. */
export async function inPublished<T>(
  reader: Member | Officer,
  work: (tx: PublishedTx) => Promise<T>,
): Promise<T> {
  return withPublished(reader, work).catch(notFoundIfShut);
}

function notFoundIfShut(error: unknown): never {
  if (error instanceof NoAccess) throw notFound();
  throw error;
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

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { exportCompany } from '#db/export.ts';
import { exportZip } from '../export/zip.server.ts';
import { parseForm } from '../forms.ts';
import {
  currentSession,
  idParam,
  inCompany,
  notFound,
  requireConfirmed,
  requireRole,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { leaving } from '../messages/leaving.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

/** Where a confirmation leads back to: the page with the form. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireRole(args, ['owner'], 'export.made');
  return redirectTo(paths.leaving(member.companyId));
}

/** Everything of the company as one file; without a session, the way to the page with the form. */
export async function action(args: ActionFunctionArgs) {
  if (!(await currentSession(args))) {
    const back = paths.leaving(idParam(args.params, 'org'));
    return redirectTo(`${paths.signIn}?${new URLSearchParams({ back }).toString()}`);
  }
  const member = await requireRole(args, ['owner'], 'export.made');
  const sent = await parseForm(args.request, z.strictObject({}), { person: member.accountId });
  if (!sent.ok) {
    const { problems } = leaving[await languageOf(args.request)];
    const [reason = 'form'] = Object.values(sent.problems);
    return new Response(problems[reason] ?? problems['form'], {
      status: 422,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  await requireConfirmed(args);
  const exported = await inCompany(member, (tx) => exportCompany(tx, args.context.publicKeys));
  if (!exported.ok) throw notFound();
  const day = new Date().toISOString().slice(0, 10);
  return new Response(exportZip(exported.data, exported.chain), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="junbi-${day}.zip"`,
    },
  });
}

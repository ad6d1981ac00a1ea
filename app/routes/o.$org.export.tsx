import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { exportCompany } from '#db/export.ts';
import { exportZip } from '../export/zip.server.ts';
import { parseForm } from '../forms.ts';
import { inCompany, notFound, requireConfirmed, requireRole } from '../guards.server.ts';
import { redirectTo } from '../safe-redirect.ts';
import { paths } from '../paths.ts';

export function loader({ params }: ActionFunctionArgs) {
  return redirectTo(paths.leaving(params['org'] ?? ''));
}

/** Everything of the company as one file. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireRole(args, ['owner'], 'export.made');
  const sent = await parseForm(args.request, z.strictObject({}), { person: member.accountId });
  if (!sent.ok) return redirectTo(paths.leaving(member.companyId));
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

import type { LoaderFunctionArgs } from '@remix-run/node';
import { signedFile } from '#assessments/signed-file.ts';
import { getSignedResult } from '#db/signed-results.ts';
import { idParam, inCompany, notFound, orNotFound, requireMember } from '../guards.server.ts';

/** A signed result as a file that `junbi verify` checks without any connection. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const id = idParam(args.params, 'result');
  const found = orNotFound(await inCompany(member, (tx) => getSignedResult(tx, id)));
  if (found.assessmentId !== assessmentId) throw notFound();
  const { body, signature, keyId, publicKey, at } = found;
  const key = { id: keyId, use: 'result', algorithm: 'Ed25519', key: publicKey } as const;
  return new Response(signedFile(body, signature, key), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="junbi-result-${at.toISOString().slice(0, 10)}.json"`,
    },
  });
}

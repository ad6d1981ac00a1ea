import type { ActionFunctionArgs } from '@remix-run/node';
import { signOutHeaders } from '../auth/session.server.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

export function loader() {
  return redirectTo(paths.start);
}

export async function action({ request, context }: ActionFunctionArgs) {
  return redirectTo(paths.start, { headers: await signOutHeaders(request, context.environment) });
}

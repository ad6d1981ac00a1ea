import { useRouteLoaderData } from '@remix-run/react';

/** Who the page was made for: what they typed is saved under their session alone. */
export function PersonField() {
  const company = useRouteLoaderData<{ person: string }>('routes/o.$org');
  const outside = useRouteLoaderData<{ person: string | null }>('routes/public');
  const person = company?.person ?? outside?.person;
  return person ? <input type="hidden" name="person" value={person} /> : null;
}

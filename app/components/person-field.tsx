import { useRouteLoaderData } from '@remix-run/react';

/**
 * Who the page was made for: what they typed is saved under their session alone. Its form is posted as
 * a document (`reloadDocument`): the framework's own posts load the page anew after a 401, and that
 * would lead to the sign-in page without what was typed.
 */
export function PersonField() {
  const company = useRouteLoaderData<{ person: string }>('routes/o.$org');
  const consultancy = useRouteLoaderData<{ person: string }>('routes/c.$consultancy');
  const association = useRouteLoaderData<{ person: string }>('routes/a.$association');
  const outside = useRouteLoaderData<{ person: string | null }>('routes/public');
  const person = (company ?? consultancy ?? association ?? outside)?.person;
  return person ? <input type="hidden" name="person" value={person} /> : null;
}

import { data, type MetaFunction } from '@remix-run/node';
import { FailureContent } from '../components/failure.tsx';
import { messages } from '../language.ts';
import { failure } from '../messages/failure.ts';
import { pageTitle } from '../page-title.ts';

/** An address that nothing answers: a page with status 404, inside the usual header and footer. */
export function loader() {
  return data(null, { status: 404 });
}

export default function NotFound() {
  return <FailureContent status={404} />;
}

export const meta: MetaFunction = pageTitle(
  messages({ ja: failure.ja.notFound, en: failure.en.notFound }),
);

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { contact } from '../messages/operator.ts';
import { operatorText } from '../operator-texts.server.ts';
import { pageTitle } from '../page-title.ts';
import { OperatorPage } from '../views/operator-page.tsx';

export async function loader({ request }: LoaderFunctionArgs) {
  return { supplied: await operatorText('contact', await languageOf(request)) };
}

export default function Contact() {
  const { supplied } = useLoaderData<typeof loader>();
  return <OperatorPage {...useMessages(contact)} supplied={supplied} />;
}

export const meta: MetaFunction = pageTitle(contact);

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Asking } from '../check/asking.tsx';
import { Intro } from '../check/intro.tsx';
import { NothingYet } from '../check/nothing-yet.tsx';
import { Outcome } from '../check/outcome.tsx';
import { PaperForm } from '../check/paper-form.tsx';
import { useCheck } from '../check/use-check.ts';
import { Page } from '../components/page.tsx';
import { languageOf } from '../language.server.ts';
import { check } from '../messages/check.ts';
import { pageTitle } from '../page-title.ts';
import { checkPage, type CheckPage } from '../views/check.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  return checkPage(await languageOf(request));
}

export default function Check() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page>
      <Step page={page} />
    </Page>
  );
}

/** No answer leaves this page: it is held in memory and worked out by the same engine here. */
function Step({ page }: { page: CheckPage }) {
  const given = useCheck(page);
  const { step } = given;
  if (step.at === 'result') {
    return given.touched ? <Outcome page={page} given={given} /> : <NothingYet />;
  }
  if (step.at !== 'start') return <Asking page={page} given={given} step={step} />;
  return (
    <>
      <Intro ready={given.ready} touched={given.touched} onBegin={given.begin} />
      <PaperForm page={page} />
    </>
  );
}

export const meta: MetaFunction = pageTitle(check);

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAnswered, readNewestWorksheet } from '#db/worksheets.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { LinkButton } from '../components/button.tsx';
import { CompanyStanding } from '../components/company-standing.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { inCompany, requireMember, shapes } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { home as texts } from '../messages/home.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { readInForce } from '../planning/in-force.server.ts';
import { ownWorkOn } from '../planning/own-work.server.ts';
import { Yours } from '../together/yours.tsx';
import { AssessmentSteps } from '../versions/assessment-steps.tsx';
import { stepsOf } from '../views/assessment-steps.server.ts';
import { homeView } from '../views/home.server.ts';
import { yoursOf } from '../views/yours.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const language = await languageOf(args.request);
  const person = { accountId: member.accountId, mayShape: shapes(member.role) };
  const { company, assessments, worksheet, inForce, steps, yours } = await inCompany(
    member,
    async (tx) => {
      const newest = await readNewestWorksheet(tx);
      const id = newest.worksheet?.assessment.assessmentId;
      return {
        ...newest,
        inForce: id === undefined ? null : await readInForce(tx, id),
        steps: newest.worksheet && (await stepsOf(tx, newest.worksheet, language)),
        yours: newest.worksheet && (await yoursOf(tx, newest.worksheet, person, language)),
      };
    },
  );
  const today = dayInJapan(new Date());
  const ownWork =
    worksheet && isAnswered(worksheet)
      ? await ownWorkOn(today, worksheet, inForce, args.request.signal)
      : null;
  return {
    org: member.companyId,
    name: company.name,
    may: { answer: member.canWrite, shape: person.mayShape },
    newest: worksheet && homeView(worksheet, ownWork, language),
    steps,
    yours,
    others: assessments.slice(1).map(({ assessmentId, title }) => ({ id: assessmentId, title })),
  };
}

export default function Home() {
  const { org, name, newest, may } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  if (newest === null) return <NotStarted />;
  if (newest.kind === 'empty') return <NotAnswered {...newest} />;
  return (
    <Page>
      <h1 className="visually-hidden">{t.heading(name)}</h1>
      <CompanyStanding org={org} standing={newest} may={may} yours={<Waiting />} />
      <Steps />
      <Others />
    </Page>
  );
}

function NotStarted() {
  const { org, name, may } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  return (
    <Page>
      <h1 className="visually-hidden">{t.heading(name)}</h1>
      <EmptyState
        title={t.noneTitle}
        actions={
          may.shape && (
            <>
              <LinkButton variant="primary" large href={paths.profile(org)}>
                {t.profile}
              </LinkButton>
              <LinkButton href={paths.newAssessment(org)}>{t.start}</LinkButton>
            </>
          )
        }
      >
        <p>{t.noneLead}</p>
      </EmptyState>
    </Page>
  );
}

function NotAnswered(props: {
  assessmentId: string;
  questions: number;
  minutes: number;
  first: string | null;
}) {
  const { assessmentId, questions, minutes, first } = props;
  const { org, name, may } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const begin =
    first === null ? paths.questions(org, assessmentId) : paths.question(org, assessmentId, first);
  return (
    <Page>
      <h1 className="visually-hidden">{t.heading(name)}</h1>
      <EmptyState
        title={t.emptyTitle}
        actions={
          may.answer && (
            <>
              <LinkButton variant="primary" large href={begin}>
                {t.first}
              </LinkButton>
              {may.shape && (
                <LinkButton href={paths.scope(org, assessmentId)}>{t.scope}</LinkButton>
              )}
            </>
          )
        }
      >
        <p>{t.emptyLead(questions, minutes)}</p>
        <p>{t.emptyHint}</p>
      </EmptyState>
      <Waiting />
      <Steps />
      <Others />
    </Page>
  );
}

function Waiting() {
  const { org, yours } = useLoaderData<typeof loader>();
  return yours && <Yours org={org} yours={yours} />;
}

function Steps() {
  const { org, steps } = useLoaderData<typeof loader>();
  return steps && <AssessmentSteps org={org} {...steps} />;
}

/** Earlier assessments, each with its report, and for those who may start one the way to a new one. */
function Others() {
  const { org, others, may } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  if (others.length === 0 && !may.shape) return null;
  return (
    <Section id="others" title={t.others}>
      {others.length > 0 && (
        <ul>
          {others.map(({ id, title }) => (
            <li key={id}>
              <a href={paths.report(org, id)}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      {may.shape && (
        <ButtonRow>
          <LinkButton variant="plain" href={paths.newAssessment(org)}>
            {t.newOne}
          </LinkButton>
        </ButtonRow>
      )}
    </Section>
  );
}

export const meta = pageTitle(texts);

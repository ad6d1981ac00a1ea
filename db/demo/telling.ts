import { saveAnswer } from '../answers.ts';
import { startAssessment } from '../assessments.ts';
import { addEvidence, withdrawEvidence } from '../evidence.ts';
import { saveProfile } from '../profiles.ts';
import { withCompany, type CompanyTx, type Session } from '../tenant.ts';
import { workday } from './calendar.ts';
import { demoAnswers, demoReferences } from './chapters.ts';
import { metalMaker, profileVersions } from './people.ts';
import { tellPlan } from './plan.ts';
import { stableId } from './stable-id.ts';
import type { Who } from './story.ts';

const { assessmentId, companyId } = metalMaker;

type Tellers = Readonly<Record<Who, Session & { name: string }>>;

/** Saves the whole story as its two people would; told twice, it stands once. */
export async function tell(tellers: Tellers, now: Date): Promise<void> {
  const as = async <T>(who: Who, work: (tx: CompanyTx, byName: string) => Promise<T>) => {
    const { contextDigest, name } = tellers[who];
    return withCompany({ companyId, contextDigest }, (tx) => work(tx, name));
  };

  for (const [base, { by, facts }] of profileVersions.entries()) {
    const requestId = stableId(`profile ${base + 1}`);
    expectOk(await as(by, (tx, byName) => saveProfile(tx, { base, facts, requestId, byName })));
  }
  const { title } = metalMaker;
  const scope = { assessmentId, editionId: '2026-11', mode: 'standard', title } as const;
  expectOk(
    await as('sato', (tx, byName) =>
      startAssessment(tx, { ...scope, stage: 'application', byName }),
    ),
  );
  for (const { by, version, questionId, questionnaire, answer, note, requestId } of demoAnswers) {
    const base = version - 1;
    const given = { assessmentId, questionId, questionnaire, base, answer, note, requestId };
    expectOk(await as(by, (tx, byName) => saveAnswer(tx, { ...given, byName })));
  }
  for (const reference of demoReferences) {
    const { by, evidenceId, questionId, questionnaire, title: named, version } = reference;
    const dated =
      typeof reference.dated === 'number' ? workday(now, reference.dated) : reference.dated;
    const given = { assessmentId, evidenceId, questionId, questionnaire, title: named, dated };
    const { owner: ownerRole, location, sha256, endsIn, withdrawn } = reference;
    const validUntil = endsIn === null ? null : workday(now, -endsIn);
    const more = { versionLabel: version, ownerRole, location, sha256, validUntil };
    expectOk(await as(by, (tx, byName) => addEvidence(tx, { ...given, ...more, byName })));
    if (withdrawn === null) continue;
    expectOk(
      await as(withdrawn.by, (tx, byName) =>
        withdrawEvidence(tx, { assessmentId, evidenceId, byName }),
      ),
    );
  }
  expectOk(await as('sato', (tx, byName) => tellPlan(tx, byName, now)));
}

function expectOk(outcome: { ok: true } | { ok: false; reason: string }): void {
  if (!outcome.ok) throw new Error(`The demo could not be told: ${outcome.reason}.`);
}

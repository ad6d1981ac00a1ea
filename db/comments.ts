import { and, arrayContains, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record, recordRefusal } from './audit.ts';
import { listMembers, seesSection } from './members.ts';
import { rows } from './rows.ts';
import { assessment } from './schema/assessment.ts';
import { comment, commentSettlement } from './schema/working-together.ts';
import type { CompanyTx } from './tenant.ts';

/** What a member said about a question of an assessment. */
export interface Comment {
  commentId: string;
  questionId: string;
  body: string;
  /** Accounts of the members whom it asks. */
  mentions: string[];
  mentionedNames: string[];
  byName: string;
  at: Date;
  /** Who called it settled; null while it is open. */
  settledByName: string | null;
}

export type CommentAdded =
  | { ok: true }
  /** `no-such-person`: one of those it mentions is no member, or does not see the section. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'no-such-person' };

export interface CommentToAdd {
  /** A random id that the form carries: sent twice it stands once. */
  commentId: string;
  assessmentId: string;
  questionId: string;
  /** The questionnaire of the question in the assessment's edition. */
  questionnaire: string;
  body: string;
  mentions: readonly string[];
  byName: string;
}

const added = z.strictObject({ comment_id: z.string() });
const found = z.strictObject({
  may: z.boolean(),
  is_there: z.boolean(),
  is_mine: z.boolean(),
});

/** Adds a comment; its body has passed the free-text guard before. For everybody who may write in the section. */
export async function addComment(tx: CompanyTx, given: CommentToAdd): Promise<CommentAdded> {
  const { commentId, assessmentId, questionId } = given;
  const section = questionId.slice(0, 1);
  const mentions = [...new Set(given.mentions)];
  const people = mentions.length === 0 ? [] : await listMembers(tx);
  const asked = people.filter(
    (one) => mentions.includes(one.accountId) && seesSection(one, section),
  );
  const areKnown = asked.length === mentions.length;
  const restsOn = sql`${sql.param([given.questionnaire, section])}::text[]`;
  const [done] = await rows(
    tx,
    added,
    sql`
      insert into junbi.comment (company_id, comment_id, assessment_id, question_id, rests_on, body, mentions, mentioned_names, actor_name)
      select a.company_id, ${commentId}, a.assessment_id, ${questionId}, ${restsOn}, ${given.body},
             ${sql.param(asked.map(({ accountId }) => accountId))}::uuid[],
             ${sql.param(asked.map(({ name }) => name))}::text[], ${given.byName}
        from junbi.assessment a
       where a.assessment_id = ${assessmentId} and a.company_id = ctx.company_rw()
         and ${restsOn} <@ ctx.reach() and ${areKnown}::boolean
      on conflict do nothing
      returning comment_id`,
  );
  if (done) {
    await record(tx, 'comment.added', {
      target: `question/${questionId}`,
      fields: { assessment: assessmentId },
      sealed: { body: given.body, mentions },
    });
    return { ok: true };
  }
  const [stands] = await rows(
    tx,
    found,
    sql`
      select ctx.company_rw() is not null and ${restsOn} <@ ctx.reach() as may,
             exists (select from junbi.assessment where assessment_id = ${assessmentId}) as is_there,
             exists (select from junbi.comment where comment_id = ${commentId} and body = ${given.body}
                        and question_id = ${questionId}) as is_mine`,
  );
  if (!stands?.is_there) return { ok: false, reason: 'not-found' };
  if (!stands.may) {
    await recordRefusal(tx, 'comment.added', `question/${questionId}`);
    return { ok: false, reason: 'not-allowed' };
  }
  if (stands.is_mine) return { ok: true };
  return { ok: false, reason: areKnown ? 'not-found' : 'no-such-person' };
}

export type CommentSettled = { ok: true } | { ok: false; reason: 'not-found' | 'not-allowed' };

/** Calls a comment settled; settled twice it stands once. For everybody who may write in the section. */
export async function settleComment(
  tx: CompanyTx,
  { commentId, byName }: { commentId: string; byName: string },
): Promise<CommentSettled> {
  const [of] = await tx
    .select({ assessmentId: comment.assessmentId })
    .from(comment)
    .where(eq(comment.commentId, commentId));
  if (!of) return { ok: false, reason: 'not-found' };
  const [may] = await rows(
    tx,
    z.strictObject({ may: z.boolean() }),
    sql`select ctx.company_rw() is not null as may`,
  );
  if (!may?.may) {
    await recordRefusal(tx, 'comment.settled', `comment/${commentId}`);
    return { ok: false, reason: 'not-allowed' };
  }
  const [done] = await rows(
    tx,
    added,
    sql`
      insert into junbi.comment_settlement (company_id, comment_id, rests_on, actor_name)
      select c.company_id, c.comment_id, c.rests_on, ${byName}
        from junbi.comment c where c.comment_id = ${commentId}
      on conflict do nothing
      returning comment_id`,
  );
  if (done)
    await record(tx, 'comment.settled', {
      target: `comment/${commentId}`,
      fields: { assessment: of.assessmentId },
      sealed: {},
    });
  return { ok: true };
}

const columns = {
  commentId: comment.commentId,
  questionId: comment.questionId,
  body: comment.body,
  mentions: comment.mentions,
  mentionedNames: comment.mentionedNames,
  byName: comment.actorName,
  at: comment.at,
  settledByName: commentSettlement.actorName,
};

const settlement = and(
  eq(commentSettlement.companyId, comment.companyId),
  eq(commentSettlement.commentId, comment.commentId),
);

/** What was said about a question, oldest first; at most the newest `limit`. */
export async function listComments(
  tx: CompanyTx,
  assessmentId: string,
  questionId: string,
  { limit = 100 }: { limit?: number } = {},
): Promise<Comment[]> {
  const newestFirst = await tx
    .select(columns)
    .from(comment)
    .leftJoin(commentSettlement, settlement)
    .where(and(eq(comment.assessmentId, assessmentId), eq(comment.questionId, questionId)))
    .orderBy(desc(comment.at), desc(comment.commentId))
    .limit(limit);
  return newestFirst.toReversed();
}

/** Open comments that mention whoever asks, in every assessment that was not undone; oldest first. */
export async function listMentions(tx: CompanyTx): Promise<(Comment & { assessmentId: string })[]> {
  return tx
    .select({ ...columns, assessmentId: comment.assessmentId })
    .from(comment)
    .innerJoin(
      assessment,
      and(
        eq(assessment.companyId, comment.companyId),
        eq(assessment.assessmentId, comment.assessmentId),
        ne(assessment.state, 'undone'),
      ),
    )
    .leftJoin(commentSettlement, settlement)
    .where(
      and(
        isNull(commentSettlement.commentId),
        arrayContains(comment.mentions, sql`array[ctx.actor()]`),
      ),
    )
    .orderBy(asc(comment.at), asc(comment.commentId))
    .limit(50);
}

import { sql } from 'drizzle-orm';
import { text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A moment, in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who did it (checked by the policy against the capability), their name as it was then, and when. */
export const deed = () => ({
  actor: uuid('actor')
    .notNull()
    .default(sql`ctx.actor()`),
  actorName: text('actor_name').notNull(),
  at: moment('at').notNull().defaultNow(),
});

/** The same for a row that can change later. */
export const creation = () => ({
  createdBy: uuid('created_by')
    .notNull()
    .default(sql`ctx.actor()`),
  createdByName: text('created_by_name').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});

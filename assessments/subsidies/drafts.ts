import type { Day } from '../plan/calendar.ts';
import type { Round, Subsidy } from '../subsidy.ts';
import type { Catalogue } from './catalogue.ts';
import type { JgrantsListing } from './jgrants.ts';
import { endOf } from './window.ts';

/** What an import proposes; a person decides. Rules, rates and caps are never part of it. */
export type Draft =
  /** A programme of the catalogue with other dates: all else as it stands. */
  | { kind: 'dates'; programme: string; listing: JgrantsListing; document: Subsidy }
  /** A listing that no programme of the catalogue answers to: its name and dates, and no rules. */
  | { kind: 'new'; listing: JgrantsListing };

/** One line of the list that a person goes through. */
export interface Review {
  kind: 'dates' | 'new' | 'unchanged' | 'cap-differs';
  jgrants: string;
  title: string;
  programme: string | null;
  was: string[];
  now: string[];
}

/** Compares listings with a catalogue: date changes, drafts, and what a person must look at. */
export function draftsFrom(
  listings: readonly JgrantsListing[],
  { programmes }: Pick<Catalogue, 'programmes'>,
  today: Day,
): { drafts: Draft[]; reviews: Review[] } {
  const [drafts, reviews]: [Draft[], Review[]] = [[], []];
  for (const listing of listings) {
    const document = programmes.map((one) => one.document).find((one) => isAbout(listing, one));
    const common = { jgrants: listing.id, title: listing.title, programme: document?.id ?? null };
    const now = listing.rounds.map(({ opensAt, closesAt }) => `${opensAt ?? ''}/${closesAt}`);
    if (!document) {
      drafts.push({ kind: 'new', listing });
      reviews.push({ kind: 'new', ...common, was: [], now });
      continue;
    }
    const was = document.rounds.map(({ opensAt, closesAt }) => `${opensAt ?? ''}/${closesAt}`);
    const isSame = now.every((round) => was.includes(round));
    if (!isSame)
      drafts.push({
        kind: 'dates',
        programme: document.id,
        listing,
        document: withRounds(document, listing, today),
      });
    reviews.push({ kind: isSame ? 'unchanged' : 'dates', ...common, was, now });
    const caps = document.money.caps.map(({ yen }) => yen);
    if (listing.capYen !== null && listing.capYen > 0 && !caps.includes(listing.capYen))
      reviews.push({
        kind: 'cap-differs',
        ...common,
        was: caps.map(String),
        now: [String(listing.capYen)],
      });
  }
  return { drafts, reviews };
}

/** The same programme with the rounds of a listing and what follows from their dates. */
function withRounds(document: Subsidy, { rounds }: JgrantsListing, today: Day): Subsidy {
  const from = {
    basis: 'read',
    source: 'JGRANTS',
    confidence: 'M',
    asOf: today,
    verifiedOn: null,
  } as const;
  const read = rounds.map(({ name, opensAt, closesAt }): Round => ({
    round: name,
    ...(opensAt !== null && { opensAt }),
    closesAt,
    from,
  }));
  const kept = document.rounds.filter(
    (one) => !read.some(({ closesAt }) => closesAt === one.closesAt),
  );
  const all = [...kept, ...read].toSorted((a, b) => endOf(a.closesAt) - endOf(b.closesAt));
  return {
    ...document,
    version: nextVersion(document.version),
    status: statusOf(all, document, today),
    rounds: all,
  };
}

function statusOf(rounds: readonly Round[], { status }: Subsidy, today: Day): Subsidy['status'] {
  if (status === 'rolling' || status === 'ended') return status;
  const ahead = rounds.filter(({ closesAt }) => closesAt.slice(0, 10) >= today);
  if (ahead.length === 0) return 'closed';
  return ahead.some(({ opensAt }) => (opensAt ?? '').slice(0, 10) <= today) ? 'open' : 'announced';
}

function nextVersion(version: string): string {
  const [day = '', number = '0'] = version.split('.');
  return `${day}.${Number(number) + 1}`;
}

/** Whether a listing's title holds the name of a programme; areas are no test, they are too coarse. */
function isAbout({ title }: JgrantsListing, { names }: Subsidy): boolean {
  return plain(title).includes(plain(names.ja.replaceAll(/（.*?）/g, '')));
}

const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\s「」『』・　]/g, '');

import { Rail } from '../components/rail.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import type { FrameView } from '../views/answering-rail.server.ts';

/** Search, filters with counts, domains with n/m: plain links and one GET form. */
export function AnsweringRail({
  org,
  assessment,
  frame,
  filter,
  query,
  domain,
}: {
  org: string;
  assessment: string;
  frame: FrameView;
  filter?: string;
  query?: string;
  domain?: string;
}) {
  const t = useMessages(answering);
  const list = paths.questions(org, assessment);
  const address = (to: string) => {
    const search = new URLSearchParams({
      ...(to !== 'all' && { filter: to }),
      ...(query && { q: query }),
    }).toString();
    return search === '' ? list : `${list}?${search}`;
  };
  return (
    <Rail
      id="list"
      label={t.list}
      search={
        <SearchBox
          id="q"
          name="q"
          action={list}
          label={t.search}
          button={t.searchSubmit}
          defaultValue={query}
        >
          {filter !== undefined && filter !== 'all' && (
            <input type="hidden" name="filter" value={filter} />
          )}
        </SearchBox>
      }
      filters={{
        title: t.filters.title,
        items: frame.filters.map((one) => ({
          href: address(one.filter),
          label: t.filters[one.filter],
          count: one.count,
          current: one.filter === filter,
        })),
      }}
      sections={{
        title: t.sections,
        items: frame.domains.map(({ id, title, answered, asked }) => ({
          href: paths.section(org, assessment, id),
          code: id,
          name: title,
          progress: `${answered}/${asked}`,
          current: id === domain,
        })),
      }}
    />
  );
}

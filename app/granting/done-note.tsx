import { useSearchParams } from '@remix-run/react';
import { Note } from '../components/note.tsx';
import { useMessages } from '../language.ts';
import { people } from '../messages/people.ts';

/** What has just been done, after the redirect that followed it. */
export function DoneNote() {
  const { done: words } = useMessages(people);
  const [search] = useSearchParams();
  const said = Object.entries(words).find(([name]) => name === search.get('done'));
  return said ? (
    <Note tone="ok" role="status">
      {said[1]}
    </Note>
  ) : null;
}

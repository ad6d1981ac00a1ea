import { useState, useSyncExternalStore } from 'react';
import { Field } from '../components/field.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';

type State = 'idle' | 'hashing' | 'hashDone' | 'hashFailed';

/** More than this would have to be held in memory at once. */
const FILE_MAX_BYTES = 300 * 1024 * 1024;

/** Computes a SHA-256 from a file that never leaves the browser: the input has no name to be sent by. */
export function FileHash({ into }: { into: string }) {
  const { evidence: t } = useMessages(answering);
  const [state, setState] = useState<State>('idle');
  // Without scripts, or without TLS, there is nothing that could compute it.
  const isPossible = useSyncExternalStore(
    () => () => {},
    () => 'crypto' in window && 'subtle' in crypto,
    () => false,
  );
  if (!isPossible) return null;

  async function hash(file: File | undefined) {
    if (!file) return;
    setState('hashing');
    const value = await sha256(file).catch(() => null);
    const field = document.getElementById(into);
    if (value === null || !(field instanceof HTMLInputElement)) return setState('hashFailed');
    field.value = value;
    setState('hashDone');
  }

  return (
    <Field
      id={`${into}-file`}
      label={t.fileLabel}
      help={t.fileHelp}
      after={<output>{state === 'idle' ? '' : t[state]}</output>}
    >
      <TextInput type="file" onChange={(event) => void hash(event.currentTarget.files?.[0])} />
    </Field>
  );
}

async function sha256(file: File): Promise<string | null> {
  if (file.size > FILE_MAX_BYTES) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

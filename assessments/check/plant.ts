import type { Library } from '../library.ts';

/** A step into a document: a key, a place in a list, or the id of an entry of a list. */
type Step = string | number;

/** A copy of the library with one fault in it; `undefined` takes the value away. For tests. */
export function plant(
  library: Library,
  key: string,
  path: readonly [Step, ...Step[]],
  value: unknown,
): Library {
  const files = structuredClone(library.files);
  const file = files.find((candidate) => candidate.key === key);
  if (!file) throw new Error(`There is no ${key} to plant a fault in.`);
  set(file.content, path, value);
  return { files, lock: library.lock };
}

function set(node: unknown, [step, ...rest]: readonly Step[], value: unknown): void {
  if (step === undefined || typeof node !== 'object' || node === null) {
    throw new Error(`There is nothing to plant at ${String(step)}.`);
  }
  const at = Array.isArray(node) && typeof step === 'string' ? indexOfId(node, step) : step;
  if (rest.length > 0) set(Reflect.get(node, at), rest, value);
  else if (value === undefined) Reflect.deleteProperty(node, at);
  else Reflect.set(node, at, value);
}

function indexOfId(entries: readonly unknown[], id: string): number {
  const index = entries.findIndex(
    (entry) => typeof entry === 'object' && entry !== null && Reflect.get(entry, 'id') === id,
  );
  if (index === -1) throw new Error(`No entry has the id ${id}.`);
  return index;
}

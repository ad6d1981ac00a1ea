import { afterEach, beforeEach, vi } from 'vitest';

// A message on console.error that nobody expected is a defect that nobody looked at. A test that
// means it empties the calls: vi.mocked(console.error).mockClear().
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls.slice();
  vi.mocked(console.error).mockRestore();
  if (calls.length > 0) throw new Error(`console.error was called: ${JSON.stringify(calls)}`);
});

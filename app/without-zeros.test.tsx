import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { withoutZeros } from './without-zeros.ts';

const page = (
  <main>
    {Array.from({ length: 400 }, (_, n) => (
      <p key={n}>{'準備状況の自己点検'.slice(n % 7)}</p>
    ))}
  </main>
);

const rendered = (through: PassThrough | ReturnType<typeof withoutZeros>) => {
  const { pipe } = renderToPipeableStream(page);
  return buffer(pipe(through));
};

test('Japanese pages carry no zero bytes', async () => {
  const text = (await rendered(withoutZeros())).toString('utf8');
  expect(text).not.toMatch(/\0|�/);
  expect(text.match(/<p>/g)).toHaveLength(400);
  expect(text.match(/点検<\/p>/g)).toHaveLength(400);
});

test('React itself still writes them (the control: when this fails, the filter can go)', async () => {
  expect((await rendered(new PassThrough())).includes(0)).toBe(true);
});

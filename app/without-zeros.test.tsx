import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
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

const rendered = () => text(renderToPipeableStream(page).pipe(new PassThrough()));

test('Japanese pages carry no zero bytes, and no character is lost', async () => {
  const html = withoutZeros(await rendered());
  expect(html).not.toMatch(/\0|�/);
  expect(html.match(/<p>/g)).toHaveLength(400);
  expect(html.match(/点検<\/p>/g)).toHaveLength(400);
});

test('React itself still writes them (the control: when this fails, the filter can go)', async () => {
  expect(await rendered()).toContain('\0');
});

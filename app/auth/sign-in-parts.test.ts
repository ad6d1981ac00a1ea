import { expect, test } from 'vitest';
import { networkOf } from '../network.ts';
import { browserFamily } from './browser-family.ts';
import { levelOf, type Proof } from './level.ts';
import { passwordProblem } from './password.server.ts';

const all: Proof[] = ['password', 'passkey', 'one-time-code', 'recovery-code', 'link'];

test('level 2 takes a passkey, or a password with a code; no other set of proofs reaches it', () => {
  for (let bits = 0; bits < 2 ** all.length; bits += 1) {
    const shown = all.filter((_, at) => bits & (1 << at));
    const has = (proof: Proof) => shown.includes(proof);
    const isTwo =
      has('passkey') || (has('password') && (has('one-time-code') || has('recovery-code')));
    expect([shown, levelOf(shown)]).toEqual([shown, isTwo ? 2 : 1]);
  }
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [undefined, 'unknown'],
])('attempts from %s are counted for %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge'],
  ['Mozilla/5.0 (X11; Linux) Chrome/140.0 Safari/537.36', 'Chrome'],
  ['Mozilla/5.0 (iPhone) Version/19.0 Safari/605.1', 'Safari'],
  ['Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox'],
  ['curl/8.0', undefined],
])('%s is of the family %s', (agent, family) => {
  expect(browserFamily(agent)).toBe(family);
});

test.each([
  'passwordpassword1',
  'P@ssw0rdP@ssw0rd',
  'correct horse battery staple',
  'iloveyou-iloveyou-2026',
  'qwertyuiopasdfghjkl',
  'sunshineprincess',
  'tanakatanaka12345',
  '1234567890123456',
])('%s is easy to guess', (password) => {
  expect(passwordProblem(password, ['tanaka', 'example.jp'])).toBe('password-easy');
});

test.each(['kingfisher tram lantern 52', '毎朝六時に犬と歩いて川まで行く', 'vT4w-x7pQ-2mzL-9kRb'])(
  '%s is taken (the control)',
  (password) => {
    expect(passwordProblem(password, ['tanaka', 'example.jp'])).toBeNull();
  },
);

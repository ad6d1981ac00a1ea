import { checkFreeText } from '../free-text.ts';

const JOINTS = ['に関する', 'についての', 'に係る', 'の', ''];
const CLOSED = /^(?:\s*[」』】)\]>:：、-])+\s*/u;

/**
 * The same text without a protection marking, for a marking is the one thing that can be left out
 * without changing what was meant: 「特定秘密の保管簿の様式」 → 「保管簿の様式」. Null where the rest
 * would be nothing or would be refused as well; a person then has to write anew.
 */
export function withoutMarkings(text: string): string | null {
  let rest = text;
  for (let turn = 0; turn < 5; turn += 1) {
    const check = checkFreeText(rest);
    if (check.ok) return /[\p{L}\p{N}]{2}/u.test(rest) ? rest.trim() : null;
    if (check.reason !== 'marking') return null;
    rest = cut(rest, check.at, check.found.length);
  }
  return null;
}

function cut(text: string, at: number, length: number): string {
  const before = text.slice(0, at);
  const after = text.slice(at + length);
  const joint = JOINTS.find((joint) => after.startsWith(joint)) ?? '';
  const open = /[「『【([<]\s*$/u.exec(before);
  const rest = after.slice(joint.length);
  if (open) return before.slice(0, open.index) + rest.replace(CLOSED, '');
  return before.trim() === '' ? rest.replace(CLOSED, '') : before + rest;
}

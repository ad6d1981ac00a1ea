import type { Bilingual } from '../bilingual.ts';
import type { Kleene } from '../kleene.ts';
import { numberOf, valueOf } from './company.ts';
import type { Atom, Subsidy } from '../subsidy.ts';
import { atMost } from './compare.ts';
import { deemedLarge } from './deemed-large.ts';
import { evaluate, factsIn, type Ground, type Rule } from './rule.ts';
import { TEXTS } from './texts.ts';

/** What was found of one condition. */
export interface Judgement {
  atom: Atom;
  value: Kleene;
  text: Bilingual;
  /** The facts that it looked at and knew. */
  used: string[];
  /** Those that it would need and that may still be asked. */
  missing: string[];
}

/** Every condition of a programme over what is known of a company. */
export function judge(
  { atoms, purpose }: Pick<Subsidy, 'atoms' | 'purpose'>,
  ground: Ground,
  industries: ReadonlyMap<string, Bilingual>,
): Judgement[] {
  return atoms.map((atom) => {
    const value = atom.rule === null ? 'unknown' : evaluate(atom.rule, ground);
    const asked = atom.rule === null ? [] : [...new Set(factsIn(atom.rule, ground))];
    const isKnown = (id: string) => ground.facts[id] !== undefined;
    return {
      atom,
      value,
      text: textOf(atom, value, purpose, ground, industries),
      used: asked.filter(isKnown),
      missing: value === 'unknown' ? asked.filter((id) => !isKnown(id)) : [],
    };
  });
}

function textOf(
  atom: Atom,
  value: Kleene,
  purpose: Bilingual,
  ground: Ground,
  industries: ReadonlyMap<string, Bilingual>,
): Bilingual {
  const { title, prepare, rule } = atom;
  switch (atom.class) {
    case 'duty':
      return TEXTS.duty(title);
    case 'procedural':
      if (value === true) return TEXTS.prepared(title);
      return prepare ? TEXTS.toPrepare(prepare.what, prepare.days) : TEXTS.atomUnknown(title);
    case 'purpose':
      return value === 'unknown' ? TEXTS.purposeOpen(purpose) : hardText(value, title);
    case 'status':
    case 'history':
      return (rule && predicateText(rule, value, ground, industries)) ?? hardText(value, title);
  }
}

function hardText(value: Kleene, title: Bilingual): Bilingual {
  if (value === 'unknown') return TEXTS.atomUnknown(title);
  return value ? TEXTS.atomTrue(title) : TEXTS.atomFalse(title);
}

/** The words for the rules that have tables of their own; null for others. */
function predicateText(
  rule: Rule,
  value: Kleene,
  ground: Ground,
  industries: ReadonlyMap<string, Bilingual>,
): Bilingual | null {
  if ('is' in rule && rule.is === 'sme') return smeText(value, ground, industries);
  const isNotLarge = 'not' in rule && 'is' in rule.not && rule.not.is === 'deemed-large';
  if (!isNotLarge || !ground.size || !ground.deemedLarge) return null;
  if (value === 'unknown') return TEXTS.deemedUnknown();
  if (value) return TEXTS.deemedFalse();
  const { rules } = deemedLarge(ground.facts, ground.deemedLarge, ground.size);
  return TEXTS.deemedTrue(
    Object.entries(rules).flatMap(([id, holds]) => (holds === true ? [id] : [])),
  );
}

function smeText(
  value: Kleene,
  { facts, size }: Ground,
  industries: ReadonlyMap<string, Bilingual>,
): Bilingual | null {
  const id = valueOf(facts, 'sizeIndustry');
  const row = size?.rows.find((each) => each.industries.some((industry) => industry === id));
  if (value === 'unknown') return TEXTS.smeUnknown();
  const industry = typeof id === 'string' ? industries.get(id) : undefined;
  if (!row || !industry) return null;
  const limits = { ...row, industry };
  if (!value) return TEXTS.smeFalse(limits);
  const byCapital = atMost(numberOf(facts, 'capital'), row.capitalYen) === true;
  return TEXTS.smeTrue(limits, byCapital ? 'capital' : 'employees');
}

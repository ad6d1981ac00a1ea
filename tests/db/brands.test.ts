import { Client } from 'pg';
import { expectTypeOf, it } from 'vitest';
import { createAccount } from '#db/accounts.ts';
import { currentAnswers, saveAnswer } from '#db/answers.ts';
import { publishContent, readEdition } from '#db/content.ts';
import type { AuthTx, CompanyTx, OwnerTx, SystemTx } from '#db/tenant.ts';

// Checked by the compiler: each @ts-expect-error is itself an error once the line below it compiles.

declare const companyTx: CompanyTx;
declare const authTx: AuthTx;
declare const systemTx: SystemTx;

it('a verb takes only the transaction of its door', () => {
  expectTypeOf(currentAnswers).parameter(0).toEqualTypeOf<CompanyTx>();
  expectTypeOf(createAccount).parameter(0).toEqualTypeOf<AuthTx>();
  expectTypeOf(publishContent).parameter(0).toEqualTypeOf<OwnerTx>();
  expectTypeOf(readEdition).parameter(0).toEqualTypeOf<CompanyTx | SystemTx>();
  expectTypeOf<CompanyTx>().not.toExtend<SystemTx>();
  expectTypeOf<SystemTx>().not.toExtend<CompanyTx>();
  expectTypeOf<AuthTx>().not.toExtend<CompanyTx>();
  expectTypeOf<CompanyTx>().not.toExtend<AuthTx>();
  expectTypeOf<OwnerTx>().not.toExtend<CompanyTx>();
  expectTypeOf<Client>().not.toExtend<CompanyTx>();
});

export const neverCalled = () => [
  currentAnswers(companyTx, ''),
  readEdition(systemTx, ''),
  readEdition(companyTx, ''),
  // @ts-expect-error -- the auth door sees no company
  currentAnswers(authTx, ''),
  // @ts-expect-error -- without a company there are no answers
  currentAnswers(systemTx, ''),
  // @ts-expect-error -- a bare connection is no transaction
  currentAnswers(new Client(), ''),
  // @ts-expect-error -- the auth door does not read content
  readEdition(authTx, ''),
  // @ts-expect-error -- only the owner publishes
  publishContent(systemTx, []),
  // @ts-expect-error -- a save names who, what and which request
  saveAnswer(companyTx, { assessmentId: '', questionId: '' }),
  // @ts-expect-error -- a nested transaction would commit the outer one
  companyTx.transaction,
];

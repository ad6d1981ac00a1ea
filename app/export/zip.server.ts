import { strToU8, zipSync } from 'fflate';
import type { AuditChain } from '#assessments/audit-chain.ts';
import { CHAIN_NAME } from '#assessments/audit-file.ts';
import { canonicalJson } from '#assessments/canonical-json.ts';
import { EXPORT_NAME, type CompanyExport } from '#db/export-file.ts';
import { csv } from './csv.ts';

type Cells = Record<string, string | number | boolean | null>;

/** Everything as one file: the data as JSON and as tables, the access log, and the keys that prove it. */
export function exportZip(data: CompanyExport, chain: AuditChain): Uint8Array<ArrayBuffer> {
  const { profiles, assessments, answers, evidence, withdrawals } = data;
  const files = {
    [EXPORT_NAME]: canonicalJson(data),
    [CHAIN_NAME]: JSON.stringify(chain),
    'keys.json': JSON.stringify({ keys: chain.keys }, null, 2),
    'README.txt': README,
    'csv/company.csv': table([data.company]),
    'csv/profiles.csv': table(
      profiles.flatMap(({ facts, version, byName, at }) =>
        Object.entries(facts).map(([fact, value]) => ({ version, fact, value, byName, at })),
      ),
    ),
    'csv/assessments.csv': table(
      assessments.map(({ overlays, ...rest }) => ({ ...rest, overlays: overlays.join(' ') })),
    ),
    'csv/carryings.csv': table(data.carryings),
    'csv/states.csv': table(data.states),
    'csv/answers.csv': table(
      answers.map(({ answer, ...rest }) => ({
        ...rest,
        level: 'level' in answer ? answer.level : null,
        unknown: 'unknown' in answer,
        notApplicable: 'notApplicable' in answer ? answer.notApplicable : null,
        cleared: 'cleared' in answer,
      })),
    ),
    'csv/evidence.csv': table(evidence),
    'csv/withdrawals.csv': table(withdrawals),
    'csv/members.csv': table(data.members),
    'csv/engagements.csv': table(
      data.engagements.map(({ questionnaires, ...rest }) => ({
        ...rest,
        questionnaires: questionnaires?.join(' ') ?? null,
      })),
    ),
    'csv/associations.csv': table(data.associations),
    'csv/access-log.csv': table(chain.entries),
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return Uint8Array.from(zipSync(Object.fromEntries(bytes), { level: 6 }));
}

function table(rows: readonly Cells[]): string {
  const [first] = rows;
  if (!first) return csv([], []);
  const columns = Object.keys(first);
  return csv(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );
}

const README = `準備 Junbi — 会社のすべての記録 / everything of a company

${EXPORT_NAME}   会社の情報、点検、回答の履歴、証跡の一覧、チーム、コンサルタント、団体 / facts, assessments, answers with their history, evidence, team, consultants, associations
csv/         同じ内容の表 / the same as tables
${CHAIN_NAME}   操作の記録 / the access log
keys.json    記録の封印を確かめる公開鍵 / public keys of its anchors

確かめ方 / to verify, on a computer with Junbi:  npm run -s junbi -- audit verify export.zip
`;

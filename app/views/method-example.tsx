import { fractionText, percentText } from '#assessments/rational.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Fraction } from '../components/fraction.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { methodExample, type ExampleRow } from '../method-example.ts';
import { method } from '../messages/method.ts';
import { home } from '../messages/home.ts';
import { rangeText } from '../print.ts';

/** Three requirements, reckoned through in exact fractions. */
export function MethodExample() {
  const t = useMessages(method).attainment.example;
  const { states } = useMessages(home);
  const language = useLanguage();
  const { rows, share, status } = methodExample();
  const range = ({ lo, hi }: { lo: number; hi: number }) => rangeText(lo, hi, language);
  const sum = (end: 'lo' | 'hi') => rows.reduce((total, { loss }) => total + loss[end], 0);
  const columns: Column<ExampleRow>[] = [
    { key: 'requirement', header: t.columns.requirement, cell: ({ id }) => t.rows[id] },
    { key: 'weight', header: t.columns.weight, numeric: true, cell: ({ weight }) => weight },
    { key: 'target', header: t.columns.target, numeric: true, cell: ({ target }) => target },
    {
      key: 'level',
      header: t.columns.level,
      numeric: true,
      cell: ({ level }) => (level.lo === level.hi ? level.lo : t.unknown),
    },
    {
      key: 'reached',
      header: t.columns.reached,
      numeric: true,
      cell: ({ reached }) => range(reached),
    },
    {
      key: 'full',
      header: t.columns.full,
      numeric: true,
      cell: ({ weight, target }) => weight * target,
    },
    { key: 'loss', header: t.columns.loss, numeric: true, cell: ({ loss }) => range(loss) },
  ];
  const foot = [
    t.total,
    '',
    '',
    '',
    range(share),
    share.of,
    range({ lo: sum('lo'), hi: sum('hi') }),
  ];
  const [low, high] = [
    { n: share.lo, d: share.of },
    { n: share.hi, d: share.of },
  ];
  return (
    <div className="stack pt-16">
      <h3>{t.title}</h3>
      <p>{t.lead}</p>
      <DataTable columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />
      <p>
        {t.result.before} <Fraction n={`${share.lo}`} d={`${share.of}`} /> {t.result.to}{' '}
        <Fraction n={`${share.hi}`} d={`${share.of}`} />
        {t.result.after(fractionText(low), fractionText(high), percentText(low), percentText(high))}
      </p>
      <p>{t.adds(share.of)}</p>
      <p>{t.state(states[status])}</p>
    </div>
  );
}

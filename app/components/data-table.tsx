/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a stacked table loses its implied roles with its display */
import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  header: string;
  /** Shorter name beside the value where the table is stacked; the header if absent. */
  label?: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** A width utility: w-176 */
  width?: string;
  /** What is done with the row: nothing for paper. */
  screenOnly?: boolean;
  /** pairs: takes the whole row; triples: two of the three columns. */
  wide?: boolean;
};

export type DataTableProps<Row> = {
  /** The first column is the row's heading. */
  columns: ReadonlyArray<Column<Row>>;
  rows: ReadonlyArray<Row>;
  rowKey: (row: Row) => string;
  caption?: ReactNode;
  /** Sums: one node per column. */
  foot?: ReadonlyArray<ReactNode>;
  /** Below 768 px: label beside value, or two or three columns of label over value. */
  variant?: 'stack' | 'pairs' | 'triples' | 'none';
  dense?: boolean;
  even?: boolean;
};

const stacking = {
  none: '',
  stack: ' data-table--stack',
  pairs: ' data-table--stack data-table--pairs',
  triples: ' data-table--stack data-table--triples',
};

function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = [
    column.numeric && 'is-num',
    column.wide && 'is-wide',
    column.screenOnly && 'no-print',
  ].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

function headClass<Row>(column: Column<Row>): string | undefined {
  const names = [column.numeric && 'is-num', column.screenOnly && 'no-print', column.width].filter(
    Boolean,
  );
  return names.length > 0 ? names.join(' ') : undefined;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, caption, foot, variant = 'stack', dense, even } = props;
  const looks = `${stacking[variant]}${dense ? ' data-table--dense' : ''}${even ? ' data-table--even' : ''}`;
  return (
    <table className={`data-table${looks}`} role="table">
      {caption && <caption>{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" className={headClass(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" role="rowheader">
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  role="cell"
                  className={cellClass(column)}
                  data-label={column.label ?? column.header}
                >
                  <div>{column.cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {foot && <Foot columns={columns} cells={foot} />}
    </table>
  );
}

function Foot<Row>({
  columns,
  cells,
}: {
  columns: ReadonlyArray<Column<Row>>;
  cells: ReadonlyArray<ReactNode>;
}) {
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.key} scope="row" role="rowheader">
              {cells[0]}
            </th>
          ) : (
            <td
              key={column.key}
              role="cell"
              className={cellClass(column)}
              data-label={column.label ?? column.header}
            >
              <div>{cells[index]}</div>
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

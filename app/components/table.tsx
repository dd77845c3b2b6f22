// A calm table: hairlines, a strong line under the headings; on a phone each row becomes a block with its labels.
import type { ReactNode } from 'react';
import styles from './table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell that names the row. */
  readonly heading?: boolean;
  /** The label is heard but not seen: for buttons. */
  readonly mute?: boolean;
}

export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  /** Heard, not seen: the heading above says it to those who look. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}) {
  return (
    <table className={styles.table}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, mute }) => (
            <th key={key} scope="col">
              <span className={mute ? 'hidden' : undefined}>{label}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, label, cell, heading, mute }) =>
              heading ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} data-label={mute ? undefined : label}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

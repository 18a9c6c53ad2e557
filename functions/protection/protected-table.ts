/**
 * A table that has been through protection. Only this folder makes one, and releases accept
 * nothing else, so publishing an unprotected count does not compile.
 */
declare const isProtected: unique symbol;

export interface ProtectedTable<Row> {
  readonly rows: readonly Row[];
  readonly [isProtected]: true;
}

/** Used in this folder only; the architecture test sees to it. */
export const asProtected = <Row>(rows: readonly Row[]): ProtectedTable<Row> =>
  ({ rows }) as unknown as ProtectedTable<Row>;

/** Rows made from protected rows alone, such as a trend over releases. */
export const derivedFrom = <Source, Row>(
  source: ProtectedTable<Source>,
  derive: (rows: readonly Source[]) => readonly Row[],
): ProtectedTable<Row> => asProtected(derive(source.rows));

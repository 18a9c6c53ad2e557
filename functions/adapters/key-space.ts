import { TABLE } from "../layout.ts";

/** The table itself, or its index, as a query names it. */
export interface KeySpace {
  readonly index?: string;
  readonly partition: string;
  readonly sort: string;
}

export const TABLE_KEYS: KeySpace = { partition: TABLE.partition, sort: TABLE.sort };

export const WORKLIST_KEYS: KeySpace = {
  index: TABLE.worklistIndex,
  partition: TABLE.worklistPartition,
  sort: TABLE.worklistSort,
};

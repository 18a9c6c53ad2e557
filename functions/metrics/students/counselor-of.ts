import { counselorsOf, type CounselorRecords } from "./counselors-of.ts";

/**
 * The one counselor under whom a student is counted and listed: the one whom the plan names,
 * otherwise the first of the district's list; empty for a student without any.
 */
export const counselorOf = (records: CounselorRecords): string => counselorsOf(records)[0] ?? "";

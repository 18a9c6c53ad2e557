import type { Day } from "../domain/calendar/day.ts";

/** One staff edition in the list of them. */
export interface StaffEditionEntry {
  readonly edition: string;
  readonly asOf: Day;
  /** The version of the records that it was made from. */
  readonly conformed: string;
}

/** Which staff edition staff should see, and those before it, the latest day first: one per day. */
export interface StaffLatest extends StaffEditionEntry {
  readonly district: { readonly id: string; readonly name: string };
  readonly editions: readonly StaffEditionEntry[];
}

import type {
  StaffCaseloads,
  StaffPlaces,
  StaffWorklist,
} from "../../functions/pipeline/staff-answer.ts";
import { queryOf, type Asked } from "./asked.js";

export const askPlaces = (): Promise<StaffPlaces> => ask("places");

export const askCaseloads = ({ school }: Asked): Promise<StaffCaseloads> =>
  ask(`caseloads?${new URLSearchParams({ school }).toString()}`);

/** @param after the `next` of the page before: it names a student, so it goes into no address */
export const askWorklist = (asked: Asked, after: string | null): Promise<StaffWorklist> =>
  ask(`worklist?${queryOf(asked)}`, after === null ? {} : { "ilp-after": after });

/** The addresses of the whole list as files. */
export const fileAddress = (asked: Asked, type: "csv" | "ics"): string =>
  `/staff/worklist.${type}?${queryOf(asked)}`;

async function ask<T>(what: string, headers: { readonly [name: string]: string } = {}): Promise<T> {
  const response = await fetch(`/staff/${what}`, { headers, cache: "no-store" });
  // The text of a refusal is written for the reader.
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

import { randomUUID } from "node:crypto";
import type { DistrictId, StudentId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import { allItems } from "../all-items.ts";
import type { Table } from "../ports.ts";

/** The name under which tables hold a pseudonym: districts have such items, so it does not change. */
const ATTRIBUTE = "surrogate";

/**
 * The random number that stands for each student in research extracts: 122 random bits, made once
 * and kept by the district. Without access to the table nobody can find out whose it is.
 */
export async function pseudonymsOf(
  table: Table,
  district: DistrictId,
  students: readonly StudentId[],
): Promise<ReadonlyMap<StudentId, string>> {
  const earlier = await keptPseudonyms(table, district);
  const pseudonyms = new Map<StudentId, string>();
  for (const student of students) {
    const kept = earlier.get(tableKeys.surrogate(district, student).sort);
    pseudonyms.set(student, kept ?? (await made(table, district, student)));
  }
  return pseudonyms;
}

/** Of two runs at once the first one's number holds for both. */
async function made(table: Table, district: DistrictId, student: StudentId): Promise<string> {
  const key = tableKeys.surrogate(district, student);
  const pseudonym = randomUUID();
  if (await table.putIfAbsent({ ...key, [ATTRIBUTE]: pseudonym })) return pseudonym;
  const kept = (await table.get(key))?.[ATTRIBUTE];
  if (typeof kept !== "string") throw new Error("expected a pseudonym to be text");
  return kept;
}

async function keptPseudonyms(
  table: Table,
  district: DistrictId,
): Promise<ReadonlyMap<string, string>> {
  const { partition } = tableKeys.surrogate(district, "");
  const kept = new Map<string, string>();
  for (const item of await allItems(table, partition)) {
    const pseudonym = item[ATTRIBUTE];
    if (typeof pseudonym === "string") kept.set(item.sort, pseudonym);
  }
  return kept;
}

import { randomUUID } from "node:crypto";
import type { DistrictId, StudentId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import { allItems } from "../all-items.ts";
import type { Table } from "../ports.ts";

/**
 * The random number that stands for each student in research extracts: 122 random bits, made once
 * and kept by the district. Without access to the table nobody can find out whose it is.
 */
export async function surrogatesOf(
  table: Table,
  district: DistrictId,
  students: readonly StudentId[],
): Promise<ReadonlyMap<StudentId, string>> {
  const known = await keptSurrogates(table, district);
  const surrogates = new Map<StudentId, string>();
  for (const student of students) {
    const kept = known.get(tableKeys.surrogate(district, student).sort);
    surrogates.set(student, kept ?? (await made(table, district, student)));
  }
  return surrogates;
}

/** Of two runs at once the first one's number holds for both. */
async function made(table: Table, district: DistrictId, student: StudentId): Promise<string> {
  const key = tableKeys.surrogate(district, student);
  const surrogate = randomUUID();
  if (await table.putIfAbsent({ ...key, surrogate })) return surrogate;
  const there = await table.get(key);
  if (typeof there?.["surrogate"] !== "string") throw new Error("a surrogate is no text");
  return there["surrogate"];
}

async function keptSurrogates(
  table: Table,
  district: DistrictId,
): Promise<ReadonlyMap<string, string>> {
  const { partition } = tableKeys.surrogate(district, "");
  const kept = new Map<string, string>();
  for (const { sort, surrogate } of await allItems(table, partition)) {
    if (typeof surrogate === "string") kept.set(sort, surrogate);
  }
  return kept;
}

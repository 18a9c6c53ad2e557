import { CANONICAL_FIELDS } from "./canonical-fields.ts";
import { nameKey } from "../csv/header.ts";
import type { CanonicalTable } from "./profile.ts";
import type { FileKind } from "./profiles.ts";

/** Every name under which some profile reads a field of the table, and the field's own. */
export function namesOfFields(
  table: CanonicalTable,
  kinds: readonly FileKind[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const note = (name: string, field: string) => {
    const key = nameKey(name);
    if (!names.has(key)) names.set(key, field);
  };
  for (const field of Object.keys(CANONICAL_FIELDS[table].fields)) {
    for (const name of likelyNames(table, field)) note(name, field);
  }
  for (const { profile } of kinds) {
    for (const read of profile.reads) {
      if (read.table !== table) continue;
      for (const { to, from } of read.columns) for (const name of from ?? []) note(name, to);
    }
  }
  return names;
}

const KIND_NAMES = ["status", "code", "type"];

/** What systems call some fields, whatever profiles there are. */
const COMMON_NAMES: {
  readonly [T in CanonicalTable]?: { readonly [field: string]: readonly string[] };
} = {
  person: { givenName: ["first", "first name"], familyName: ["last", "last name"] },
  enrollment: {
    enteredOn: [
      ...["entry date", "enrolled on", "enroll date", "enrollment date", "date enrolled"],
      ...["admission date", "admit date", "school entry date", "enrollment start date"],
      "enrollment begin date",
    ],
    withdrewOn: [
      ...["exit date", "withdrawn on", "withdrawal date", "withdraw date", "date withdrawn"],
      ...["exited on", "leave date", "drop date", "school exit date", "enrollment end date"],
    ],
  },
  goal: { targetOn: ["due date", "deadline", "completion date", "target completion date"] },
};

/**
 * `status` of a plan is also called plan status, a student is named by a student id, a day by a
 * date, and the one day that a row cannot do without is often called just that.
 */
function likelyNames(table: CanonicalTable, field: string): readonly string[] {
  const { fields, required } = CANONICAL_FIELDS[table];
  const others = COMMON_NAMES[table]?.[field] ?? [];
  if (table === "attendance" && field === "kind") {
    return [
      ...KIND_NAMES.flatMap((name) => [name, `attendance ${name}`, `absence ${name}`]),
      field,
    ];
  }
  if (table === "goal" && field === "domain") return [field, "goal type", "goal category"];
  const is = fields[field]?.is;
  const names = [field, `${table} ${field}`];
  const [, counted] = /^(.+)Days$/.exec(field) ?? [];
  if (counted !== undefined) return [...names, `days ${counted}`, `total days ${counted}`];
  if (is === "id" || is === "student") return [...names, `${field} id`, `${field} number`];
  if (is !== "day" && is !== "end-day") return [...names, ...others];
  const event = field.replace(/On$|^on$/, "");
  const needed = required.flat(2).filter((name) => fields[name]?.is === "day");
  const isOnly = needed.length === 1 && needed[0] === field;
  return [
    ...names,
    ...others,
    `${event} date`,
    `date ${event}`,
    ...(isOnly ? ["date", "day"] : []),
  ];
}

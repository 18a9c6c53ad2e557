import type { Day } from "../../domain/calendar/day.ts";
import { studentId, type StudentId } from "../../domain/ids.ts";
import type { CanonicalField } from "../../domain/record-types/field.ts";
import type { RecordType } from "../../domain/record-types/record-type.ts";
import type { SchoolYear } from "../../domain/calendar/school-year.ts";
import type { Fields } from "../values/fields.ts";
import { readSchoolYear } from "../plans/plan-rows.ts";

/** The row of a type as its descriptor says: each field under its name, null where it is empty. */
export type DescribedRow<T extends Pick<RecordType, "fields">> = {
  readonly [F in keyof T["fields"]]: ValueOf<T["fields"][F]>;
};

type ValueOf<F extends CanonicalField> = F extends { readonly values: readonly (infer V)[] }
  ? F["is"] extends "list-of"
    ? readonly V[]
    : V | null
  : F["is"] extends "student"
    ? StudentId
    : F["is"] extends "text" | "id"
      ? string
      : F["is"] extends "yes-no"
        ? boolean | null
        : F["is"] extends "school-year"
          ? SchoolYear
          : F["is"] extends "number"
            ? number | null
            : Day | null;

/** Reads the rows of a type field by field, as its descriptor says: for types that need no reader of their own. */
export function describedRow<T extends RecordType>({
  fields: described,
  required,
}: T): (fields: Fields) => DescribedRow<T> {
  const needed = new Set(required.filter((ways) => ways.length === 1).flat(2));
  const all = Object.entries(described);
  return (fields) =>
    // Each field has the value that its sort says.
    Object.fromEntries(
      all.map(([name, field]) => [name, valueOf(fields, name, field, needed.has(name))]),
    ) as DescribedRow<T>;
}

function valueOf(fields: Fields, name: string, field: CanonicalField, isNeeded: boolean): unknown {
  switch (field.is) {
    case "text":
      return fields.text(name);
    case "id":
      return fields.id(name);
    case "student":
      return studentId(fields.id(name));
    case "number":
      return fields.number(name);
    case "yes-no":
      return fields.yesNo(name);
    case "school-year":
      return readSchoolYear(fields);
    case "day":
      return isNeeded ? fields.requiredDay(name) : fields.day(name);
    case "end-day":
      return fields.endDay(name);
    case "one-of":
      return fields.oneOf(name, field.values);
    case "list-of":
      return fields.listOf(name, field.values);
  }
}

import { byText } from "../../../domain/text/compare-text.ts";
import type { Sheet } from "../../spreadsheet-csv.ts";
import type { ReportDefinition, ReportField } from "../definitions/report-definition.ts";

/**
 * A report's records for a spreadsheet, each cell as text so that identifiers keep their zeros. Only
 * files of no state are read by people: a state's file is never opened and saved on its way.
 * @throws when the layout sorts by something that is no field
 */
export function reportSheet(
  { id, title, population, layout }: ReportDefinition,
  fields: readonly Pick<ReportField, "name" | "definition" | "isKey">[],
  records: readonly (readonly string[])[],
): Sheet {
  const places = (layout?.sortBy ?? []).map((name) => placeOf(fields, name));
  const inOrder = records.toSorted(
    byText((cells) => places.map((place) => cells[place]).join("\u0000")),
  );
  return {
    definition: {
      ...{ name: id, title, description: population.words },
      primaryKey: fields.filter(({ isKey }) => isKey === true).map(({ name }) => name),
      columns: fields.map(({ name, definition }) => ({
        name,
        type: "text",
        title: name,
        definition,
      })),
    },
    rows: inOrder.map((cells) =>
      Object.fromEntries(fields.map(({ name }, place) => [name, cells[place] ?? ""])),
    ),
  };
}

function placeOf(fields: readonly Pick<ReportField, "name">[], name: string): number {
  const place = fields.findIndex((field) => field.name === name);
  if (place < 0) throw new Error(`the layout sorts by ${name}, which is no field`);
  return place;
}

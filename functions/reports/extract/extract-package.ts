import { MISSING } from "./extract-column.ts";
import { EXTRACT_FILE, type AboutExtract, type ExtractedColumn } from "./about-extract.ts";

/** The extract as a Data Package (version 2): its one table, with the schema of each column. */
export const extractPackage = (about: AboutExtract): unknown => ({
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name: about.extract.toLowerCase(),
  title: about.title,
  description: `Restricted use: ${about.purpose}. Made from staff edition ${about.edition} (as of ${about.asOf}, definitions ${about.definitionVersion}).`,
  version: about.definitionVersion,
  resources: [
    {
      name: "students",
      type: "table",
      title: "Students",
      description: "One row per student of a grade that the mandate covers.",
      path: EXTRACT_FILE,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: {
        fields: about.columns.map(fieldOf),
        primaryKey: ["student"],
        missingValues: Object.entries(MISSING).map(([value, label]) => ({ value, label })),
      },
    },
  ],
});

function fieldOf(column: ExtractedColumn): unknown {
  const { name, title, definition, universe, type, values } = column;
  const common = {
    name,
    title,
    description: `${definition} Universe: ${universe}`,
    constraints: { required: type === "code" },
  };
  const categories = values.filter(({ value }) => !(value in MISSING));
  switch (type) {
    case "code":
      return { ...common, type: "string", constraints: { required: true, unique: true } };
    case "category":
      return {
        ...common,
        type: "string",
        categories: categories.map(({ value, label }) => ({ value, label })),
      };
    case "number":
      return { ...common, type: "integer" };
    case "month":
      return { ...common, type: "yearmonth" };
  }
}

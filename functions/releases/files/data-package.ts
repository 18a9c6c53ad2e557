import { longDay } from "../../domain/calendar/long-day.ts";
import type { ColumnType, TableDefinition } from "../../domain/records/table-definition.ts";
import type { ReleaseManifest } from "../manifest/manifest.ts";

const TYPES: { readonly [type in ColumnType]: string } = {
  text: "string",
  integer: "integer",
  number: "number",
  day: "date",
  boolean: "boolean",
};

/** The files of a table in its edition, by format. */
export const tablePaths = (table: string) => ({
  arrow: `${table}.arrow`,
  csv: `${table}.csv`,
  parquet: `${table}.parquet`,
});

/** The title of an edition's data package: "Grand Bend School District, 2021-22, data as of May 20, 2022". */
export const packageTitle = ({
  district,
  schoolYear,
  asOf,
}: Pick<ReleaseManifest, "district" | "schoolYear" | "asOf">): string =>
  `${district.name}, ${schoolYear}, data as of ${longDay(asOf)}`;

/**
 * The data dictionary of an edition as a Data Package (version 2): each table with its grain, each
 * column with its definition. It is made from the definitions that the tables are written by.
 * A resource has one path, and several mean parts of one file, so the same rows in other formats are
 * named by a property of our own, which the standard allows.
 * Source: https://datapackage.org/standard/data-resource/
 */
export function dataPackage(
  release: string,
  title: string,
  tables: readonly TableDefinition[],
): unknown {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: release,
    title,
    resources: tables.map((table) => ({
      name: table.name,
      type: "table",
      title: table.title,
      description: table.description,
      path: tablePaths(table.name).csv,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      "ilp:alsoAs": formatsOf(table.name),
      schema: {
        fields: table.columns.map((column) => ({
          name: column.name,
          type: TYPES[column.type],
          title: column.title,
          description: column.definition,
          constraints: { required: !("optional" in column) },
        })),
        primaryKey: table.primaryKey,
        missingValues: [""],
      },
    })),
  };
}

const formatsOf = (table: string) => {
  const { arrow, parquet } = tablePaths(table);
  return [
    { path: parquet, format: "parquet", mediatype: "application/vnd.apache.parquet" },
    { path: arrow, format: "arrow", mediatype: "application/vnd.apache.arrow.file" },
  ];
};

import { CANONICAL_FIELDS } from "./canonical-fields.ts";
import { CANONICAL_TABLES, type CanonicalTable } from "./profile.ts";
import schema from "./profile.schema.json" with { type: "json" };

/**
 * The JSON Schema of a profile. The tables that a profile may fill and their fields are those of the types
 * of records; `profile.schema.json` lists them once more for editors, and a test compares the two.
 */
export function profileSchema() {
  const { TableRead } = schema.definitions;
  const { properties } = TableRead;
  return {
    ...schema,
    definitions: {
      ...schema.definitions,
      TableRead: {
        ...TableRead,
        properties: { ...properties, table: { ...properties.table, enum: CANONICAL_TABLES } },
        allOf: CANONICAL_TABLES.map(columnsOf),
      },
    },
  };
}

/** The columns of a read fill fields of its table. */
const columnsOf = (table: CanonicalTable) => ({
  if: { properties: { table: { const: table } }, required: ["table"] },
  then: {
    properties: {
      columns: {
        items: { properties: { to: { enum: Object.keys(CANONICAL_FIELDS[table].fields) } } },
      },
    },
  },
});

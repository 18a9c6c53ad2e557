import type { MandateProfile } from "../../../mandates/rules/mandate-profile.ts";
import type { FieldSource, ReportDefinition, ReportField } from "./report-definition.ts";

const REQUIREMENT = /\{requirement\}/g;
const REQUIREMENT_NAME = /\{requirementName\}/g;

/** The fields of a report under a mandate: those that stand for each requirement, once for each. */
export const fieldsUnder = (
  { fields }: Pick<ReportDefinition, "fields">,
  { requirements }: Pick<MandateProfile, "requirements">,
): readonly ReportField[] =>
  inBlocks(fields).flatMap((block) =>
    block[0]?.forEach === undefined
      ? block
      : requirements.flatMap(({ id, name }) => block.map((field) => fieldOf(field, id, name))),
  );

/** Neighboring fields that stand for each requirement are made together, requirement by requirement. */
function inBlocks(fields: readonly ReportField[]): readonly (readonly ReportField[])[] {
  const blocks: ReportField[][] = [];
  for (const field of fields) {
    const last = blocks.at(-1);
    if (last?.[0] !== undefined && last[0].forEach === field.forEach) last.push(field);
    else blocks.push([field]);
  }
  return blocks;
}

const fieldOf = (
  { forEach: _each, ...field }: ReportField,
  id: string,
  name: string,
): ReportField => ({
  ...field,
  name: field.name.replace(REQUIREMENT, id),
  definition: field.definition.replace(REQUIREMENT_NAME, name),
  source: sourceOf(field.source, id),
});

const sourceOf = (source: FieldSource, id: string): FieldSource =>
  "row" in source ? { row: source.row.replace(REQUIREMENT, id) } : source;

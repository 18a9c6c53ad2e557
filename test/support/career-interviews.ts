import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratchFolder } from "./scratch-folder.ts";

export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
export const RECIPE = join(REPOSITORY, "fixtures/recipes/record-type");
export const TYPES = "functions/domain/record-types";
export const REGISTRY = `${TYPES}/record-types.ts`;

/** A copy of the project with one more type of record: its descriptor, and its lines in the registry. */
export function withCareerInterviews(): string {
  const scratch = scratchFolder();
  for (const path of ["functions", "test/support", "package.json", "tsconfig.json"]) {
    cpSync(join(REPOSITORY, path), join(scratch, path), { recursive: true });
  }
  symlinkSync(join(REPOSITORY, "node_modules"), join(scratch, "node_modules"));
  const descriptor = readFileSync(join(RECIPE, "career-interview.ts"), "utf8");
  writeFileSync(
    join(scratch, TYPES, "career-interview.ts"),
    descriptor.replaceAll(`../../../${TYPES}/`, "./"),
  );
  const registry = readFileSync(join(scratch, REGISTRY), "utf8");
  writeFileSync(
    join(scratch, REGISTRY),
    `import { careerInterview } from "./career-interview.ts";\n${registry}`.replace(
      "  caseload,\n}",
      "  caseload,\n  careerInterview,\n}",
    ),
  );
  return scratch;
}

import { readFileSync } from "node:fs";
import type { MandateOverlay } from "../../mandates/overlay/overlay.ts";
import { CommandError } from "../arguments/command-error.ts";

/**
 * The district's own rules, checked by the schema. The validator is loaded only now, since most
 * commands do not need it.
 */
export async function readOverlay(path: string): Promise<MandateOverlay> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new CommandError(`${path} ${why}`);
  }
  const { validateOverlay } = await import("../../mandates/overlay/validate-profile.ts");
  const checked = validateOverlay(data);
  if (checked.kind === "invalid") {
    throw new CommandError(
      `${path} is not a valid file of district rules: ${checked.faults.join("; ")}`,
    );
  }
  return checked.data;
}

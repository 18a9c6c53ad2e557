import type { Profile } from "../../sources/profiles/profile.ts";
import type { ProfileFault } from "../../sources/profiles/profile-fault.ts";

/**
 * A profile as a district wrote it beside its exports (`ilp.profile.json`), or what is wrong with
 * it. The validator is loaded only now: most runs have no such profile.
 */
export async function ownProfile(text: string): Promise<OwnProfile> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { profile: null, faults: [{ path: "", message: notJson(error) }] };
  }
  const { isFaulty, validateProfile } = await import("../../sources/profiles/validate-profile.ts");
  const validated = validateProfile(value);
  return isFaulty(validated)
    ? { profile: null, faults: validated }
    : { profile: validated, faults: [] };
}

/** A profile, or at least one fault. */
export type OwnProfile =
  | { readonly profile: Profile; readonly faults: readonly [] }
  | { readonly profile: null; readonly faults: readonly ProfileFault[] };

/** Where it stops being JSON. The parser's own words show some of the text, which may be an export. */
function notJson(error: unknown): string {
  const place = /line \d+ column \d+|position \d+/.exec(
    error instanceof Error ? error.message : "",
  );
  return `is not JSON${place === null ? "" : ` at ${place[0]}`}; look there for a missing comma, quotation mark or bracket`;
}

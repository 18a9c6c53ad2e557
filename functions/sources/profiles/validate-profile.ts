import { Ajv, type ErrorObject } from "ajv";
import { nearestName } from "../../domain/text/nearest-name.ts";
import type { Profile } from "./profile.ts";
import { profileContradictions } from "./profile-contradictions.ts";
import type { ProfileFault } from "./profile-fault.ts";
import { profileSchema } from "./profile-schema.ts";

/**
 * Holds what somebody wrote as a profile to `profile.schema.json` and to what a schema cannot say:
 * the profile itself, or each of its faults. Takes ajv along, so load this file only where a
 * profile comes from outside.
 */
export function validateProfile(value: unknown): Profile | readonly ProfileFault[] {
  const check = compiled();
  if (!check(value)) return schemaFaults(check.errors ?? []);
  const faults = profileContradictions(value);
  return faults.length === 0 ? value : faults;
}

export const isFaulty = (
  validated: Profile | readonly ProfileFault[],
): validated is readonly ProfileFault[] => Array.isArray(validated);

let validator: ReturnType<typeof compile> | null = null;
const compiled = () => (validator ??= compile());

/** The schema's conditions narrow what other parts of it describe, which strict types would refuse. */
const compile = () =>
  new Ajv({ allErrors: true, verbose: true, strictTypes: false }).compile<Profile>(profileSchema());

/** Each place once: where a condition or a choice fails, what failed inside it says more, or all there is. */
function schemaFaults(errors: readonly ErrorObject[]): readonly ProfileFault[] {
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath),
  );
  const faults = errors
    .filter(({ keyword }) => keyword !== "if")
    .filter((error) => error.keyword === "anyOf" || !choices.has(error.instancePath))
    .map(({ instancePath, ...error }) => ({
      path: `${dotted(instancePath)}${ownPath(error.keyword, error.params)}`.replace(/^\./, ""),
      message: messageOf(error),
    }));
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.message}`, fault])).values()];
}

/** `/files/2/signature` as `.files[2].signature`. */
const dotted = (pointer: string): string =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join("");

type Params = { readonly [name: string]: unknown };

/** What is missing or too much is meant itself, not what should hold it. */
function ownPath(keyword: string, params: Params): string {
  if (keyword === "required") return `.${String(params["missingProperty"])}`;
  if (keyword === "additionalProperties") return `.${String(params["additionalProperty"])}`;
  return "";
}

function messageOf({
  keyword,
  params,
  schema: given,
  parentSchema,
  data,
  message,
}: Omit<ErrorObject<string, Params>, "instancePath">): string {
  const description = descriptionIn(parentSchema);
  switch (keyword) {
    case "required": {
      const settings = settingsOf(parentSchema);
      const missing = descriptionIn(settings[String(params["missingProperty"])]);
      return `is missing; add it${missing === "" ? "" : `: ${missing}`}`;
    }
    case "additionalProperties": {
      const settings = Object.keys(settingsOf(parentSchema));
      const name = String(params["additionalProperty"]);
      return `is no setting here; ${didYouMean(name, settings) ?? "remove it"}`;
    }
    case "enum": {
      const values = Array.isArray(given) ? given.map(String) : [];
      const hint = typeof data === "string" ? didYouMean(data, values) : null;
      return `is none of ${values.map((value) => JSON.stringify(value)).join(", ")}${hint === null ? "" : `; ${hint}`}`;
    }
    case "type":
      return `must be ${KINDS.get(String(given)) ?? String(given)}${description === "" ? "" : `: ${description}`}`;
    case "minItems":
    case "minLength":
    case "minProperties":
      return `says too little: ${description}`;
    case "pattern":
    case "anyOf":
      return `is not written as it must be: ${description}`;
    case "uniqueItems":
      return "lists the same twice; remove one";
    default:
      return message ?? "is not as the schema asks";
  }
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ["string", "a text in quotation marks"],
  ["array", "a list in brackets"],
  ["object", "an object in braces"],
  ["integer", "a whole number"],
  ["number", "a number"],
  ["boolean", "true or false"],
]);

function didYouMean(name: string, names: readonly string[]): string | null {
  const nearest = nearestName(name, names);
  return nearest === null ? null : `did you mean ${JSON.stringify(nearest)}?`;
}

function descriptionIn(part: unknown): string {
  if (typeof part !== "object" || part === null || !("description" in part)) return "";
  return String(part.description);
}

function settingsOf(part: unknown): { readonly [setting: string]: unknown } {
  if (typeof part !== "object" || part === null || !("properties" in part)) return {};
  const { properties } = part;
  return typeof properties === "object" && properties !== null ? { ...properties } : {};
}

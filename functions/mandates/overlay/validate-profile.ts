import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { MandateOverlay } from "./overlay.ts";
import type { Requirement } from "../rules/requirement.ts";
import schema from "../rules/profile.schema.json" with { type: "json" };

/** A valid profile or overlay, or each fault with the path to it. */
export type Validated<T> =
  | { readonly kind: "valid"; readonly data: T }
  | { readonly kind: "invalid"; readonly faults: readonly string[] };

const ajv = new Ajv2019({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
});
const isProfile: ValidateFunction<MandateProfile> = ajv.compile<MandateProfile>(schema);
const isOverlay: ValidateFunction<MandateOverlay> = ajv.compile<MandateOverlay>({
  type: "object",
  properties: {
    id: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
    title: { type: "string", minLength: 1 },
    entrantGraceDays: { type: "integer", minimum: 0 },
    requirements: { type: "array", items: { $ref: "#/$defs/requirement" } },
  },
  required: ["id", "title", "requirements"],
  additionalProperties: false,
  $defs: schema.$defs,
});

/**
 * Validates a mandate profile against profile.schema.json, and checks what a schema cannot express,
 * such as unique ids. Tests check each built-in profile, so no run has to.
 * @public
 */
export function validateProfile(data: unknown): Validated<MandateProfile> {
  if (!isProfile(data)) return { kind: "invalid", faults: faultsOf(isProfile.errors) };
  const named = [...data.requirements, ...data.duties, ...data.notes];
  const faults = [
    ...repeated(named.map(({ id }) => id)).map((id) => `/ has "${id}" more than once`),
    ...repeated(data.sources.map(({ url }) => url)).map((url) => `/sources has ${url} twice`),
    ...data.requirements.flatMap(({ id, supersedes }) =>
      supersedes === undefined || data.requirements.some(({ id }) => id === supersedes)
        ? []
        : [`/requirements "${id}" supersedes "${supersedes}", which is not there`],
    ),
    ...data.requirements.flatMap(contentFaults),
    ...data.requirements.flatMap(({ id, status, read }) =>
      status === "confirmed" && read === undefined
        ? [
            `/requirements "${id}" is confirmed, and "read" does not say on which day and in which edition`,
          ]
        : [],
    ),
    ...data.requirements.flatMap(({ id, status }) =>
      (status === "convention") === (data.force === "practice")
        ? []
        : [`/requirements "${id}": good practice is a convention, and a law is none`],
    ),
  ];
  return faults.length === 0 ? { kind: "valid", data } : { kind: "invalid", faults };
}

/** A component in both lists would be mandatory and not. */
function contentFaults(requirement: Requirement): readonly string[] {
  if (requirement.kind !== "content") return [];
  const { id, all, atLeast, whereApplicable } = requirement;
  const listed = [
    ...all.map(({ component }) => component),
    ...(atLeast?.of ?? []),
    ...(whereApplicable ?? []),
  ];
  return repeated(listed).map((value) => `/requirements "${id}" lists ${value} twice`);
}

/** Validates a district's overlay, before its rules are compared with those of the state. */
export function validateOverlay(data: unknown): Validated<MandateOverlay> {
  return isOverlay(data)
    ? { kind: "valid", data }
    : { kind: "invalid", faults: faultsOf(isOverlay.errors) };
}

const repeated = (list: readonly string[]): readonly string[] => [
  ...new Set(list.filter((value, index) => list.indexOf(value) !== index)),
];

/** What a message of the schema is about but does not name itself. */
const NAMED = ["allowedValues", "additionalProperty", "unevaluatedProperty"] as const;

/** Each fault once, by its path; that an `if` chose a branch is not a fault. */
const faultsOf = (errors: readonly ErrorObject[] | null | undefined): readonly string[] => [
  ...new Set(
    (errors ?? [])
      .filter(({ keyword }) => keyword !== "if")
      .map(({ instancePath, message, params: given }) => {
        const params: { readonly [name: string]: unknown } = given;
        const named = NAMED.flatMap((name) => (name in params ? String(params[name]) : []));
        const about = named.length === 0 ? "" : `: ${named.join(", ")}`;
        return `${instancePath || "/"} ${message ?? "is wrong"}${about}`;
      }),
  ),
];

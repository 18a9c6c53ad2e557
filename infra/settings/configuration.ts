import type { Node } from "constructs";

/** One district that the pipeline runs for. */
export interface District {
  /** Part of object keys and item keys. */
  readonly id: string;
  readonly name: string;
  /** The mandate that its plans are measured by, under its name in the registry of mandates. */
  readonly mandate: string;
  /** When its run starts: a cron or rate expression of EventBridge Scheduler. */
  readonly schedule: string;
  /** The IANA time zone in which `schedule` is meant. */
  readonly timezone: string;
  /** How an upload is known to be complete. */
  readonly uploads: Uploads;
  /** Whether somebody must request the first public release, or the first run makes it. */
  readonly firstPublicRelease: "by-hand" | "with-the-first-run";
}

/**
 * `marker`: a file named `_complete` comes last. Otherwise, no file may have come for this many
 * minutes.
 */
export type Uploads = "marker" | { readonly quietMinutes: number };

/** The site's own name; the certificate must be in us-east-1, where CloudFront looks for it. */
export interface Domain {
  readonly name: string;
  readonly certificateArn: string;
}

export interface Configuration {
  /** Where the data is stored. The account is the one whose credentials deploy. */
  readonly region: string;
  readonly districts: readonly District[];
  readonly domain: Domain | null;
}

/** Reads the context of cdk.json. Throws an Error that names the wrong value. */
export function readConfiguration(node: Node): Configuration {
  const districts = listOf(node.tryGetContext("districts"), "districts").map(readDistrict);
  if (districts.length === 0) throw new Error("cdk.json: context.districts lists no district");
  const ids = districts.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`cdk.json: two districts have the id ${twice}`);
  const domain: unknown = node.tryGetContext("domain");
  return {
    region: textOf({ region: node.tryGetContext("region") }, "region", "context"),
    districts,
    domain: domain === undefined ? null : readDomain(domain),
  };
}

function readDistrict(value: unknown, index: number): District {
  const where = `districts[${index}]`;
  const id = textOf(value, "id", where);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    throw new Error(`cdk.json: ${where}.id is ${id}: expected a-z, 0-9 and single hyphens`);
  }
  // The pages are under this prefix of the public bucket, where a district's releases are too.
  if (id === "site") throw new Error(`cdk.json: ${where}.id is site: the pages have that prefix`);
  const schedule = textOf(value, "schedule", where);
  if (!/^(cron|rate)\(.+\)$/.test(schedule)) {
    throw new Error(`cdk.json: ${where}.schedule is ${schedule}: expected cron(…) or rate(…)`);
  }
  return {
    id,
    name: textOf(value, "name", where),
    mandate: textOf(value, "mandate", where),
    schedule,
    timezone: timezoneOf(value, where),
    uploads: uploadsOf(value, where),
    firstPublicRelease: firstPublicReleaseOf(value, where),
  };
}

function firstPublicReleaseOf(value: unknown, where: string): District["firstPublicRelease"] {
  const given = (value as { firstPublicRelease?: unknown }).firstPublicRelease ?? "by-hand";
  if (given === "by-hand" || given === "with-the-first-run") return given;
  throw new Error(
    `cdk.json: ${where}.firstPublicRelease: expected "by-hand" or "with-the-first-run"`,
  );
}

/** Longer than the pause of a slow SFTP client between two files. */
const QUIET_MINUTES = 15;

function uploadsOf(value: unknown, where: string): Uploads {
  const uploads = (value as { uploads?: unknown }).uploads ?? { quietMinutes: QUIET_MINUTES };
  if (uploads === "marker") return uploads;
  const { quietMinutes } = uploads as { quietMinutes?: unknown };
  if (Number.isInteger(quietMinutes) && Number(quietMinutes) >= 1 && Number(quietMinutes) <= 240) {
    return { quietMinutes: Number(quietMinutes) };
  }
  throw new Error(
    `cdk.json: ${where}.uploads: expected "marker" or { "quietMinutes": 15 }, a whole number from 1 to 240`,
  );
}

function timezoneOf(value: unknown, where: string): string {
  const timezone = textOf(value, "timezone", where);
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
  } catch {
    throw new Error(`cdk.json: ${where}.timezone is ${timezone}: expected an IANA time zone`);
  }
  return timezone;
}

function readDomain(value: unknown): Domain {
  const certificateArn = textOf(value, "certificateArn", "domain");
  if (!/^arn:[^:]+:acm:us-east-1:/.test(certificateArn)) {
    throw new Error("cdk.json: domain.certificateArn: expected a certificate in us-east-1");
  }
  return { name: textOf(value, "name", "domain"), certificateArn };
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`cdk.json: context.${where}: expected a list`);
  return value;
}

function textOf(value: unknown, name: string, where: string): string {
  const text = (value as Record<string, unknown> | null)?.[name];
  if (typeof text !== "string" || text === "") {
    throw new Error(`cdk.json: ${where}.${name}: expected text`);
  }
  return text;
}

import { day } from "../../functions/domain/calendar/day.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { conform, type ConformOptions } from "../../functions/pipeline/conform/conform.ts";
import type { ConformedManifest } from "../../functions/conformed/conformed-manifest.ts";
import type { IncomingFile, Places } from "../../functions/pipeline/ports.ts";
import { receive } from "../../functions/pipeline/intake/receive.ts";
import type { ReceivedAs } from "../../functions/sources/feeds/received-as.ts";
import { quiet } from "./local-district.ts";

export const FERNHILL = districtId("fernhill");

/** A file as a test hands it in: its name, or its package and name with a slash between them. */
export type HandedIn = readonly [name: string, content: string | Uint8Array];

export interface Ingested {
  readonly received: readonly ReceivedAs[];
  readonly manifest: ConformedManifest;
}

/** Receives files from memory and conforms the district. */
export async function ingestFiles(
  places: Places,
  files: readonly HandedIn[],
  {
    on = "2022-06-01",
    acceptRemovals = false,
    changedOn,
  }: { readonly on?: string; readonly changedOn?: string } & Partial<
    Pick<ConformOptions, "acceptRemovals">
  > = {},
): Promise<Ingested> {
  const received = await receive(FERNHILL, incoming(files, changedOn), places, day(on), quiet);
  const conformed = await conform(FERNHILL, { name: null, acceptRemovals }, places, quiet);
  if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
  return { received, manifest: conformed.manifest };
}

/** @param changedOn the day on which the files were put where they lie; without it that cannot be seen */
export async function* incoming(
  files: readonly HandedIn[],
  changedOn?: string,
): AsyncGenerator<IncomingFile> {
  for (const [path, content] of files) {
    const cut = path.lastIndexOf("/");
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    yield {
      name: path.slice(cut + 1),
      package: path.slice(0, Math.max(cut, 0)),
      open: () => inOne(bytes),
      ...(changedOn !== undefined && { changedAt: () => new Date(`${changedOn}T12:00:00Z`) }),
    };
  }
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Lines of a file. */
export const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join("");

export const ORGS = lines(
  "sourcedId,status,dateLastModified,name,type",
  "D,,,Fernhill District,district",
  "S1,,,Fernhill Middle School,school",
  "S2,,,Fernhill High School,school",
);
export const USERS_HEADER =
  "sourcedId,status,dateLastModified,username,givenName,familyName,identifier,grades";
export const ROLES_HEADER =
  "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId";
export const PLANS_HEADER =
  "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id";
export const ATTENDANCE_HEADER = "student_id,date,status,portion_absent";

const number = (n: number): string => String(n).padStart(4, "0");

/** Students by number: those up to the fourth of every eight go to the middle school. */
export const users = (numbers: readonly number[], grade = "09"): string =>
  lines(
    USERS_HEADER,
    ...numbers.map((n) => `${number(n)},,,u${n},Given${n},Family${n},${900 + n},${grade}`),
  );
export const roles = (numbers: readonly number[]): string =>
  lines(
    ROLES_HEADER,
    ...numbers.map(
      (n) => `R${n},,,${number(n)},primary,student,2021-08-23,,${n % 8 < 4 ? "S1" : "S2"},`,
    ),
  );
export const plans = (numbers: readonly number[]): string =>
  lines(PLANS_HEADER, ...numbers.map((n) => `P${n},${number(n)},ILP,2022,active,2021-09-10,,`));
export const oneTo = (last: number): readonly number[] =>
  Array.from({ length: last }, (_, index) => index + 1);
/** A roster whole, with a plan for each student. */
export const roster = (numbers: readonly number[]): readonly HandedIn[] => [
  ["orgs.csv", ORGS],
  ["users.csv", users(numbers)],
  ["roles.csv", roles(numbers)],
  ["plans.csv", plans(numbers)],
];

import { plainNames } from "../csv/file-names.ts";
import { nameKey } from "../csv/header.ts";
import type { CellRules, FileMode, FileProfile, Guards, Profile } from "./profile.ts";
import { withCodes } from "./profile-codes.ts";
import aeries from "../vendors/aeries.json" with { type: "json" };
import aspen from "../vendors/aspen.json" with { type: "json" };
import aspenEdPlans from "../vendors/aspen-ed-plans.json" with { type: "json" };
import ceds from "../vendors/ceds.json" with { type: "json" };
import clever from "../vendors/clever.json" with { type: "json" };
import contoso from "../vendors/contoso.json" with { type: "json" };
import earthmover from "../vendors/earthmover.json" with { type: "json" };
import edFiFlat from "../vendors/ed-fi-flat.json" with { type: "json" };
import edFiLms from "../vendors/ed-fi-lms.json" with { type: "json" };
import focus from "../vendors/focus.json" with { type: "json" };
import googleFormPlans from "../vendors/google-form-plans.json" with { type: "json" };
import infiniteCampus from "../vendors/infinite-campus.json" with { type: "json" };
import kinvolved from "../vendors/kinvolved.json" with { type: "json" };
import oneRoster from "../vendors/one-roster.json" with { type: "json" };
import pcrEducator from "../vendors/pcr-educator.json" with { type: "json" };
import plain from "../vendors/plain.json" with { type: "json" };
import powerSchool from "../vendors/power-school.json" with { type: "json" };
import sdsV1 from "../vendors/sds-v1.json" with { type: "json" };
import sdsV2 from "../vendors/sds-v2.json" with { type: "json" };
import sdsV21 from "../vendors/sds-v2-1.json" with { type: "json" };
import skyward from "../vendors/skyward.json" with { type: "json" };
import synergy from "../vendors/synergy.json" with { type: "json" };

/** The profiles that ship with the project. A vendor is one JSON file and one line here. */
export const PROFILES: readonly Profile[] = [
  oneRoster as Profile,
  clever as Profile,
  sdsV1 as Profile,
  sdsV2 as Profile,
  sdsV21 as Profile,
  edFiFlat as Profile,
  edFiLms as Profile,
  ceds as Profile,
  aeries as Profile,
  aspen as Profile,
  contoso as Profile,
  focus as Profile,
  infiniteCampus as Profile,
  pcrEducator as Profile,
  powerSchool as Profile,
  skyward as Profile,
  synergy as Profile,
  kinvolved as Profile,
  earthmover as Profile,
  aspenEdPlans as Profile,
  googleFormPlans as Profile,
  plain as Profile,
];

/** A file profile with what it takes from the profile it belongs to. `kind` names it everywhere: `one-roster/users.csv`. */
export interface FileKind {
  readonly kind: string;
  readonly version: number;
  readonly profile: FileProfile;
  readonly rules: CellRules;
  readonly guards: Required<Guards>;
  readonly mode: FileMode | "by-manifest";
}

const DEFAULT_GUARDS: Required<Guards> = {
  maximumRejectShare: 0.5,
  maximumRemovalShare: 0.2,
  minimumRecords: 0,
};

/** The kinds of files of some profiles; of two fitting equally well the earlier profile's is taken. */
export const fileKinds = (profiles: readonly Profile[]): readonly FileKind[] => {
  const codes = profiles.flatMap((profile) => profile.codes ?? []);
  return profiles.flatMap((profile) =>
    profile.files.map((file) => {
      const kind = kindName(profile, file);
      return {
        kind,
        version: profile.version,
        profile: withCodes(
          file,
          codes.filter((code) => code.kind === kind),
        ),
        rules: rulesOf(profile, file),
        guards: { ...DEFAULT_GUARDS, ...profile.guards, ...file.guards },
        mode: file.mode ?? "bulk",
      };
    }),
  );
};

export const kindName = ({ id }: Profile, { file }: FileProfile): string => `${id}/${file}`;

export const FILE_KINDS: readonly FileKind[] = fileKinds(PROFILES);

/** Those of the kinds that are written as delimited text, or as JSON Lines. */
export const kindsWrittenAs = (
  format: "delimited" | "json-lines",
  kinds: readonly FileKind[] = FILE_KINDS,
): readonly FileKind[] => kinds.filter(({ profile }) => (profile.format ?? "delimited") === format);

function rulesOf(profile: CellRules, file: CellRules): CellRules {
  const { encoding, delimiter, escape, nullTokens, dayFormats, endDays } = { ...profile, ...file };
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(escape && { escape }),
    ...(nullTokens && { nullTokens }),
    ...(dayFormats && { dayFormats }),
    ...(endDays && { endDays }),
  };
}

/** How well a file fits a kind, and what it lacks. */
export interface Fit {
  readonly kind: FileKind;
  readonly isNamed: boolean;
  /** Columns of the signature that the header lacks. */
  readonly missing: readonly string[];
  /** Columns of the header that the kind reads, or by which it is recognized. */
  readonly matched: number;
}

/** Every kind beside a file, best first: all of its signature there, the name, then the most columns. */
export function fitsOf(
  name: string,
  header: readonly string[],
  kinds: readonly FileKind[] = kindsWrittenAs("delimited"),
): readonly Fit[] {
  const columns = new Set(header.map(nameKey));
  const names = plainNames(name);
  const fits = kinds.map((kind): Fit => {
    const { profile } = kind;
    const isNamed = names.some((name) => new RegExp(profile.pattern, "i").test(name));
    const missing = profile.signature.filter(
      (wanted) => ![wanted].flat().some((column) => columns.has(nameKey(column))),
    );
    const knownColumns = [...columns].filter((column) => namesOf(kind).has(column));
    return {
      kind,
      isNamed,
      missing: (isNamed && hasNoMoreThanLeast(kind, columns) ? [] : missing).map(
        (wanted) => [wanted].flat()[0] ?? "",
      ),
      matched: knownColumns.length,
    };
  });
  return fits.sort(
    (a, b) =>
      a.missing.length - b.missing.length ||
      Number(b.isNamed) - Number(a.isNamed) ||
      b.matched - a.matched,
  );
}

/** Whether the columns are the least that the format asks for, and others only such as it knows. */
function hasNoMoreThanLeast(kind: FileKind, columns: ReadonlySet<string>): boolean {
  const { least } = kind.profile;
  if (least === undefined) return false;
  const knownNames = new Set([...namesOf(kind), ...least.besides.map(nameKey), ""]);
  return (
    least.columns.every((column) => columns.has(nameKey(column))) &&
    [...columns].every((column) => knownNames.has(column))
  );
}

/**
 * What kind of file this is: the columns must be there, then the name decides between kinds, then
 * the number of columns that a kind knows. A file under another name is taken only where its
 * columns fit one kind better than all others and say enough.
 */
export function kindOf(
  name: string,
  header: readonly string[],
  kinds: readonly FileKind[] = kindsWrittenAs("delimited"),
): FileKind | null {
  const fits = fitsOf(name, header, kinds).filter(({ missing }) => missing.length === 0);
  const [best, second] = fits;
  if (best === undefined) return null;
  if (best.isNamed) return best.kind;
  const isTelling = best.kind.profile.signature.length >= TELLING_COLUMNS;
  const isAlone = second === undefined || second.matched < best.matched;
  const named = new Set(header.map(nameKey).filter((key) => key !== ""));
  const isKnown = best.matched >= KNOWN_SHARE * named.size;
  return isTelling && isAlone && isKnown ? best.kind : null;
}

const TELLING_COLUMNS = 3;
/** A report about students has a roster's columns too, and many more: its name must say that it is one. */
const KNOWN_SHARE = 0.8;

/** The keys of all column names that a kind knows. */
function namesOf(kind: FileKind): ReadonlySet<string> {
  let names = NAMES.get(kind);
  if (names === undefined) NAMES.set(kind, (names = new Set(columnNames(kind).map(nameKey))));
  return names;
}
const NAMES = new WeakMap<FileKind, ReadonlySet<string>>();

/** All column names that a kind reads or is known by. */
export function columnNames({ profile }: FileKind): readonly string[] {
  return [
    ...profile.signature.flat(),
    ...(profile.headers ?? []),
    ...(profile.skipWhere ?? []).map(({ column }) => column),
    ...(profile.leaveOut ?? []).map(({ column }) => column),
    ...Object.values(profile.status ?? {}).filter((name) => typeof name === "string"),
    ...profile.reads.flatMap((read) => [
      ...read.columns.flatMap(({ from, join }) => [...(from ?? []), ...(join ?? [])]),
      ...(read.path?.split(".") ?? []),
      ...(read.keep ?? []).map(({ column }) => column),
      ...[read.forEach?.column ?? []].flat(),
      ...(read.attendance?.shape === "wide" ? read.attendance.cells : []),
      ...(read.attendance?.shape === "sections" ? read.attendance.sectionColumns : []),
    ]),
  ];
}

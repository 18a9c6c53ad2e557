import { nameKey } from "../csv/header.ts";
import type { FileProfile, Profile } from "../profiles/profile.ts";
import { profileGaps, type ProfileGap } from "../profiles/profile-gaps.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { idOf, patternOf, starterProfile } from "../inspect/starter-profile.ts";
import type { Code } from "./column-shape.ts";
import { orderOfFolder } from "./day-format.ts";
import { isDayText } from "./words/day-text.ts";
import { endDaysShown } from "./end-days-shown.ts";
import { OWN_KEYS, type Evidence } from "./field-score.ts";
import type { IdDomain } from "./id-domains.ts";
import { fileProfile } from "./file-profile.ts";
import { peopleKnown } from "./people-known.ts";
import { proposedReads } from "./proposed-reads.ts";
import { placeName } from "./words/shown-columns.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";
import { tellFiles } from "./tell-files.ts";
import { translator } from "./words/value-words.ts";

/** A profile for all files of a folder, what it leaves open, and what becomes of each file. */
export interface ProposedProfile {
  /** Null where no file needs one. */
  readonly profile: Profile | null;
  readonly gaps: readonly ProfileGap[];
  readonly files: readonly ProposedFile[];
}

export interface ProposedFile {
  readonly file: string;
  /** `proposed`: it is in the profile. `known`: a profile reads it already. */
  readonly outcome: "proposed" | "known" | "not-read";
  readonly tables: readonly string[];
  readonly columns: number;
  /** How many of its columns are read. */
  readonly read: number;
  /** Columns that nothing is read from. */
  readonly unread: readonly string[];
  /** Columns that look like people, and the others whose names are not shown. */
  readonly people: number;
  readonly unsure: readonly string[];
  readonly notes: readonly string[];
}

const PEOPLE_OF_GRID = 2;
/** Of a grid one column in so many is a person, at least. */
const GRID_SHARE = 3;

/** @param name what the folder is called, for the profile's title */
export function proposeProfile(
  name: string,
  files: readonly SurveyedFile[],
  kinds: readonly FileKind[],
): ProposedProfile {
  const known = files.filter(({ head }) => head.kind !== null);
  const unknown = files.filter((file) => file.head.kind === null && isReadable(file));
  const series = inSeries(unknown);
  const evidence: Evidence = {
    files: [...series.keys(), ...known],
    kinds,
    domains: known.flatMap(domainsOfKnown),
    translate: translator(kinds),
  };
  const told = tellFiles([...series.keys()], evidence);
  const children = [...told.fits.values()]
    .flat()
    .filter(({ table }) => table === "goal" || table === "review");
  const arePlansUnnumbered =
    children.length > 0 &&
    children.every(({ columns }) => !columns.has("plan") && columns.has("student"));
  const formatOf = orderOfFolder(files);
  const endDays = endDaysShown(told.fits);
  const isPerson = peopleKnown({ files, domains: told.evidence.domains });
  const profiles: FileProfile[] = [];
  const about = new Map<SurveyedFile, ProposedFile>();
  for (const [file, members] of series) {
    const codesOf = (column: SurveyedColumn): readonly Code[] => mergedCodes(column, members);
    const fits = told.fits.get(file) ?? [];
    const context = {
      file,
      evidence: told.evidence,
      codesOf,
      formatOf,
      arePlansUnnumbered,
      endDays,
      isPerson,
    };
    const { reads, used, notes } = proposedReads(fits, context);
    if (reads.length > 0) profiles.push(fileProfile(file, fits, reads, used));
    for (const member of members) {
      about.set(member, {
        ...nothingOf(member),
        outcome: reads.length > 0 ? "proposed" : "not-read",
        tables: [...new Set(reads.map(({ table }) => table))],
        read: member.columns.filter(({ name: column }) => used.has(column)).length,
        unread: member.columns
          .filter(({ name: column, isShown }) => isShown && !used.has(column))
          .map(({ name: column }) => column),
        notes: reads.length > 0 ? notes : [NO_TABLE],
      });
    }
  }
  for (const file of known) {
    const { profile, leftToDo } = starterProfile(file.file, file.facts, file.head, kinds);
    const isAdded = leftToDo.length > 1;
    if (isAdded) profiles.push(...profile.files);
    about.set(file, {
      ...nothingOf(file),
      outcome: isAdded ? "proposed" : "known",
      tables: [...new Set((file.head.kind?.profile.reads ?? []).map(({ table }) => table))],
      read: file.columns.length,
      notes: isAdded
        ? leftToDo.slice(1).map((line) => line.replace(/^files\[0\]\S*:? ?/, ""))
        : [`${file.head.kind?.kind ?? ""} reads it already`],
    });
  }
  const profile: Profile | null =
    profiles.length === 0
      ? null
      : {
          id: idOf(name),
          version: 1,
          title: `Exports such as ${name}`,
          sources: ["made by ilp profile new; check each column"],
          files: profiles,
        };
  return {
    profile,
    gaps: profile === null ? [] : profileGaps(profile),
    files: files.map(
      (file) => about.get(file) ?? { ...nothingOf(file), notes: [whyNotRead(file)] },
    ),
  };
}

const NO_TABLE = "no table fits its columns: nothing is read from it";
const OF_DAYS =
  "this looks like a grid with one column per day, which cannot be read: export one record per student and day instead";
const FEWEST_DAYS = 3;
const isGridOfDays = ({ columns }: SurveyedFile): boolean =>
  columns.filter(({ name }) => isDayText(name)).length >= FEWEST_DAYS;

const nothingOf = (file: SurveyedFile): ProposedFile => ({
  file: file.file,
  outcome: "not-read",
  tables: [],
  columns: file.columns.length,
  read: 0,
  unread: [],
  people: file.shown.people,
  unsure: file.shown.unsure.map(placeName),
  notes: [],
});

const isGrid = ({ shown, columns }: SurveyedFile): boolean =>
  shown.people >= PEOPLE_OF_GRID && GRID_SHARE * shown.people >= columns.length;
const isReadable = (file: SurveyedFile): boolean =>
  file.head.isHeaderKnown && !isGrid(file) && !isGridOfDays(file) && file.columns.length > 0;

function whyNotRead(file: SurveyedFile): string {
  if (isGrid(file)) return "";
  if (isGridOfDays(file)) return OF_DAYS;
  return file.head.isHeaderKnown
    ? "it holds no columns"
    : "it seems to have no header row: add one, or write a profile for it by hand with the names of its columns in headers";
}

/** Files of one name but for its numbers, and with the same columns: those of several months. */
function inSeries(
  files: readonly SurveyedFile[],
): ReadonlyMap<SurveyedFile, readonly SurveyedFile[]> {
  const byKey = new Map<string, SurveyedFile[]>();
  for (const file of files) {
    const key = JSON.stringify([
      patternOf(file.file).toLowerCase(),
      file.columns.map(({ name }) => nameKey(name)),
    ]);
    byKey.set(key, [...(byKey.get(key) ?? []), file]);
  }
  return new Map(
    [...byKey.values()].flatMap((members) => {
      const largest = [...members].sort((a, b) => b.records - a.records)[0];
      return largest === undefined ? [] : [[largest, members] as const];
    }),
  );
}

function mergedCodes(column: SurveyedColumn, members: readonly SurveyedFile[]): readonly Code[] {
  const merged = new Map<string, Code>();
  for (const { columns } of members) {
    for (const [key, { text, records }] of columns[column.place]?.shape.codes ?? []) {
      merged.set(key, {
        text: merged.get(key)?.text ?? text,
        records: records + (merged.get(key)?.records ?? 0),
      });
    }
  }
  return [...merged.values()];
}

/** The identifiers in files that a profile reads already. */
function domainsOfKnown(file: SurveyedFile): readonly IdDomain[] {
  const entities = {
    person: "student",
    organization: "school",
    plan: "plan",
    goal: "goal",
    staff: "staff",
  } as const;
  return (file.head.kind?.profile.reads ?? []).flatMap(({ table, columns }) => {
    const entity = Object.entries(entities).find(([name]) => name === table)?.[1];
    const names = columns.find(({ to }) => to === OWN_KEYS[table])?.from ?? [];
    const column = file.columns.find(({ name }) =>
      names.some((one) => nameKey(one) === nameKey(name)),
    );
    return entity === undefined || column === undefined
      ? []
      : [{ entity, idType: "sis", file, column }];
  });
}

import { nameKey } from "../csv/header.ts";
import type { FileProfile, Profile } from "../profiles/profile.ts";
import { profileGaps, type ProfileGap } from "../profiles/profile-gaps.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { idOf, starterProfile } from "../inspect/starter-profile.ts";
import type { Code } from "./column-shape.ts";
import { orderOfFolder } from "./day-format.ts";
import { endDaysShown } from "./end-days-shown.ts";
import { OWN_KEYS } from "./field-score.ts";
import type { IdDomain } from "./id-domains.ts";
import { fileProfile } from "./file-profile.ts";
import { peopleKnown } from "./people-known.ts";
import { proposedReads } from "./proposed-reads.ts";
import type { ReadContext } from "./read-parts.ts";
import { isReadable, whyNotRead } from "./readable-files.ts";
import { mergedCodes, similarFiles } from "./similar-files.ts";
import { placeName } from "./words/shown-columns.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";
import type { TableFit } from "./table-fit.ts";
import { recognizeFiles, type RecognizedFiles } from "./tell-files.ts";
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

/** What every file of a folder is read with. */
type FolderContext = Omit<ReadContext, "file" | "codesOf">;

/** What becomes of files: their part of the profile, if any, and what is said of each. */
interface Proposal {
  readonly profiles: readonly FileProfile[];
  readonly files: readonly (readonly [SurveyedFile, ProposedFile])[];
}

/** @param name what the folder is called, for the profile's title */
export function proposeProfile(
  name: string,
  files: readonly SurveyedFile[],
  kinds: readonly FileKind[],
): ProposedProfile {
  const knownFiles = files.filter(({ head }) => head.kind !== null);
  const similar = similarFiles(files.filter((file) => file.head.kind === null && isReadable(file)));
  const tables = recognizeFiles([...similar.keys()], {
    files: [...similar.keys(), ...knownFiles],
    kinds,
    domains: knownFiles.flatMap(domainsOfKnown),
    translate: translator(kinds),
  });
  const context = folderContext(files, tables);
  const proposals = [
    ...[...similar].map(([file, members]) =>
      proposalForNew(file, members, tables.fits.get(file) ?? [], context),
    ),
    ...knownFiles.map((file) => proposalForKnown(file, kinds)),
  ];
  const profile = profileOf(
    name,
    proposals.flatMap(({ profiles }) => profiles),
  );
  const proposedFiles = new Map(proposals.flatMap((proposal) => proposal.files));
  return {
    profile,
    gaps: profile === null ? [] : profileGaps(profile),
    files: files.map(
      (file) => proposedFiles.get(file) ?? { ...nothingOf(file), notes: [whyNotRead(file)] },
    ),
  };
}

function folderContext(
  files: readonly SurveyedFile[],
  { fits, evidence }: RecognizedFiles,
): FolderContext {
  const planItems = [...fits.values()]
    .flat()
    .filter(({ table }) => table === "goal" || table === "review");
  return {
    evidence,
    formatOf: orderOfFolder(files),
    arePlansUnnumbered:
      planItems.length > 0 &&
      planItems.every(({ columns }) => !columns.has("plan") && columns.has("student")),
    endDays: endDaysShown(fits),
    isPerson: peopleKnown({ files, domains: evidence.domains }),
  };
}

/** For files that no profile reads yet: `members` are similar to `file`, which is one of them. */
function proposalForNew(
  file: SurveyedFile,
  members: readonly SurveyedFile[],
  fits: readonly TableFit[],
  context: FolderContext,
): Proposal {
  const codesOf = (column: SurveyedColumn): readonly Code[] => mergedCodes(column, members);
  const { reads, used, notes } = proposedReads(fits, { ...context, file, codesOf });
  const isRead = reads.length > 0;
  const proposedFile = (member: SurveyedFile): ProposedFile => ({
    ...nothingOf(member),
    outcome: isRead ? "proposed" : "not-read",
    tables: [...new Set(reads.map(({ table }) => table))],
    read: member.columns.filter(({ name }) => used.has(name)).length,
    unread: member.columns
      .filter(({ name, isShown }) => isShown && !used.has(name))
      .map(({ name }) => name),
    notes: isRead ? notes : [NO_TABLE],
  });
  return {
    profiles: isRead ? [fileProfile(file, fits, reads, used)] : [],
    files: members.map((member) => [member, proposedFile(member)]),
  };
}

/** For a file that a profile reads already, unless the district has codes of its own to add. */
function proposalForKnown(file: SurveyedFile, kinds: readonly FileKind[]): Proposal {
  const { profile, leftToDo } = starterProfile(file.file, file.facts, file.head, kinds);
  const { kind } = file.head;
  const isAdded = leftToDo.length > 1;
  const proposedFile: ProposedFile = {
    ...nothingOf(file),
    outcome: isAdded ? "proposed" : "known",
    tables: [...new Set((kind?.profile.reads ?? []).map(({ table }) => table))],
    read: file.columns.length,
    notes: isAdded
      ? leftToDo.slice(1).map((line) => line.replace(/^files\[0\]\S*:? ?/, ""))
      : [`${kind?.kind ?? ""} reads it already`],
  };
  return { profiles: isAdded ? profile.files : [], files: [[file, proposedFile]] };
}

/** Null where no file needs a profile. */
const profileOf = (name: string, files: readonly FileProfile[]): Profile | null =>
  files.length === 0
    ? null
    : {
        id: idOf(name),
        version: 1,
        title: `Exports such as ${name}`,
        sources: ["made by ilp profile new; check each column"],
        files,
      };

const NO_TABLE = "no table fits its columns: nothing is read from it";

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
      names.some((alias) => nameKey(alias) === nameKey(name)),
    );
    return entity === undefined || column === undefined
      ? []
      : [{ entity, idType: "sis", file, column }];
  });
}

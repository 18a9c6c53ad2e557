import { nameKey } from "../csv/header.ts";
import { codeFaults } from "./profile-codes.ts";
import type { FileProfile, Profile } from "./profile.ts";
import { kindName, PROFILES } from "./profiles.ts";
import { gapMessage, profileGaps } from "./profile-gaps.ts";
import { expressionFaults, type ProfileFault } from "./profile-fault.ts";
import { readContradictions } from "./read-contradictions.ts";

/** What a profile of the right shape still says wrongly: of two settings that do not go together, and the like. */
export const profileContradictions = (profile: Profile): readonly ProfileFault[] => [
  ...codeFaults(profile, SHIPPED),
  ...profile.files.flatMap((file, index) => {
    const path = `files[${index}]`;
    const first = profile.files.findIndex(
      (other) => other.file.toLowerCase() === file.file.toLowerCase(),
    );
    const repeated =
      first === index
        ? []
        : [{ path: `${path}.file`, message: `is the name of files[${first}] too; choose another` }];
    return [...repeated, ...fileContradictions(file, path)];
  }),
  ...profileGaps(profile).map((gap) => ({
    path: gap.path,
    message: gapMessage(gap),
    isGap: true as const,
  })),
];

const SHIPPED = new Map(
  PROFILES.flatMap((shipped) =>
    shipped.files.map((file) => [kindName(shipped, file), file] as const),
  ),
);

const fileContradictions = (file: FileProfile, path: string): readonly ProfileFault[] => [
  ...expressionFaults(file.pattern, `${path}.pattern`),
  ...(file.skipWhere ?? []).flatMap(({ matches }, index) =>
    expressionFaults(matches, `${path}.skipWhere[${index}].matches`),
  ),
  ...signatureFaults(file, path),
  ...headerFaults(file, path),
  ...statusFaults(file, path),
  ...pathFaults(file, path),
  ...leaveOutFaults(file, path),
  ...file.reads.flatMap((read, index) => readContradictions(read, `${path}.reads[${index}]`)),
];

function signatureFaults({ signature, headers }: FileProfile, path: string) {
  if (signature.length > 0 || headers !== undefined) return [];
  const message = "is empty, so that any file would do; name columns that only this file has";
  return [{ path: `${path}.signature`, message }];
}

/** A file without a header row has the columns that `headers` lists, and no others. */
function headerFaults(file: FileProfile, path: string): readonly ProfileFault[] {
  if (file.headers === undefined) return [];
  const bare = file.headers.map(nameKey);
  const repeated = file.headers.flatMap((_, index) =>
    bare[index] !== "" && bare.indexOf(bare[index] ?? "") !== index
      ? [{ path: `${path}.headers[${index}]`, message: "names a column twice; rename one" }]
      : [],
  );
  const listedNames = new Set(bare);
  const unlisted = namedColumns(file)
    .filter(({ names }) => names.every((name) => !listedNames.has(nameKey(name))))
    .map(({ at: place, names }) => ({
      path: `${path}.${place}`,
      message: `names ${JSON.stringify(names[0])}, which "headers" does not list; add it there or correct the name`,
    }));
  return [...repeated, ...unlisted];
}

/** Every place that names columns of the file; of several names at one place any will do. */
function namedColumns(file: FileProfile): readonly { at: string; names: readonly string[] }[] {
  const { status } = file;
  return [
    ...file.signature.map((column, index) => ({
      at: `signature[${index}]`,
      names: listed(column),
    })),
    ...(file.skipWhere ?? []).map(({ column }, index) => ({
      at: `skipWhere[${index}].column`,
      names: [column],
    })),
    ...(file.leaveOut ?? []).map(({ column }, index) => ({
      at: `leaveOut[${index}].column`,
      names: [column],
    })),
    ...Object.entries(status ?? {}).flatMap(([setting, name]) =>
      typeof name === "string" ? [{ at: `status.${setting}`, names: [name] }] : [],
    ),
    ...file.reads.flatMap((read, index) => {
      const readPath = `reads[${index}]`;
      const { keep, forEach, attendance, columns } = read;
      // What `forEach` cuts is read under the same column, so that no new name comes of it.
      return [
        ...(keep ?? []).map(({ column }, place) => ({
          at: `${readPath}.keep[${place}].column`,
          names: [column],
        })),
        ...(forEach === undefined
          ? []
          : [{ at: `${readPath}.forEach.column`, names: listed(forEach.column) }]),
        ...(attendance === undefined
          ? []
          : (attendance.shape === "wide" ? attendance.cells : attendance.sectionColumns).map(
              (name, place) => ({
                at: `${readPath}.attendance.${attendance.shape === "wide" ? "cells" : "sectionColumns"}[${place}]`,
                names: [name],
              }),
            )),
        ...columns.flatMap(({ from, join }, place) => [
          ...(from === undefined
            ? []
            : [{ at: `${readPath}.columns[${place}].from`, names: from }]),
          ...(join ?? []).map((name, part) => ({
            at: `${readPath}.columns[${place}].join[${part}]`,
            names: [name],
          })),
        ]),
      ];
    }),
  ];
}

const listed = (names: string | readonly string[]): readonly string[] =>
  typeof names === "string" ? [names] : names;

function statusFaults({ status }: FileProfile, path: string): readonly ProfileFault[] {
  const isAbout = status?.removed ?? status?.kept;
  if (isAbout !== undefined && status?.column === undefined) {
    const message = "says which values mean removed or kept, but not of which column; add it";
    return [{ path: `${path}.status.column`, message }];
  }
  return [];
}

/** Where every record is read, nothing can be left out by its value. */
function leaveOutFaults(
  { leaveOut = [], reads, format }: FileProfile,
  path: string,
): readonly ProfileFault[] {
  const kept = new Set(reads.flatMap(({ keep = [] }) => keep.map(({ column }) => nameKey(column))));
  return leaveOut.flatMap(({ column }, index) => {
    const entryPath = `${path}.leaveOut[${index}]`;
    if (format === "json-lines") {
      return [{ path: entryPath, message: "is about delimited files; remove it" }];
    }
    if (kept.has(nameKey(column))) return [];
    const message =
      'is no column by which a read keeps records; add a "keep" there, or use "skipWhere"';
    return [{ path: `${entryPath}.column`, message }];
  });
}

/** Only a document has lists within it. */
function pathFaults({ format, reads }: FileProfile, path: string): readonly ProfileFault[] {
  if (format === "json-lines") return [];
  const message = 'is about JSON documents; remove it, or set "format" of the file to "json-lines"';
  return reads.flatMap((read, index) =>
    read.path === undefined ? [] : [{ path: `${path}.reads[${index}].path`, message }],
  );
}

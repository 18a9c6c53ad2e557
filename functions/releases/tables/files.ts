/** The tables about the files that an edition was made from. */
import type { TableDefinition } from "../../domain/records/table-definition.ts";

const RECORDS = {
  name: "records",
  type: "text",
  title: "Records",
  definition:
    "How many records, by order of magnitude (under 100, 100 to 999 …): the exact number could reveal one student.",
} as const;
const FILE = {
  name: "file",
  type: "text",
  title: "File",
  definition: "The name of the file in the format, not the name that the sender gave it.",
} as const;
const KIND = {
  name: "kind",
  type: "text",
  title: "Kind id",
  definition: "The format and the file in it, such as one-roster/users.",
} as const;
const OUTCOME = {
  name: "outcome",
  type: "text",
  title: "Outcome",
  definition:
    "used; ignored (recognized, nothing in it is needed); not-recognized; unreadable; stopped (too many rejects: the last good version is still used); waiting (it would remove many students, and waits to be accepted); refused (it would remove many, and somebody decided that it must not).",
} as const;
const REMEDY = {
  name: "remedy",
  type: "text",
  title: "What to do",
  definition: "What to do about the outcome.",
} as const;

export const files = {
  name: "files",
  title: "Files read",
  description:
    "One row per kind of file and outcome, for the files in use on the date of the data. The exact numbers are for staff.",
  primaryKey: ["kind", "outcome"],
  columns: [
    FILE,
    KIND,
    { name: "kindName", type: "text", title: "What it holds", definition: "The kind in words." },
    RECORDS,
    OUTCOME,
    REMEDY,
  ],
} as const satisfies TableDefinition;

/** Exactly, file by file: for staff. */
export const staffFiles = {
  name: "files",
  title: "Files read",
  description: "One row per file that was ingested and is in use on the date of the release.",
  primaryKey: ["sha256"],
  columns: [
    FILE,
    KIND,
    { name: "kindName", type: "text", title: "What it holds", definition: "The kind in words." },
    {
      name: "records",
      type: "integer",
      title: "Records",
      definition: "Records read from the file.",
    },
    {
      name: "accepted",
      type: "integer",
      title: "Accepted",
      definition:
        "Records accepted; accepted, rejected, repeated and contradicted add up to records.",
    },
    { name: "rejected", type: "integer", title: "Rejected", definition: "Records rejected." },
    {
      name: "leftOut",
      type: "integer",
      title: "Left out",
      definition:
        "Records accepted that the format leaves out on purpose, such as those of teachers.",
    },
    {
      name: "repeated",
      type: "integer",
      title: "Repeated",
      definition: "Duplicates of another record of the same file, not counted again.",
    },
    {
      name: "contradicted",
      type: "integer",
      title: "Contradicted",
      definition:
        "Records not used: another record of the same file contradicts them and counts instead: present rather than absent, the longer enrollment, the later date.",
    },
    {
      name: "setAside",
      type: "integer",
      title: "Values set aside",
      definition: "Values that could not be used, of records accepted without them.",
    },
    OUTCOME,
    REMEDY,
    {
      name: "sha256",
      type: "text",
      title: "SHA-256",
      definition: "Of the file's bytes as sent.",
    },
  ],
} as const satisfies TableDefinition;

export const rejects = {
  name: "rejects",
  title: "Data to fix",
  description:
    "One row per kind of file, column, reason and effect, with how many records or values it is about.",
  primaryKey: ["kind", "column", "reason", "effect"],
  columns: [
    {
      name: "file",
      type: "text",
      title: "File",
      definition: "The name of the file in the format.",
    },
    {
      name: "kind",
      type: "text",
      title: "Kind id",
      definition: "The format and the file in it.",
    },
    {
      name: "column",
      type: "text",
      title: "Column",
      definition: "The column as the format names it; empty when the whole record is meant.",
    },
    {
      name: "reason",
      type: "text",
      title: "Reason id",
      definition: "Why the record could not be used.",
    },
    { name: "reasonName", type: "text", title: "Reason", definition: "The reason in words." },
    {
      name: "effect",
      type: "text",
      title: "Effect",
      definition:
        "rejected (the record is not used); set-aside (it is used without the value); passed-over (another record of the same thing counts instead).",
    },
    { name: "remedy", type: "text", title: "What to do", definition: "What to do about it." },
    RECORDS,
  ],
} as const satisfies TableDefinition;

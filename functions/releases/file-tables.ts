/** The published tables about the files that a release was made from. */
import type { TableDefinition } from "../domain/table-definition.ts";

export const files = {
  name: "files",
  title: "Files read",
  description: "One row a file that was handed in and is in force on the day of the release.",
  primaryKey: ["fingerprint"],
  columns: [
    {
      name: "file",
      type: "text",
      title: "File",
      definition: "The name under which the format knows the file; not the sender's own name.",
    },
    {
      name: "kind",
      type: "text",
      title: "Kind id",
      definition: "The format and the file in it, such as one-roster/users.",
    },
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
      definition: "Records accepted; accepted and rejected add up to records.",
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
      definition:
        "Records accepted that repeat or correct an earlier one of the same file: they count once, attendance as the later one says.",
    },
    {
      name: "outcome",
      type: "text",
      title: "Outcome",
      definition:
        "used; ignored (recognised, nothing in it is needed); not-recognised; unreadable; stopped (too many rejects: the last good version stays in force).",
    },
    {
      name: "remedy",
      type: "text",
      title: "What to do",
      definition: "What to do about the outcome.",
    },
    {
      name: "fingerprint",
      type: "text",
      title: "Fingerprint",
      definition:
        "Stands for the file's bytes as sent: their SHA-256, keyed (HMAC) under a secret that the district has for the school year. The same file has the same one, and nobody else can try out what a short file says.",
    },
  ],
} as const satisfies TableDefinition;

export const rejects = {
  name: "rejects",
  title: "Records rejected",
  description: "One row a kind of file, column and reason, with how many records it stopped.",
  primaryKey: ["kind", "column", "reason"],
  columns: [
    {
      name: "file",
      type: "text",
      title: "File",
      definition: "The name under which the format knows the file.",
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
    { name: "remedy", type: "text", title: "What to do", definition: "What to do about it." },
    { name: "records", type: "integer", title: "Records", definition: "Records rejected." },
  ],
} as const satisfies TableDefinition;

/** What was asked cannot be done: the message says why and what to do, for the person who asked. It repeats no value of a student. */
export class NotPossible extends Error {}

/** What is wrong where a district has no records, and what to do. */
export const nothingIngested = (district: string): string =>
  `nothing is ingested for district ${district}: run ilp ingest <folder> --district ${district} first`;

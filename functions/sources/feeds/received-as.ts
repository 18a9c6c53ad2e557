/** What became of one file that was handed in. */
export type ReceivedAs =
  | {
      readonly file: string;
      /**
       * `superseded`: a later version of it is there, in this ingest or by the day in its name.
       * `profile`: a profile of the district's own, by which its files are read.
       */
      readonly outcome: "received" | "known" | "superseded" | "profile";
      readonly sha256: string;
      /** For a superseded file: whether it was in use before. */
      readonly wasGood?: true;
      /** What its sender should look at, although it was received: true of it whether it is in use or not. */
      readonly note?: string;
      /** For a file superseded by another of its ingest: which one took its place. */
      readonly supersededBy?: { readonly sha256: string; readonly note: string };
      /** Where its first bytes say that it is no export: what it is instead, and what to do. */
      readonly looksLike?: string;
    }
  | { readonly file: string; readonly outcome: "unreadable"; readonly message: string };

/** A file that cannot be read, and what its sender can do. */
export const unreadable = (file: string, message: string) =>
  ({ file, outcome: "unreadable", message }) as const;

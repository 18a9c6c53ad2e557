/**
 * The names that code and stacks agree on: environment variables, object keys, table keys, file
 * names of bundles. It imports nothing, so that a stack may read it without running a line of ours.
 */

/** Environment variables of the handlers; each is set beside the grant that makes it useful. */
export const ENVIRONMENT = {
  recordsBucket: "ILP_RECORDS_BUCKET",
  publicBucket: "ILP_PUBLIC_BUCKET",
  table: "ILP_TABLE",
  inboxBucket: "ILP_INBOX_BUCKET",
} as const;

/** The handlers, each bundled to `dist/lambda/<name>/index.mjs` with the export `handler`. */
export const HANDLERS = ["receive", "conform", "measure", "protect", "publish"] as const;
export type HandlerName = (typeof HANDLERS)[number];

/** Keys in the `records` bucket: personal data, never public. The prefix comes first so that life-cycle rules can name it. */
export const recordsKeys = {
  /** A file as sent, by the SHA-256 of its bytes. */
  raw: (district: string, sha256: string): string => `raw/${district}/${sha256}`,
  /** One conformed partition: a table of one school, of one month where the table has months. */
  conformed: (district: string, partition: string, hash: string): string =>
    `conformed/${district}/${partition}/${hash}.arrow`,
  /** A file as one machine read it, for another to join; `reading` names the reader's version and the file. */
  readPart: (district: string, sha256: string, reading: string): string =>
    `conformed/${district}/read/${sha256}-${reading}.part`,
  /** What a run hands from one state to the next when it is too much for an event. */
  run: (district: string, run: string, name: string): string => `runs/${district}/${run}/${name}`,
  /** The manifest that lists the partitions of one conformed version. */
  conformedManifest: (district: string, version: string): string =>
    `conformed/${district}/manifests/${version}.json`,
  /** What the files came to of which nothing could be conformed. */
  unusable: (district: string): string => `conformed/${district}/unusable.json`,
  /** Names the conformed version in force. */
  conformedLatest: (district: string): string => `conformed/${district}/latest.json`,
  /** By which mandate the district is measured, and what it asks beyond it. */
  mandateSetting: (district: string): string => `conformed/${district}/settings/mandate.json`,
  /** Records that were there once and no file in force holds any more, as of a conformed version; one JSON document a line. */
  inactive: (district: string, version: string): string =>
    `conformed/${district}/inactive/${version}.jsonl`,
  /** The rejects of one file, one JSON document a line. */
  quarantine: (district: string, sha256: string): string =>
    `quarantine/${district}/${sha256}.jsonl`,
  /** One school's mergeable results, by the hash of what they were made from. */
  partial: (district: string, school: string, hash: string): string =>
    `partials/${district}/${school}/${hash}.json`,
  /** The rendered files of one release, protected, on their way to the public bucket. */
  protectedRelease: (district: string, release: string): string =>
    `protected/${district}/${release}/`,
  /** What a release showed and hid, with its counts: what the releases after it are protected beside. */
  pattern: (district: string, release: string): string => `patterns/${district}/${release}.json`,
  /** What a district has set of the policy that protects its figures. */
  suppressionSetting: (district: string): string =>
    `conformed/${district}/settings/suppression.json`,
  /** The secret of a school year, from which chance is drawn. */
  seed: (district: string, schoolYear: string): string => `patterns/${district}/seed-${schoolYear}`,
  /** The research extracts of a district: for those with an agreement, never public. */
  extracts: (district: string): string => `restricted/${district}/extracts/`,
  extract: (district: string, extract: string): string =>
    `restricted/${district}/extracts/${extract}/`,
  /** What the extracts of a school year tell beside its releases. */
  extractPatterns: (district: string, schoolYear: string): string =>
    `patterns/${district}/extracts-${schoolYear}.json`,
} as const;

/** Keys in the `public` bucket, which is served under `/data/`. */
export const publicKeys = {
  districts: "districts.json",
  latest: (district: string): string => `${district}/latest.json`,
  release: (district: string, release: string): string => `${district}/releases/${release}/`,
} as const;

/** The path under which the public bucket is served. */
export const PUBLIC_PATH = "/data/";

/** The one table: a partition key, a sort key, and one index for the worklist. */
export const TABLE = {
  name: "ilp-observatory",
  partition: "partition",
  sort: "sort",
  worklistIndex: "worklist",
  worklistPartition: "worklistPartition",
  worklistSort: "worklistSort",
} as const;

/** Keys of the table's items. `#` separates parts; an id comes last in its key, so it may hold one. */
export const tableKeys = {
  plan: (district: string, student: string, schoolYear: number) => ({
    partition: `${district}#student#${student}`,
    sort: `plan#${schoolYear}`,
  }),
  /** The school is in the key, so that a move writes one school's item and removes the other's. */
  worklist: (district: string, school: string, student: string, requirement: string) => ({
    partition: `${district}#student#${student}`,
    sort: `worklist#${school}#${requirement}`,
  }),
  worklistOf: (district: string, school: string): string => `${district}#worklist#${school}`,
  /** By urgency: the order of the need, then the day, the earliest first. A page of one need begins with its order. */
  worklistOrder: (order: number, on: string, student: string, requirement: string): string =>
    `${order}#${on}#${student}#${requirement}`,
  worklistNeed: (order: number): string => `${order}#`,
  ledger: (district: string, entry: string) => ({ partition: `${district}#ledger`, sort: entry }),
  /** Who asked for whose part of the worklist, by the instant. */
  access: (district: string, at: string, request: string) => ({
    partition: `${district}#access`,
    sort: `${at}#${request}`,
  }),
  /** The random number that stands for a student in research extracts. */
  surrogate: (district: string, student: string) => ({
    partition: `${district}#custody`,
    sort: `surrogate#${student}`,
  }),
  release: (district: string, asOf: string, release: string) => ({
    partition: `${district}#releases`,
    sort: `${asOf}#${release}`,
  }),
} as const;

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
  /** The district of a function that serves one alone. */
  district: "ILP_DISTRICT",
  /** The IANA time zone of the district. */
  timezone: "ILP_TIMEZONE",
  /** How an upload is known to be whole: `marker`, or for how many minutes nothing must have come. */
  uploads: "ILP_UPLOADS",
  /** `by-hand`: nothing is public before somebody has asked for a first public release. */
  firstPublicRelease: "ILP_FIRST_PUBLIC_RELEASE",
} as const;

/** The handlers, each bundled to `dist/lambda/<name>/index.mjs` with the export `handler`. */
export const HANDLERS = [
  "arrive",
  "lease",
  "receive",
  "read",
  "assemble",
  "measure",
  "release",
  "publish",
  "watch",
] as const;
export type HandlerName = (typeof HANDLERS)[number];

/** Keys in the `records` bucket: personal data, never public. The prefix comes first so that life-cycle rules can name it. */
export const recordsKeys = {
  /** A file as sent, by the SHA-256 of its bytes. */
  raw: (district: string, sha256: string): string => `raw/${district}/${sha256}`,
  /** Everything that is conformed of a district. */
  conformedAll: (district: string): string => `conformed/${district}/`,
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
  /** Names the conformed version in use. */
  conformedLatest: (district: string): string => `conformed/${district}/latest.json`,
  /** Of which day the exports of the conformed version in use are: equal content that came on a later day is the same version. */
  exportDays: (district: string): string => `conformed/${district}/export-days.json`,
  /** By which mandate the district is measured, and what it asks beyond it. */
  mandateSetting: (district: string): string => `conformed/${district}/settings/mandate.json`,
  /** What somebody decided about files that would remove many records, the earliest first. */
  removalDecisions: (district: string): string => `conformed/${district}/settings/removals.json`,
  /** Records that were there once and no file in use holds any more, as of a conformed version; one JSON document a line. */
  inactive: (district: string, version: string): string =>
    `conformed/${district}/inactive/${version}.jsonl`,
  /** The rejects of one file, one JSON document a line. */
  quarantine: (district: string, sha256: string): string =>
    `quarantine/${district}/${sha256}.jsonl`,
  /** One school's cube, by the hash of what it was made from. */
  counts: (district: string, school: string, hash: string): string =>
    `counts/${district}/${school}/${hash}.json`,
  /** The staff editions of a district: exact, never public. */
  staffEditions: (district: string): string => `editions/staff/${district}/`,
  staffEdition: (district: string, edition: string): string =>
    `editions/staff/${district}/${edition}/`,
  /** Names the staff edition that staff should see. */
  staffLatest: (district: string): string => `editions/staff/${district}/latest.json`,
  /** What a trial of a mandate writes, all of it: the edition that staff would see under it, and the counts that only it needs. */
  preview: (district: string, mandate: string): string => `previews/${district}/${mandate}/`,
  /** Days of public releases of the method before this one: their staff editions are kept like those of public days. */
  formerDays: (district: string): string => `editions/staff/${district}/former-days.json`,
  /** The rendered files of one public release, protected, on their way to the public bucket. */
  protectedRelease: (district: string, release: string): string =>
    `protected/${district}/${release}/`,
  /** What the public figures of a school year are protected by: copied by backups, never printed. */
  protection: (district: string, schoolYear: string): string =>
    `protection/${district}/${schoolYear}/`,
  /** 32 random bytes: by how much each boundary is moved, all year. */
  secret: (district: string, schoolYear: string): string =>
    `protection/${district}/${schoolYear}/secret`,
  /** The true counts from which the bars of one public release were drawn. */
  drawing: (district: string, schoolYear: string, release: string): string =>
    `protection/${district}/${schoolYear}/${release}.json`,
  /** What a district has set of how its public figures are protected. */
  protectionSetting: (district: string): string => `conformed/${district}/settings/protection.json`,
  /** What a district has set of the console. */
  consoleSetting: (district: string): string => `conformed/${district}/settings/console.json`,
  /** What a district has set of its weekly mail; no password. */
  mailSetting: (district: string): string => `conformed/${district}/settings/mail.json`,
  /** That the mail of a week to one staff member is on its way, was sent, or was refused. */
  digest: (district: string, week: string, staff: string): string =>
    `digests/${district}/${week}/${encodeURIComponent(staff)}.json`,
  /** Where versions before editions kept the smallest group of a district. */
  formerSmallestGroup: (district: string): string =>
    `conformed/${district}/settings/suppression.json`,
  /** The research extracts of a district: for those with an agreement, never public. */
  extracts: (district: string): string => `restricted/${district}/extracts/`,
  extract: (district: string, extract: string): string =>
    `restricted/${district}/extracts/${extract}/`,
  /** What a district has set of itself for reports to its state. */
  reportSettings: (district: string): string => `conformed/${district}/settings/reports.json`,
  /** Files for the state with what they were made from: named, never public, removed when they expire. */
  stateReports: (district: string): string => `restricted/${district}/state-reports/`,
  stateReport: (district: string, report: string, version: string): string =>
    `restricted/${district}/state-reports/${report}/${version}/`,
  /** What was certified, by whom and when, with the hash of each file: kept when the files are removed. */
  certificates: (district: string): string => `restricted/${district}/certificates/`,
  certificate: (district: string, report: string, certificate: string): string =>
    `restricted/${district}/certificates/${report}/${certificate}.json`,
  /** What people said of a report: reasons of swings, layouts compared with the state's. */
  reportStatements: (district: string, report: string): string =>
    `restricted/${district}/report-statements/${report}.json`,
  /** The access log of a district: one object per look or record, by day and instant; nothing rewrites one. */
  accessLog: (district: string): string => `access-log/${district}/`,
  accessLogEntry: (district: string, instant: string, entry: string): string =>
    `access-log/${district}/${instant.slice(0, 10)}/${instant.slice(11).replaceAll(":", "")}-${entry}.json`,
  /** 32 random bytes: which name stands for a student in the access log, and in addresses of the console. */
  accessSecret: (district: string): string => `access-log/${district}/secret`,
  /** 32 random bytes: which students and values the extracts of a school year leave out at random. */
  extractSecret: (district: string, schoolYear: string): string =>
    `restricted/${district}/secret-${schoolYear}`,
  /** Error reports of the state as they were sent, with what is said of each: they name students, and are removed when they expire. */
  stateErrorsAll: (district: string): string => `restricted/${district}/state-errors/`,
  stateErrors: (district: string, sha256: string): string =>
    `restricted/${district}/state-errors/${sha256}`,
} as const;

/** For how many days what lies under `restricted/` is kept; certificates and what people said are kept for good. */
export const KEPT_DAYS = {
  /** The files of a certified report. */
  stateReports: 730,
  /** An error report of the state, of use until the next one. */
  stateErrors: 90,
} as const;

/** Under which prefix of the inbox bucket a district's files lie. */
export const inboxPrefix = (district: string): string => `${district}/`;

/** Keys in the `public` bucket, which is served under `/data/`. */
export const publicKeys = {
  districts: "districts.json",
  latest: (district: string): string => `${district}/latest.json`,
  release: (district: string, release: string): string => `${district}/releases/${release}/`,
} as const;

/** In the metrics of a district: the namespace and the names that functions write and alarms read. */
export const METRICS = {
  namespace: "IlpObservatory",
  service: "night",
  /** How many steps of runs failed, by step. */
  stepFailed: "StepFailed",
  /** How many files would remove so many records that somebody must accept them. */
  filesWaiting: "FilesWaiting",
  /** How many files could not be used: what they said before is still used. */
  filesNotUsable: "FilesNotUsable",
  /** How many files of the inbox are a day old and not known to be whole: a marker that never came, a partial file. */
  filesUnfinished: "FilesUnfinished",
  /** Whether the records hold nobody, or no instructional day, on the as-of day: 1 or 0. */
  dayNotCovered: "DayNotCovered",
} as const;

/** The steps of a run by their names in the state machine. */
export const STEPS = {
  lease: "Take the lease",
  receive: "Receive",
  read: "Read files",
  assemble: "Assemble",
  measure: "Measure schools",
  release: "Release",
  publish: "Publish",
  end: "Give back the lease",
} as const;

/** The errors by which a handler tells the state machine what to do. */
export const STEP_ERRORS = {
  /** The service was too busy, slow or away: another try may go through. */
  tryAgain: "TryAgain",
  /** Another run of the district is under way. */
  leaseHeld: "LeaseHeld",
  /** Another run of the district has come in between. */
  leaseLost: "LeaseLost",
} as const;

/** The path under which the public bucket is served. */
export const PUBLIC_PATH = "/data/";

/** The one table: a partition key and a sort key. */
export const TABLE = {
  name: "ilp-observatory",
  partition: "partition",
  sort: "sort",
} as const;

/** Keys of the table's items. `#` separates parts; an id comes last in its key, so it may hold one. */
export const tableKeys = {
  plan: (district: string, student: string, schoolYear: number) => ({
    partition: `${district}#student#${student}`,
    sort: `plan#${schoolYear}`,
  }),
  /** Which plan documents of a school are written: the head of a list, and its pages by their content. */
  planList: (district: string, school: string) => ({
    partition: `${district}#plan-lists`,
    sort: `school#${school}`,
  }),
  planListPage: (district: string, school: string, page: string) => ({
    partition: `${district}#plan-lists`,
    sort: `page#${page}#${school}`,
  }),
  /** Where the students of a school stand in the staff edition: one item per school. */
  worklist: (district: string, school: string) => ({
    partition: `${district}#worklist`,
    sort: school,
  }),
  /** Which staff edition the items of worklists point into. */
  worklistEdition: (district: string) => ({
    partition: `${district}#worklist-edition`,
    sort: "current",
  }),
  ledger: (district: string, entry: string) => ({ partition: `${district}#ledger`, sort: entry }),
  /** What is known of an object in the inbox: when it came, or that it was received. */
  inbox: (district: string, entry: string) => ({ partition: `${district}#inbox`, sort: entry }),
  /** Which run is under way, and where the last one stopped. */
  run: (district: string, entry: "lease" | "failure") => ({
    partition: `${district}#run`,
    sort: entry,
  }),
  /** Where versions before this one kept who asked for whose part of the worklist, by the instant: read and not written any more. */
  formerAccess: (district: string, instant: string, request: string) => ({
    partition: `${district}#access`,
    sort: `${instant}#${request}`,
  }),
  /** The random number that stands for a student in research extracts. */
  surrogate: (district: string, student: string) => ({
    partition: `${district}#custody`,
    sort: `surrogate#${student}`,
  }),
} as const;

/**
 * The rooms inside the rooms, in the order of their tables of contents: which folder of its own room
 * each may import. `.` is the room's top level. What a room may import of other rooms is in `rooms.ts`.
 */
export const SUB_ROOMS: {
  readonly [room: string]: { readonly [folder: string]: readonly string[] };
} = {
  "functions/domain/": {
    ".": [],
    text: [],
    calendar: ["."],
    people: [".", "text", "calendar"],
    plans: [".", "calendar"],
    records: ["calendar"],
    figures: [],
  },
  "functions/statistics/": {
    moments: [],
    intervals: ["moments"],
    correlations: ["moments", "intervals"],
    differences: ["moments", "intervals"],
    "within-schools": ["moments", "intervals", "correlations"],
  },
  "functions/sources/": {
    csv: [],
    profiles: ["csv"],
    values: ["csv", "profiles"],
    roster: ["csv", "profiles", "values"],
    plans: ["profiles", "values", "roster"],
    attendance: ["csv", "profiles", "values", "plans"],
    read: ["csv", "profiles", "values", "roster", "plans", "attendance"],
    "propose/words": ["csv", "profiles", "values"],
    inspect: ["csv", "profiles", "values", "roster", "read", "propose/words"],
    propose: ["csv", "profiles", "values", "inspect", "propose/words"],
  },
  "functions/mandates/": {
    rules: [],
    clock: ["rules"],
    evidence: ["rules", "clock"],
    assess: ["rules", "clock", "evidence"],
    overlay: ["rules", "clock"],
    words: ["rules", "clock"],
  },
  "functions/pipeline/": {
    ".": [],
    intake: ["."],
    settings: ["."],
    conform: [".", "intake", "settings"],
    decisions: [".", "intake", "conform"],
    measure: [".", "settings", "conform"],
    release: [".", "intake", "settings", "conform", "measure"],
    extract: [".", "conform", "measure", "release"],
    worklist: [".", "conform", "measure", "release"],
    run: ["."],
    console: [
      ...[".", "settings", "conform", "decisions", "measure"],
      ...["release", "run", "worklist"],
    ],
  },
  "functions/adapters/": {
    ".": [],
    folder: [],
    aws: ["folder"],
    incoming: ["folder"],
    table: ["aws"],
  },
  "functions/cli/": {
    arguments: [],
    steps: ["arguments"],
    text: ["arguments", "steps"],
    server: ["arguments"],
    commands: ["arguments", "steps", "text", "server"],
    ".": ["arguments", "steps", "text", "server", "commands"],
  },
  "infra/": {
    settings: [],
    storage: [],
    operations: [],
    pipeline: ["settings", "storage", "operations"],
    site: ["settings", "storage"],
    ".": ["settings", "storage", "operations", "pipeline", "site"],
  },
};

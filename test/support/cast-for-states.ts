import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CAST_EXPORTS, ingestPath, type MemoryPlaces } from "./local-district.ts";
import { keptPlaces } from "./stores/kept-places.ts";

/** A roster that sends the state's number, which OneRoster has no column for. */
const PUPILS = {
  id: "pupils",
  version: 1,
  title: "Students with their numbers of the state",
  files: [
    {
      file: "pupils.csv",
      name: "Students",
      pattern: "^pupils\\.csv$",
      signature: ["local_no", "state_no"],
      reads: [
        {
          table: "person",
          columns: [
            { to: "student", from: ["local_no"], isRequired: true },
            { to: "stateId", from: ["state_no"] },
          ],
        },
      ],
    },
  ],
};

const MORE: { readonly [file: string]: readonly string[] } = {
  "exemptions.csv": [
    "student_id,requirement,reason,decided_by,from_on,until_on",
    "C-0403,all,iep-team-decision,K-71,2021-09-01,",
    "C-0404,all,exchange-student,K-71,2021-09-01,",
  ],
  "plan_components.csv": [
    "student_id,component,entered_on,quantity,strand,marks",
    "C-0412,graduation-pathway-selection,2021-10-01,,,",
    "C-0413,graduation-pathway-selection,2021-10-01,,,",
    "C-0413,graduation-pathway-selection,2022-02-01,,,",
    // After the count day.
    "C-0423,graduation-pathway-selection,2022-03-16,,,",
    // Of a student without an open plan.
    "C-0448,graduation-pathway-selection,2021-10-01,,,",
    "C-0439,graduation-pathway-selection,2022-03-15,,,",
  ],
};

/** The cast with a state's number for each student, two exemptions, and contents of plans: ingested and nothing published. */
export const conformedCastForStates = (): Promise<MemoryPlaces> =>
  keptPlaces("the cast for states ingested", async (places) => {
    const folder = await mkdtemp(join(tmpdir(), "ilp-states-"));
    try {
      await cp(CAST_EXPORTS, folder, { recursive: true });
      const users = await readFile(join(folder, "users.csv"), "utf8");
      const students = [...users.matchAll(/^(C-0\d{3}|0098104429),/gm)].map(([, id = ""]) => id);
      const numbers = students.map((id, index) => `${id},${7_700_000_001 + index}`);
      await writeFile(join(folder, "ilp.profile.json"), JSON.stringify(PUPILS));
      for (const [file, lines] of Object.entries({
        ...MORE,
        "pupils.csv": ["local_no,state_no", ...numbers],
      })) {
        await writeFile(join(folder, file), `${lines.join("\n")}\n`);
      }
      await ingestPath(places, folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

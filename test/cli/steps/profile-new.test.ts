// Longer than most: the whole way from an export that nobody has seen to its first figures.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { plainWordsExport } from "../../../fixtures/own-exports/plain-words.ts";
import { vendorNamesExport } from "../../../fixtures/own-exports/vendor-names.ts";
import { withLocalPlaces } from "../../../functions/cli/arguments/local-places.ts";
import type { ConformedTable } from "../../../functions/domain/record-types/conformed-tables.ts";
import { districtId } from "../../../functions/domain/ids.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import type { Profile } from "../../../functions/sources/profiles/profile.ts";
import { profileGaps, withFilled } from "../../../functions/sources/profiles/profile-gaps.ts";
import { conformedRows, type ConformedRow } from "../../support/conformed-rows.ts";
import { ilp } from "../../support/run-ilp.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import type { TextFiles } from "../../support/survey-of.ts";

const DOCUMENT = join(import.meta.dirname, "../../../docs/formats/profiles.md");
const PLAIN_WORDS = join(import.meta.dirname, "../../../fixtures/own-exports/plain-words");

function folderOf(files: TextFiles): string {
  const folder = join(scratchFolder(), "our-export");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Writes an answer in the place of each gap, as a person does in an editor. */
function fill(path: string, answers: { readonly [end: string]: string }): void {
  let profile = JSON.parse(readFileSync(path, "utf8")) as Profile;
  for (const gap of profileGaps(profile)) {
    const [, answer] = Object.entries(answers).find(([end]) => gap.path.endsWith(end)) ?? [];
    if (answer === undefined) throw new Error(`no answer to ${gap.path}`);
    profile = withFilled(profile, gap, answer);
  }
  writeFileSync(path, JSON.stringify(profile));
}

const PLAIN_ANSWERS = {
  endDays: "first-day-out",
  "columns[2].value": "ILP",
  '["Signed off"]': "active",
  '["World of work"]': "career",
  '["Me"]': "personal",
  '["B"]': "scheduled",
  '["H"]': "held",
  '["N"]': "missed",
};

/** The cells of a file without quotation marks that hold line ends. */
const cells = (text: string, delimiter: string): readonly (readonly string[])[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .slice(1)
    .map((line) => line.replace(/"[^"]*"/g, "quoted").split(delimiter));

async function rowsIn(data: string, district: string) {
  return withLocalPlaces(data, async (places) => {
    const manifest = await conformedInForce(places.records, districtId(district));
    if (manifest === null) throw new Error("nothing is in force");
    const rows = async (table: ConformedTable): Promise<readonly ConformedRow[]> =>
      conformedRows(places, manifest, table);
    return {
      students: await rows("student"),
      enrollments: await rows("enrollment"),
      absences: await rows("absence"),
      plans: await rows("plan"),
      goals: await rows("goal"),
      reviews: await rows("review"),
      programs: await rows("program"),
    };
  });
}

describe("ilp profile new, for a folder", () => {
  it("goes from ten files that nobody has seen to counts that are right, as its document says", async () => {
    const files = plainWordsExport();
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(PLAIN_WORDS, name), "utf8"), name).toBe(text);
    }
    const home = scratchFolder();
    const data = join(home, "data");
    const folder = join(home, "our-export");
    cpSync(PLAIN_WORDS, folder, { recursive: true });
    const commands = [...readFileSync(DOCUMENT, "utf8").matchAll(/^ilp (.+)$/gm)].map(([, line]) =>
      (line ?? "").split(" ").map((word) => word.replace(/^our-export/, folder)),
    );
    expect(commands.map(([name]) => name)).toEqual(["profile", "profile", "ingest", "publish"]);
    const [make = [], check = [], ingest = [], publish = []] = commands;

    const made = await ilp(...make);
    expect(made.status).toBe(2);
    expect(made.stdout).toBe("");
    expect(made.stderr).toContain("aims.csv: fills goal from 8 columns");
    expect(made.stderr).toContain('fill the 8 gaps marked "?"');
    expect(made.stderr).not.toMatch(/Vance|L40417|2004/);
    const profile = join(folder, "ilp.profile.json");

    const open = await ilp(...check);
    expect(open.status).toBe(2);
    expect(open.stdout).toContain(
      'What does "H" mean (open code 2 of 3)? Write one of: scheduled, held, missed.',
    );
    const refused = await ilp(...ingest, "--data", data);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("has 8 gaps: fill them before ingesting");
    expect(existsSync(data)).toBe(false);

    fill(profile, PLAIN_ANSWERS);
    expect(await ilp(...check)).toMatchObject({ status: 0, stderr: "" });
    expect((await ilp(...ingest, "--data", data)).status).toBe(0);
    expect((await ilp(...publish, "--data", data)).status).toBe(0);

    const read = await rowsIn(data, "our-district");
    const of = (name: string) => cells(files[name] ?? "", ",");
    const halfDays = of("daily_minutes.csv").filter(([, , , missed]) => Number(missed) < 390);
    expect(read.students).toHaveLength(60);
    expect(read.enrollments).toHaveLength(60);
    expect(read.enrollments.filter(({ withdrewOn }) => withdrewOn !== null)).toHaveLength(
      of("stays.csv").filter(([, , , left]) => left !== "").length,
    );
    expect(read.absences).toHaveLength(of("daily_minutes.csv").length);
    expect(read.absences.filter(({ absentMilli }) => Number(absentMilli) < 1000)).toHaveLength(
      halfDays.length,
    );
    expect(read.programs).toHaveLength(
      of("learners.csv").reduce((sum, row) => sum + row.filter((cell) => cell === "Y").length, 0),
    );
    expect(read.plans).toHaveLength(54);
    expect(read.plans.filter(({ status }) => status === "draft")).toHaveLength(
      of("pathways.csv").filter(([, , , stage]) => stage === "Being written").length,
    );
    expect(read.goals).toHaveLength(of("aims.csv").length);
    expect(read.goals.filter(({ domain }) => domain === "career")).toHaveLength(
      of("aims.csv").filter(([, , pillar]) => pillar === "World of work").length,
    );
    expect(read.reviews.filter(({ state }) => state === "held")).toHaveLength(
      of("sit_downs.csv").filter(([, , , , state]) => state === "H").length,
    );
    expect(read.students.find(({ student }) => student === "L40417")).toMatchObject({
      ...{ givenName: "Ada", familyName: "Vance", grade: "09", sex: "female" },
      raceEthnicity: "white",
    });
  }, 60_000);

  it("reads an export in another language and style, once its codes are explained", async () => {
    const files = vendorNamesExport();
    const folder = folderOf(files);
    const data = join(folder, "../data");
    expect((await ilp("profile", "new", folder)).status).toBe(2);
    fill(join(folder, "ilp.profile.json"), {
      endDays: "first-day-out",
      'columns[2].values["1"]': "absent",
      'columns[2].values["2"]': "absent",
      'columns[4].values["1"]': "active",
      'columns[4].values["2"]': "draft",
      '["10"]': "held",
      '["11"]': "scheduled",
      '["12"]': "missed",
    });
    const ended = await ilp("ingest", folder, "--district", "distrito", "--data", data);
    expect(ended).toMatchObject({ status: 0, stderr: "" });
    const read = await rowsIn(data, "distrito");
    const of = (name: string) => cells(files[name] ?? "", "\t");
    expect(read.students).toHaveLength(60);
    expect(read.enrollments).toHaveLength(60);
    expect(read.absences).toHaveLength(
      of("FALTAS_2022-03.txt").length + of("FALTAS_2022-06.txt").length,
    );
    expect(read.plans.filter(({ planType }) => planType === "ICAP")).toHaveLength(54);
    expect(read.goals.filter(({ status }) => status === "met")).toHaveLength(
      of("META.txt").filter((row) => row[5] === "Logrado").length,
    );
    expect(read.reviews.filter(({ state }) => state === "held")).toHaveLength(
      of("REUNION.txt").filter((row) => row[4] === "10").length,
    );
  }, 60_000);

  it("takes a zip and several files too, and never writes over a profile", async () => {
    const files = plainWordsExport();
    const home = scratchFolder();
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
    );
    writeFileSync(join(home, "export.zip"), zip);
    expect((await ilp("profile", "new", join(home, "export.zip"))).status).toBe(2);
    const written = readFileSync(join(home, "ilp.profile.json"), "utf8");
    expect((JSON.parse(written) as Profile).files).toHaveLength(10);
    const again = await ilp("profile", "new", join(home, "export.zip"));
    expect(again.status).toBe(1);
    expect(again.stderr).toContain("already exists");
    const some = ["learners.csv", "stays.csv"].map((name) => join(PLAIN_WORDS, name));
    const out = join(home, "some.json");
    expect((await ilp("profile", "new", ...some, "--out", out)).status).toBe(2);
    expect((JSON.parse(readFileSync(out, "utf8")) as Profile).files).toHaveLength(2);
  }, 60_000);

  it("prints one document for machines, with what is left to do", async () => {
    const folder = folderOf(plainWordsExport());
    const { status, stdout } = await ilp("profile", "new", folder, "--json");
    expect(status).toBe(2);
    const made = JSON.parse(stdout);
    expect(made.written).toBe(join(folder, "ilp.profile.json"));
    expect(made.files).toHaveLength(10);
    expect(made.gaps[0]).toMatchObject({
      path: expect.stringMatching(/^files\[/),
      question: expect.any(String),
      allowed: expect.any(Array),
    });
    expect(stdout).not.toMatch(/Vance|L40417/);
  }, 60_000);

  it("says that a folder needs no profile where shipped ones read all of it", async () => {
    const folder = folderOf({
      "plans.csv":
        "plan_id,student_id,plan_type,school_year,status,opened_on\nP,S,ILP,2022,active,2021-09-13\n",
      "menu.csv": "color,size\nred,3\nblue,4\n",
    });
    const { status, stderr } = await ilp("profile", "new", folder);
    expect(status).toBe(1);
    expect(stderr).toContain("plans.csv: needs no profile");
    expect(stderr).toContain("menu.csv: not read");
    expect(existsSync(join(folder, "ilp.profile.json"))).toBe(false);
  });
});

/** Rows of a grid: a day and a code for each of the names. */
const grid = (first: string, names: readonly string[]): string =>
  [
    [first, ...names.map((name) => (name.includes(",") ? `"${name}"` : name))].join(","),
    ...Array.from({ length: 7 }, (_, n) =>
      [`2022-03-0${n + 1}`, ...names.map((_, place) => "PPATP"[(n + place) % 5])].join(","),
    ),
    "",
  ].join("\n");

const PEOPLE: readonly (readonly [what: string, file: string, people: number | null])[] = [
  ["family names first, with numbers", grid("Date", ["Zqill, Ada (0060)", "Zqash, Bo (0061)"]), 2],
  ["given names first", grid("Date", ["Ada Zqill", "Bo Zqash", "Cy Zqow"]), 3],
  ["initials", grid("Date", ["Zqill, Ada M.", "Zqash, Bo J."]), 2],
  ["single names", grid("Date", ["Zqill", "Zqash", "Zqow"]), 3],
  ["single names beside an id", grid("Student ID", ["Zqill", "Zqash", "Zqow"]), 3],
  ["lower case", grid("Date", ["ada zqill", "bo zqash"]), 2],
  ["underscores", grid("Date", ["ada_zqill", "ZQASH_BO"]), 2],
  ["addresses", grid("Date", ["zqill@x.org", "zqash@x.org"]), null],
  ["numbers of students", grid("Date", ["Zq00601", "Zq00602"]), 2],
  ["names of many letters", grid("Date", ["Élodie Zqill-Rue", "Zq Ñandú", "王Zq"]), 3],
  ["names that are words", grid("Date", ["Grant Zqpage", "Mark May Zq"]), 2],
  ["one student", grid("Date", ["Ada Zqill"]), 1],
  ["a first row that is a record", "Zqill,Ada,0060,A\nZqash,Bo,0061,P\n", null],
  ["a record of words", "Zqill,Ada,High School,Grade\nZqash,Bo,High School,Grade\n", null],
  ["a title", "Report for Ada Zqill\nDate,Code\n2022-03-01,A\n2022-03-02,P\n", null],
  ["students as rows", "Student,Mon,Tue\nAda Zqill,P,A\nBo Zqash,P,P\n", null],
  ["attributes as rows", "Type,Ada Zqill,Bo Zqash\nGrade,9,10\nSchool,101,102\n", 2],
  [
    "many columns of other sorts",
    `Date,Period,Teacher,Room,Class,Zqill,Zqash\n2022-03-01,1,T,R,C,P,A\n2022-03-02,1,T,R,C,P,P\n`,
    2,
  ],
];

describe("a file with students where names of columns are expected", () => {
  it.each(PEOPLE)("%s: none is shown by any command", async (_what, text, people) => {
    const folder = folderOf({ "sheet.csv": text });
    const file = join(folder, "sheet.csv");
    const told = [
      await ilp("inspect", file),
      await ilp("inspect", file, "--json"),
      await ilp("profile", "new", file),
      await ilp("profile", "new", file, "--json"),
      await ilp("profile", "new", folder),
    ];
    const profile = join(folder, "ilp.profile.json");
    const written = existsSync(profile) ? readFileSync(profile, "utf8") : "";
    const said = told.map(({ stdout, stderr }) => stdout + stderr).join("\n");
    // The name of the folder is drawn at random, and may hold such letters.
    const all = said.replaceAll(folder, "") + written;
    expect(all).not.toMatch(/zq|grant|mark may|élodie|ñandú|王/i);
    if (people === null) return;
    const { columnsNotShown } = JSON.parse(told[1]?.stdout ?? "").files[0];
    expect(columnsNotShown.people + columnsNotShown.unsure.length).toBe(people);
    if (people > 1) {
      expect(told[0]?.stdout).toContain(`${people} columns not shown: they look like people`);
      expect(told[2]?.stderr).toContain("export one record per student and day");
    }
  });

  it("says nothing of their headers when they are ingested", async () => {
    const sheets = PEOPLE.map(([, text], place) => [`sheet ${place}.csv`, text] as const);
    const folder = folderOf(Object.fromEntries(sheets));
    const options = ["--district", "ours", "--data", join(folder, "../data")];
    for (const more of [[], ["--json"]]) {
      const { stdout, stderr } = await ilp("ingest", folder, ...options, ...more);
      expect(stdout).toContain("sheet 17.csv");
      expect((stdout + stderr).replaceAll(folder, "")).not.toMatch(/zq|grant|mark may|élodie/i);
    }
    const list = await ilp("quarantine", "list", ...options);
    const listed = (list.stdout + list.stderr).replaceAll(folder, "");
    expect(listed).not.toMatch(/zq|grant|mark may|élodie/i);
  });

  it("JSON whose keys are students: none is shown", async () => {
    const line = '{"date":"2022-03-01","Ada Zqill":"P","zq10060":"A"}\n';
    const folder = folderOf({ "days.jsonl": line + line });
    for (const command of [["inspect"], ["inspect", "--json"], ["profile", "new"]]) {
      const { stdout, stderr } = await ilp(...command, join(folder, "days.jsonl"));
      expect((stdout + stderr).replaceAll(folder, "")).not.toMatch(/zq/i);
    }
  });
});

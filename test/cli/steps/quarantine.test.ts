import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingest } from "../../../functions/cli/steps/ingest.ts";
import { ingestEnd } from "../../../functions/cli/steps/ingest-end.ts";
import { quarantineText, rejectsText } from "../../../functions/cli/text/step-text.ts";
import {
  quarantineList,
  quarantineShow,
} from "../../../functions/pipeline/conform/quarantine-list.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  PLANS_HEADER,
  roster,
} from "../../support/ingest-files.ts";
import { freshPlaces, quiet } from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

describe("the quarantine", () => {
  it("lists the files handed in before anything could be conformed, and no more once something is", async () => {
    const places = await freshPlaces();
    await expect(quarantineList(places, FERNHILL)).rejects.toThrow("nothing is ingested");
    await receive(FERNHILL, minutes(), places, day("2022-06-01"), quiet);
    const options = { name: null, acceptRemovals: false };
    expect((await conform(FERNHILL, options, places, quiet)).kind).toBe("nothing-usable");
    const listed = await quarantineList(places, FERNHILL);
    expect(listed).toMatchObject([{ file: "minutes.csv", outcome: "not-recognized" }]);
    await ingestFiles(places, roster(oneTo(8)));
    const { file, outcome } = (await quarantineList(places, FERNHILL))[0] ?? {};
    expect({ file, outcome }).toEqual({ file: "minutes.csv", outcome: "not-recognized" });
    expect(await quarantineShow(places, FERNHILL, "plans.csv")).toMatchObject({ rejects: [] });
  });

  it("says which values the format lists, and never the one that was sent", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [
      ...roster(oneTo(8)),
      ["more_plans.csv", lines(PLANS_HEADER, "P-1,0001,Zebra,2022,active,2021-09-10,,")],
    ]);
    const text = quarantineText(await quarantineList(places, FERNHILL));
    expect(text).toContain("Listed: ");
    expect(text).toContain("ILP, ICAP");
    const shown = rejectsText(await quarantineShow(places, FERNHILL, "more_plans.csv"));
    expect(shown).toContain("Listed: ");
    expect(text + shown).not.toContain("Zebra");
  });

  it("lists a file whose records are all used, some of them without a value, and says so when it comes", async () => {
    const places = await freshPlaces();
    const header = "staff_id,name,role,school_ids";
    const staff = lines(header, "S-1,A. Rivera,zookeeper,S1", "S-2,B. Lund,principal,S1;S7");
    const folder = scratchFolder();
    for (const [name, content] of [...roster(oneTo(8)), ["staff.csv", staff] as const]) {
      writeFileSync(join(folder, name), content);
    }
    const options = { name: null, acceptRemovals: false };
    const report = await ingest(places, FERNHILL, options, [folder], quiet);
    expect(report.files.find(({ file }) => file === "staff.csv")).toMatchObject({
      ...{ outcome: "used", accepted: 2, rejected: 0 },
      message:
        "2 values are left out, and their records are used without them: ilp quarantine list shows which.",
    });
    expect(ingestEnd(report, true)).toEqual({ exitCode: 0, message: "" });
    const listed = await quarantineList(places, FERNHILL);
    const text = quarantineText(listed);
    expect(text).toContain("used, 0 of 2 records rejected, 2 values set aside\n");
    const ofOne = quarantineText(listed.map((file) => ({ ...file, setAside: 1 })));
    expect(ofOne).toContain("rejected, 1 value set aside\n");
    expect(text).toContain("1 × role: The role is not one of those listed. The person is used");
    expect(text).toContain("Listed: superintendent, ");
    expect(text).toContain("1 × school_ids: A school of the role is not in the list of schools.");
    const shown = rejectsText(await quarantineShow(places, FERNHILL, "staff.csv"));
    expect(shown).toMatch(/^1 +role +The role is not one/m);
    expect(shown).toMatch(/^2 +school_ids +A school of the role/m);
    expect(text + shown).not.toMatch(/zookeeper|S7|Rivera/);
  });

  it("says of one value that it is one", async () => {
    const places = await freshPlaces();
    const plans = lines(`${PLANS_HEADER},grade`, "P1,0001,ILP,2022,active,2021-09-10,,,elsewhere");
    const others = roster(oneTo(4)).filter(([name]) => name !== "plans.csv");
    await ingestFiles(places, [...others, ["plans.csv", plans]]);
    const text = quarantineText(await quarantineList(places, FERNHILL));
    expect(text).toContain("used, 0 of 1 record rejected, 1 value set aside\n");
  });

  it("says how many rejects are only counted", () => {
    expect(rejectsText({ rejects: [], onlyCounted: 0 })).toBe(
      "no single record of this file is rejected; ilp quarantine list shows whether the file as a whole is used\n",
    );
    const reject = { file: "a.csv", record: 1, column: "date", reason: "not-a-day" } as const;
    const text = rejectsText({
      rejects: [{ ...reject, remedy: "Mend it." }],
      onlyCounted: 5990000,
    });
    expect(text).toContain("and 5,990,000 more");
  });
});

async function* minutes() {
  const open = async function* () {
    yield new TextEncoder().encode("Dear all\nno table here\n");
  };
  yield { name: "minutes.csv", package: "", open };
}

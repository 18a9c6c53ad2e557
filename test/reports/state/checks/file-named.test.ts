import { describe, expect, it } from "vitest";
import { fileNamed } from "../../../../functions/reports/state/checks/file-named.ts";
import { contextWith, definitionWith, inHandWith } from "../../../support/report-in-hand.ts";

const LAYOUT = definitionWith().layout!;
const run = (fileName: string, aun?: string) =>
  fileNamed.run(
    inHandWith({
      context: contextWith({
        definition: definitionWith({ layout: { ...LAYOUT, fileName } }),
        settings: { district: aun === undefined ? {} : { aun }, schools: {} },
      }),
    }),
  );

describe("the name of a file", () => {
  it("is known where no code is in it, or the code is set", () => {
    expect(run("plan-{countDay}.csv").outcome).toBe("passed");
    expect(run("{district.aun}_{stamp}.csv", "123456789").outcome).toBe("passed");
  });

  it("stops a file whose code the district has not set, in words", () => {
    expect(run("{district.aun}_{stamp}.csv")).toMatchObject({
      outcome: "failed",
      because:
        "The name of the file holds Pennsylvania's administrative unit number of the district, 9 digits, which the district has not set.",
    });
  });

  it("is not asked for where no layout is known", () => {
    const context = contextWith({ definition: definitionWith({ layout: null }) });
    expect(fileNamed.run(inHandWith({ context })).outcome).toBe("not-made");
  });
});

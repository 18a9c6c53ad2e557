import { describe, expect, it } from "vitest";
import { notEmpty } from "../../../../functions/reports/state/checks/not-empty.ts";
import { inHandWith, recordWith } from "../../../support/report-in-hand.ts";

describe("a file", () => {
  it("is not made of nobody", () => {
    expect(notEmpty.run(inHandWith({ records: [] })).outcome).toBe("failed");
    expect(notEmpty.run(inHandWith({ records: [recordWith("1", [])] })).outcome).toBe("passed");
  });
});

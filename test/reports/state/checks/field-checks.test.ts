import { describe, expect, it } from "vitest";
import { FIELD_CHECKS } from "../../../../functions/reports/state/checks/field-checks.ts";
import { faultWith, inHandWith, recordWith } from "../../../support/report-in-hand.ts";

describe.each(FIELD_CHECKS.map((check) => [check.id, check] as const))(
  "the check %s",
  (id, check) => {
    it("passes where no record has such a fault", () => {
      const records = [recordWith("1", ["1"]), recordWith("2", ["2"], [faultWith("other")])];
      expect(check.run(inHandWith({ records }))).toMatchObject({ outcome: "passed", failing: 0 });
    });
    it("fails for one record, which counts once with two such faults", () => {
      const records = [
        recordWith("1", ["1"], [faultWith(id), faultWith(id)]),
        recordWith("2", ["2"]),
      ];
      expect(check.run(inHandWith({ records }))).toMatchObject({
        ...{ outcome: "failed", failing: 1, because: "1 record of 2 fail it." },
      });
    });
  },
);

it("there is a check for each fault that a field can have", () => {
  expect(FIELD_CHECKS.map(({ id }) => id)).toEqual([
    ...["contradictions", "required", "codes", "form", "characters", "length"],
  ]);
});

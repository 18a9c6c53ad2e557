import { expect, it } from "vitest";
import { conversation } from "../../functions/console/conversations.ts";
import { studentKeys } from "../../functions/hashing/student-keys.ts";
import { row } from "../reports/week/waiting-row.ts";

it("a plan that needs a conversation has its reasons in words, and a key that is no id", () => {
  const keys = studentKeys(new Uint8Array(32).fill(7));
  const shown = conversation(keys, {
    row: row("0042-7"),
    reasons: ["steps-overdue", "goals-shared"],
  });
  expect(shown).toMatchObject({
    ...{ student: "0042-7", familyName: "Family 0042-7", givenName: "Given", grade: "07" },
    reasons: [
      { id: "steps-overdue", name: "An action step is overdue" },
      {
        id: "goals-shared",
        name: "Every compared goal says the same, or nearly the same, as goals of two or more other students",
      },
    ],
  });
  expect(shown.key).toBe(keys.keyOf("0042-7"));
  expect(shown.key).not.toContain("0042");
});

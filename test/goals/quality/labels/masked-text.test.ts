import { describe, expect, it } from "vitest";
import { maskedText } from "../../../../functions/goals/quality/labels/masked-text.ts";
import { ownNames } from "../../../../functions/goals/words/own-name.ts";

describe("maskedText", () => {
  it.each([
    [
      "Maria will raise Maria's grade to 80%",
      "Maria Lopez",
      "[name] will raise [name]'s grade to 80%",
    ],
    ["Will will pass Algebra 1 by May 30", "Will", "[name] will pass Algebra 1 by May 30"],
    ["I may pass math", "May", "I may pass math"],
    ["José entregará la tarea", "José", "[name] entregará la tarea"],
    ["email me at a.b@example.org", "", "email me at [address]"],
    ["call 555-123-4567", "", "call [number]"],
    ["finish 40 hours by 6/1/2026", "", "finish 40 hours by 6/1/2026"],
  ])("of %s", (text, name, masked) => {
    expect(maskedText(text, ownNames([name]))).toBe(masked);
  });
});

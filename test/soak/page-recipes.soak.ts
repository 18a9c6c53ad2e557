import { describe, expect, it } from "vitest";
import { expectEnough, recipe } from "../recipes/recipe.ts";
import { scratchRepository } from "../recipes/scratch-repository.ts";

const WORDS = "dashboard/src/words/page.ts";

describe("the recipe for a page", () => {
  it("adds a page and its function, and it opens without a fault with the files that it names", () => {
    const scratch = scratchRepository();
    scratch.write("dashboard/src/components/sections/goals/goals.ts", FUNCTION);
    scratch.write("dashboard/src/goals.md", PAGE);
    const entry = '  { name: "Student groups", path: "/groups" },\n';
    scratch.edit(
      "dashboard/observablehq.config.js",
      entry,
      `${entry}  { name: "Goals", path: "/goals" },\n`,
    );
    const [english, spanish] = [
      '      groups: "Student groups",',
      '      groups: "Grupos de estudiantes",',
    ];
    scratch.edit(WORDS, english, `${english}\n      goals: "Goals",`);
    scratch.edit(WORDS, spanish, `${spanish}\n      goals: "Metas",`);
    scratch.edit("test/dashboard/check-pages.ts", '"methods"]', '"methods", "goals"]');
    expectEnough(recipe("A page", { page: "goals" }), scratch);
    expect(scratch.touched()).toEqual([
      "dashboard/observablehq.config.js",
      "dashboard/src/components/sections/goals/goals.ts",
      "dashboard/src/goals.md",
      WORDS,
      "test/dashboard/check-pages.ts",
    ]);
  });
});

const PAGE = `---
title: Goals
---

# Goals

\`\`\`js
import {goals} from "./components/sections/goals/goals.js";
\`\`\`

\`\`\`js
goals()
\`\`\`
`;

const FUNCTION = `import type { Overview } from "../../../../../functions/releases/overview/overview.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { english } from "../../../words/language.js";
import { messageText } from "../../../words/messages/message-text.js";
import { pageWords } from "../../../words/page.js";
import { drawnLater } from "../../page/drawn-later.js";
import { page } from "../../page/page.js";
import { sentences } from "../answer.js";
import { planQuality } from "../plan-quality/plan-quality.js";

/** What the goals of the district say. */
export const goals = (): HTMLElement =>
  page<Overview>({
    file: "overview.json",
    title: ({ district, asOf }) =>
      [pageWords.names["goals"], english(district.name), dayInWords(asOf)].join(" · "),
    draw: (edition) => [
      drawnLater(
        edition.manifest().then(async ({ messages }) => [
          sentences(messages.kept.map((message) => messageText(message))),
          await planQuality(edition, ""),
        ]),
      ),
    ],
  });
`;

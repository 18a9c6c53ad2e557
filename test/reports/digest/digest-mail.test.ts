import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { digestMail, type Digest } from "../../../functions/reports/digest/digest-mail.ts";

const DIGEST: Digest = {
  ...{ staff: "S-2", name: "A. <Rivera>", districtName: "North & South", calendar: null },
  ...{ monday: day("2022-05-23"), asOf: day("2022-05-20") },
  parts: [
    {
      title: "Your caseload (K-1): 40 students",
      words: ["8 students this week, 2 a day: second review is due June 10, 2022."],
      lines: [{ text: "8 students without a plan", query: "caseload=K-1&plan=none" }],
    },
  ],
};

describe("digestMail", () => {
  it("says in its subject how much the week asks for", () => {
    expect(digestMail(DIGEST, null).subject).toBe(
      "Student plans, week of May 23, 2022: 8 students this week, 2 a day",
    );
    expect(digestMail({ ...DIGEST, parts: [] }, null).subject).toMatch(/: nothing waits$/);
  });

  it("has counts with links, the day of the data, and how to stop it", () => {
    expect(digestMail(DIGEST, "https://ilp.north.example").text).toBe(
      `Hello A. <Rivera>,

Student plans at North & South, week of May 23, 2022. Data as of May 20, 2022.

Your caseload (K-1): 40 students
8 students this week, 2 a day: second review is due June 10, 2022.

- 8 students without a plan
  https://ilp.north.example/students.html?caseload=K-1&plan=none

Open the console: https://ilp.north.example/week.html

This mail names no student. It goes to counselors and principals of the district’s staff list on Mondays. To stop it, ask whoever keeps the staff list to run: ilp staff email --staff S-2 --address none
`,
    );
  });

  it("has no links where nobody has said where the console is", () => {
    const { text, html } = digestMail(DIGEST, null);
    expect(text).not.toMatch(/https?:|\.html/);
    expect(html).not.toContain("href");
  });

  it("says the same as HTML, with marks of HTML in a name as text", () => {
    const { html } = digestMail(DIGEST, "https://ilp.north.example");
    expect(html).toContain("Hello A. &lt;Rivera&gt;,");
    expect(html).toContain("North &amp; South");
    expect(html).toContain(
      '<a href="https://ilp.north.example/students.html?caseload=K-1&amp;plan=none">8 students without a plan</a>',
    );
  });

  it("says once that nothing waits", () => {
    const [part] = DIGEST.parts;
    const idle = { ...DIGEST, parts: [{ ...part!, words: [], lines: [] }] };
    const { text, html } = digestMail(idle, null);
    expect(text).toContain("Your caseload (K-1): 40 students\nNothing waits.\n\nThis mail");
    expect(html.match(/<p>Nothing waits\.<\/p>/g)).toHaveLength(1);
    const nobody = ["Nobody waits: no record shows anything overdue or due within 30 days."];
    const said = digestMail({ ...idle, parts: [{ ...part!, words: nobody, lines: [] }] }, null);
    expect(said.text).toContain(`40 students\n${nobody[0]}\n\nThis mail`);
    for (const each of [said.text, said.html]) expect(each).not.toContain("Nothing waits");
  });
});

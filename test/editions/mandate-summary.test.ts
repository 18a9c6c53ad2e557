import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { mandateText } from "../../functions/cli/text/mandate-text.ts";
import type { MandateProfile } from "../../functions/mandates/rules/mandate-profile.ts";
import { mandateById } from "../../functions/mandates/rules/mandates.ts";
import type { Requirement } from "../../functions/mandates/rules/requirement.ts";
import { definitionVersion } from "../../functions/metrics/cube/definition-version.ts";
import { mandateSummary } from "../../functions/editions/mandate-summary.ts";
import { conformedCast } from "../support/conformed-districts.ts";
import { CAST, CAST_DAY, everything, publishDay } from "../support/local-district.ts";

const ON = day("2022-03-15");
const READ = { on: "2026-02-03", edition: "Code as of January 2026" };
const NAME = "Philomena Quagsworth";
const CONFIRMED_BY = {
  ...{ by: NAME, source: "The official site, section 9", on: day("2026-03-01") },
};

/** Texas, its first requirement given. */
const texas = (given: Partial<Requirement>): MandateProfile => {
  const mandate = mandateById("TX");
  const [first, ...rest] = mandate.requirements;
  return { ...mandate, requirements: [{ ...first!, ...given } as Requirement, ...rest] };
};
const summary = (given: Partial<Requirement>, edition: "staff" | "public" = "staff") =>
  mandateSummary(texas(given), ON, { edition }).requirements[0]!;

describe("how far a requirement was checked", () => {
  it.each([
    ["confirmed", "Seen in a public page", null],
    ["convention", "Convention of this project or of the district", null],
    ["recalled", "Recalled, not checked", /has not read the text/],
    ["not-found", "Looked for and not found", /did not find it/],
  ] as const)("is %s: %s", (status, statusName, notConfirmed) => {
    const summarized = summary({ status });
    expect(summarized).toMatchObject({ status, statusName, confirmedBy: null });
    if (notConfirmed === null) expect(summarized.notConfirmed).toBeNull();
    else expect(summarized.notConfirmed).toMatch(notConfirmed);
  });

  it("has the days by calendars that it is given, or none", () => {
    const [first] = texas({}).requirements;
    const dueOn = { first: day("2022-05-20"), last: day("2022-05-26") };
    const shown = mandateSummary(texas({}), ON, { dueOn: { [first!.id]: dueOn } });
    expect(shown.requirements[0]).toMatchObject({ dueOn });
    expect(shown.requirements[1]?.dueOn).toBeNull();
    expect(summary({}).dueOn).toBeNull();
  });

  it("has the day and the edition that was read, or neither", () => {
    expect(summary({ read: READ }).read).toEqual(READ);
    const { read, ...unread } = mandateById("TX").requirements[0]!;
    expect(read).toBeDefined();
    const mandate = { ...mandateById("TX"), requirements: [unread as Requirement] };
    expect(mandateSummary(mandate, ON).requirements[0]?.read).toBeNull();
  });

  it("is confirmed by the district, and says still what this project could not confirm", () => {
    const summarized = summary({ status: "confirmed", confirmedBy: CONFIRMED_BY });
    expect(summarized).toMatchObject({
      status: "confirmed-by-district",
      statusName: "Read and confirmed by the district",
      notConfirmed: "This project has not read the text; the district has.",
      confirmedBy: CONFIRMED_BY,
    });
    expect(summarized.wouldDecide).not.toContain("has to be checked");
  });

  it("says which of its lines no text was read for", () => {
    const line = { anyOf: ["family" as const], who: "a parent", degree: "signature" as const };
    const lines = {
      kind: "assent",
      span: "ever",
      of: [line, { ...line, who: "an aunt" }],
    } as const;
    expect(summary(lines as Partial<Requirement>).notConfirmed).toBeNull();
    const [first, second] = lines.of;
    const summarized = summary({
      ...lines,
      of: [first, { ...second, status: "recalled" }],
    } as Partial<Requirement>);
    expect(summarized.notConfirmed).toBe(
      "Of this, no text was read that asks for: signature by an aunt.",
    );
  });

  it("is printed with the rule, and what this project could not confirm", () => {
    const mandate = mandateSummary(texas({ status: "recalled", read: READ }), ON);
    const text = mandateText({ ...mandate, confirmations: [], unconfirmed: [] });
    expect(text).toContain("Read on February 3, 2026: Code as of January 2026.");
    expect(text).toContain("This project has not read the text");
  });
});

describe("who confirmed a requirement", () => {
  it("is named to staff alone: in no public byte, nor in the version that everybody sees", async () => {
    const given = { status: "recalled", confirmedBy: CONFIRMED_BY } as const;
    expect(summary(given, "public").confirmedBy).toEqual({
      ...{ on: CONFIRMED_BY.on, by: null, source: null },
    });
    const other = texas({ ...given, confirmedBy: { ...CONFIRMED_BY, by: "Somebody else" } });
    expect(definitionVersion(texas(given))).toBe(definitionVersion(other));
    expect(definitionVersion(texas(given))).not.toBe(definitionVersion(texas({})));

    const places = await conformedCast();
    const asked = { isAsked: true, isNewSecret: false };
    const first = await publishDay(places, CAST_DAY, CAST, asked, texas(given));
    const open = await everything(places.public);
    const bytes = Object.values(open).join("\n");
    expect(bytes).toContain(CONFIRMED_BY.on);
    expect(bytes).not.toMatch(/Philomena|Quagsworth|The official site, section 9/);
    const staff = await everything(places.records, `editions/staff/cast/${first.edition}/manifest`);
    expect(Object.values(staff).join("\n")).toContain(NAME);
    // Another name is another edition for staff, though no figure differs.
    const second = await publishDay(places, CAST_DAY, CAST, "staff-only", other);
    expect(second.edition).not.toBe(first.edition);
  });
});

import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { readConfiguration } from "../../../infra/settings/configuration.ts";

const district = {
  id: "grand-bend",
  name: "Grand Bend",
  mandate: "effective-practice",
  schedule: "cron(0 5 * * ? *)",
  timezone: "America/Chicago",
};
const read = (context: object) =>
  readConfiguration(new App({ context: { region: "us-east-2", ...context } }).node);

describe("the configuration in cdk.json", () => {
  it("lists districts, and leaves out the domain where there is none", () => {
    expect(read({ districts: [district] })).toEqual({
      region: "us-east-2",
      districts: [{ ...district, uploads: { quietMinutes: 15 }, firstPublicRelease: "by-hand" }],
      domain: null,
    });
  });

  it.each([
    ["no district", [], "lists no district"],
    ["one id twice", [district, district], "two districts have the id grand-bend"],
    ["an id that is no key", [{ ...district, id: "Grand Bend" }], "districts[0].id is Grand Bend"],
    ["the prefix of the pages as an id", [{ ...district, id: "site" }], "districts[0].id is site"],
    ["no mandate", [{ ...district, mandate: "" }], "districts[0].mandate: expected text"],
    ["a schedule in words", [{ ...district, schedule: "at five" }], "schedule is at five"],
    ["an upload that is never whole", [{ ...district, uploads: "soon" }], 'expected "marker" or'],
    ["no quiet minute", [{ ...district, uploads: { quietMinutes: 0 } }], "from 1 to 240"],
    [
      "a first release at a time of its own",
      [{ ...district, firstPublicRelease: "soon" }],
      '"by-hand"',
    ],
    ["half a minute", [{ ...district, uploads: { quietMinutes: 1.5 } }], "a whole number"],
    ["too many quiet minutes", [{ ...district, uploads: { quietMinutes: 241 } }], "from 1 to 240"],
    ["no time zone", [{ ...district, timezone: "Grand Bend" }], "timezone is Grand Bend"],
  ])("refuses %s", (_, districts, message) => {
    expect(() => read({ districts })).toThrow(message);
  });

  it.each(["marker", { quietMinutes: 1 }, { quietMinutes: 240 }])(
    "takes uploads that are whole by %o",
    (uploads) => {
      expect(read({ districts: [{ ...district, uploads }] }).districts[0]).toMatchObject({
        uploads,
      });
    },
  );

  it("refuses a certificate where CloudFront does not look for it", () => {
    const certificateArn = "arn:aws:acm:us-east-2:123456789012:certificate/ab12";
    const domain = { name: "ilp.example.org", certificateArn };
    expect(() => read({ districts: [district], domain })).toThrow("us-east-1");
  });
});

import { describe, expect, it } from "vitest";
import {
  ownWords,
  tokensOfHeader,
  wordsOfHeader,
} from "../../../../functions/sources/propose/words/split-header.ts";

describe("wordsOfHeader", () => {
  it.each([
    ["targetCompletionDate", ["target", "completion", "date"]],
    ["STU_LAST_NM", ["stu", "last", "nm"]],
    ["studentid", ["student", "id"]],
    ["Año escolar", ["ano", "escolar"]],
    ["SpEd", ["sped"]],
    ["Period3", ["period", "3"]],
    ["zqillash", ["zqillash"]],
  ])("splits %s", (name, words) => {
    expect(wordsOfHeader(name)).toEqual(words);
  });
});

describe("tokensOfHeader", () => {
  it.each([
    ["Pupil Key", ["student", "id"]],
    ["Entry Date", ["begin", "date"]],
    ["Last", ["family"]],
    ["Last day", ["end", "date"]],
    ["Minutes Scheduled", ["minutes", "possible"]],
    ["Who came", ["participants"]],
    ["Where it stands", ["status"]],
    ["FechaRealizada", ["date", "held"]],
    ["Zqill", ["?"]],
  ])("reads %s", (name, tokens) => {
    expect([...tokensOfHeader(name)]).toEqual(tokens);
  });

  it("leaves out the words with which a file calls its own", () => {
    const header = ["SLPNbr", "SLPStatusCd", "Grade"];
    expect([...ownWords("export.csv", header)]).toEqual(["slp"]);
    expect([...tokensOfHeader("SLPStatusCd", ownWords("export.csv", header))]).toEqual([
      ...["status", "code"],
    ]);
    expect([...ownWords("zqpass.csv", ["ZqpassNo"])]).toEqual(["zqpass"]);
  });
});

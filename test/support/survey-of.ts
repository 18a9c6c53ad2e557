import { FILE_KINDS } from "../../functions/sources/profiles/profiles.ts";
import {
  proposeProfile,
  type ProposedProfile,
} from "../../functions/sources/propose/propose-profile.ts";
import type { SurveyedFile } from "../../functions/sources/propose/survey.ts";
import { isTable, surveyFile } from "../../functions/pipeline/intake/survey-file.ts";
import { quiet } from "./local-district.ts";

/** Files by name, as texts. */
export interface TextFiles {
  readonly [file: string]: string;
}

/** The files as a profile is proposed for them. */
export async function surveysOf(files: TextFiles): Promise<readonly SurveyedFile[]> {
  const surveyed: SurveyedFile[] = [];
  for (const [name, text] of Object.entries(files)) {
    const file = { name, open: () => inOne(new TextEncoder().encode(text)) };
    const read = await surveyFile(file, FILE_KINDS, quiet);
    if (!isTable(read)) throw new Error(`${name}: ${read.message}`);
    surveyed.push(read);
  }
  return surveyed;
}

export const proposedFor = async (files: TextFiles): Promise<ProposedProfile> =>
  proposeProfile("our export", await surveysOf(files), FILE_KINDS);

/** What a proposal maps, a line a field: `aims.csv goal.plan = Pathway No`. */
export const mappingOf = ({ profile }: ProposedProfile): readonly string[] =>
  (profile?.files ?? []).flatMap(({ file, reads }) =>
    reads.flatMap(({ table, columns, keep = [] }) => {
      const where = keep.map(({ column, values }) => ` where ${column} is ${values.join("|")}`);
      return columns.map(
        ({ to, from, join, value }) =>
          `${file} ${table}.${to} = ${(from ?? join)?.join("+") ?? JSON.stringify(value)}${where.join("")}`,
      );
    }),
  );

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

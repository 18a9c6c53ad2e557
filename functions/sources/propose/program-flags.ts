import { yesNoOf } from "./words/yes-no-words.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";

/** A column that says for each student whether they are in a program. */
export interface ProgramFlag {
  readonly column: SurveyedColumn;
  /** The program's name, as measures know it. */
  readonly program: string;
  /** The values that say that a student is in it. */
  readonly yes: readonly string[];
  /** The values that say that a student is not, where they are codes and no words for no. */
  readonly others: readonly string[] | null;
}

const PROGRAMS: { readonly [token: string]: string } = {
  iep: "IEP",
  ell: "English learner",
  frl: "FRL",
  s504: "Section 504",
  homeless: "Homeless",
  foster: "Foster care",
  migrant: "Migrant",
  gifted: "Gifted",
  military: "Military family",
};
/** What codes of these columns mean where they are no yes or no: in the program. */
const INS: { readonly [token: string]: readonly string[] } = {
  ell: ["el", "ell", "lep", "english learner", "eb", "ml", "mll"],
  frl: [
    "f",
    "r",
    "free",
    "reduced",
    "free lunch",
    "reduced lunch",
    "direct certification",
    "direct cert",
    "gratis",
    "reducido",
    "fr",
    "rd",
  ],
  iep: ["iep", "swd", "sped"],
  s504: ["504"],
};
const OUTS = [
  "none",
  "n/a",
  "paid",
  "p",
  "full",
  "full pay",
  "no",
  "n",
  "eo",
  "english only",
  "rfep",
  "ifep",
  "fep",
  "ninguno",
  "not eligible",
  "exited",
  "former",
];

/** The flags of programs among the columns that fill no other field. */
export function flagColumns(
  file: SurveyedFile,
  taken: ReadonlySet<SurveyedColumn>,
): readonly ProgramFlag[] {
  return file.columns.flatMap((column) => {
    if (!column.isShown || taken.has(column)) return [];
    const named = Object.keys(PROGRAMS).filter((token) => column.tokens.has(token));
    const [token = ""] = named;
    const { codes, isYesNo, days } = column.shape;
    if (named.length !== 1 || codes === null || days !== null) return [];
    if (["name", "date", "begin", "end", "note"].some((token) => column.tokens.has(token)))
      return [];
    const values = [...codes.keys()];
    const yes = isYesNo
      ? values.filter((value) => yesNoOf(value) === true)
      : values.filter((value) => INS[token]?.includes(value) === true);
    const isRead =
      isYesNo ||
      values.every(
        (value) => yes.includes(value) || OUTS.includes(value) || yesNoOf(value) === false,
      );
    if (!isRead && yes.length === 0) return [];
    const program = PROGRAMS[token] ?? token;
    const written = (all: readonly string[]) => all.map((value) => codes.get(value)?.text ?? value);
    const others = isYesNo ? null : written(values.filter((value) => !yes.includes(value)));
    return [{ column, program, yes: written(yes), others }];
  });
}

/** Which student groups differ for certain from those they are compared with, by the measure that the reader chose. */
import { EN, ES } from "./formats/formats.js";
import type { ShareEnds } from "./formats/shares.js";
import { withinSentence } from "./formats/text.js";
import { english, inLanguage, type InLanguages, type Language } from "./language.js";
import { heldInWords } from "./messages/held.js";
import { studentGroupName } from "./terms/student-groups.js";

/** A group of students, with its name as the table has it. */
export interface GroupSaid {
  readonly division: string;
  readonly group: string;
  readonly name: string;
}

/** A gap that is certain. */
export interface GapSaid {
  readonly group: GroupSaid;
  readonly share: ShareEnds;
  /** For certain; 0 where the two only do not overlap. */
  readonly points: number;
  readonly isExact: boolean;
  readonly gap: "higher" | "lower";
  readonly comparedWith: GroupSaid;
  /** The day of the group's counts where they are of an earlier one. */
  readonly heldOn: string | null;
}

interface GroupAnswerWords {
  /** A sentence about the measure, at a school where one is chosen. */
  readonly of: (measure: string, school: string | null, sentence: string) => string;
  readonly tooSmall: string;
  readonly notComparable: string;
  readonly noneCertain: string;
  readonly gap: (said: GapSaid) => string;
  readonly more: (groups: number) => string;
}

const groupName = ({ division, group, name }: GroupSaid, language: Language): string =>
  studentGroupName(division, group, name, language);

/** "all students", and a group that has the name of a people with its capital. */
const comparedName = (group: GroupSaid, language: Language): string =>
  group.division === "race-ethnicity" && group.group !== "all"
    ? groupName(group, language)
    : withinSentence(groupName(group, language));

export const GROUP_ANSWER: InLanguages<GroupAnswerWords> = {
  en: {
    of: (measure, school, sentence) =>
      `${measure}${school === null ? "" : ` at ${english(school)}`}: ${sentence}`,
    tooSmall:
      "no student group has a figure: the groups, or those they are compared with, are too small.",
    notComparable:
      "student groups cannot be compared: the files name no group, or there is nothing to measure.",
    noneCertain:
      "these figures do not show for certain that any student group differs from the others.",
    gap: ({ group, share, points, isExact, gap, comparedWith, heldOn }) => {
      const by = points === 0 ? "" : `${isExact ? "" : "at least "}${EN.counted(points, "point")} `;
      return `${groupName(group, "en")}, ${EN.share(share)}${heldInWords(heldOn, "en")}, ${by}${gap} than ${comparedName(comparedWith, "en")}.`;
    },
    more: (groups) =>
      groups === 1
        ? "1 other group also differs."
        : `${EN.number(groups)} other groups also differ.`,
  },
  es: {
    of: (measure, school, sentence) =>
      `${measure}${school === null ? "" : ` en ${english(school)}`}: ${sentence}`,
    tooSmall:
      "ningún grupo de estudiantes tiene cifra: los grupos, o aquellos con los que se comparan, son demasiado pequeños.",
    notComparable:
      "no se pueden comparar grupos de estudiantes: los archivos no indican ningún grupo, o no hay nada que medir.",
    noneCertain:
      "estas cifras no muestran con certeza que algún grupo de estudiantes se diferencie de los demás.",
    gap: ({ group, share, points, isExact, gap, comparedWith, heldOn }) => {
      const than = `${gap === "higher" ? "más" : "menos"} que ${comparedName(comparedWith, "es")}`;
      const by =
        points === 0 ? than : `${isExact ? "" : "al menos "}${ES.counted(points, "point")} ${than}`;
      return `${groupName(group, "es")}, ${ES.share(share)}${heldInWords(heldOn, "es")}, ${by}.`;
    },
    more: (groups) =>
      groups === 1
        ? "Otro grupo también se diferencia."
        : `Otros ${ES.number(groups)} grupos también se diferencian.`,
  },
};

export const groupAnswerWords = inLanguage(GROUP_ANSWER);

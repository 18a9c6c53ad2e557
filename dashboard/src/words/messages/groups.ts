/** Which student groups differ for certain from those they are compared with. */
import type { GroupSaid } from "../../../../functions/releases/words/message.ts";
import { EN, ES } from "../formats/formats.js";
import { withinSentence } from "../formats/text.js";
import type { Language } from "../language.js";
import { measureName } from "../terms/measures.js";
import { studentGroupName } from "../terms/student-groups.js";
import type { Wording } from "./wording.js";

const groupName = ({ division, group, name }: GroupSaid, language: Language): string =>
  studentGroupName(division, group, name, language);

/** "all students", and a group that has the name of a people with its capital. */
const comparedName = (group: GroupSaid, language: Language): string =>
  group.division === "race-ethnicity" && group.group !== "all"
    ? groupName(group, language)
    : withinSentence(groupName(group, language));

export const GROUPS: Wording<
  | "groups-too-small"
  | "groups-not-comparable"
  | "no-gap-certain"
  | "group-gap"
  | "more-groups-differ"
> = {
  en: {
    "groups-too-small": () =>
      "No student group has public figures: the groups, or the groups they are compared with, are too small.",
    "groups-not-comparable": () =>
      "Student groups cannot be compared yet: the files name no group, or there is nothing to measure.",
    "no-gap-certain": () =>
      "These figures do not show for certain that any student group differs from the others.",
    "group-gap": ({ measure, group, share, points, isExact, gap, comparedWith }) => {
      const by = points === 0 ? "" : `${isExact ? "" : "at least "}${EN.counted(points, "point")} `;
      return `${measureName(measure, measure, "en")}: ${groupName(group, "en")}, ${EN.share(share)}, ${by}${gap} than ${comparedName(comparedWith, "en")}.`;
    },
    "more-groups-differ": ({ groups }) =>
      groups === 1
        ? "1 other group also differs."
        : `${EN.number(groups)} other groups also differ.`,
  },
  es: {
    "groups-too-small": () =>
      "Ningún grupo de estudiantes tiene cifras públicas: los grupos, o los grupos con los que se comparan, son demasiado pequeños.",
    "groups-not-comparable": () =>
      "Aún no se pueden comparar grupos de estudiantes: los archivos no indican ningún grupo, o no hay nada que medir.",
    "no-gap-certain": () =>
      "Estas cifras no muestran con certeza que algún grupo de estudiantes se diferencie de los demás.",
    "group-gap": ({ measure, group, share, points, isExact, gap, comparedWith }) => {
      const than = `${gap === "higher" ? "más" : "menos"} que ${comparedName(comparedWith, "es")}`;
      const by =
        points === 0 ? than : `${isExact ? "" : "al menos "}${ES.counted(points, "point")} ${than}`;
      return `${measureName(measure, measure, "es")}: ${groupName(group, "es")}, ${ES.share(share)}, ${by}.`;
    },
    "more-groups-differ": ({ groups }) =>
      groups === 1
        ? "Otro grupo también se diferencia."
        : `Otros ${ES.number(groups)} grupos también se diferencian.`,
  },
};

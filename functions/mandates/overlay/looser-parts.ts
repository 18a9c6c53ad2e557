import { gradesOf } from "../clock/applies.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { MODALITIES, type Requirement } from "../rules/requirement.ts";
import { looserPartsOfKind } from "./looser-parts-of-kind.ts";
import { hasAll, isSame, looserWords } from "./looser-words.ts";
import { isNotLater } from "./not-later.ts";

/**
 * In which parts a district's requirement would be less strict than the state's, in words; empty if
 * it is allowed.
 */
export const looserParts = (
  mandate: MandateProfile,
  state: Requirement,
  district: Requirement,
): readonly string[] => [
  ...looserCommonParts(mandate, state, district),
  ...looserPartsOfKind(state, district),
];

/**
 * In which of the parts that every requirement has: how firmly it asks, when, of whom, and from
 * when until when.
 */
const looserCommonParts = (
  mandate: MandateProfile,
  state: Requirement,
  district: Requirement,
): readonly string[] => [
  ...looserWords([
    [
      MODALITIES.indexOf(district.modality) > MODALITIES.indexOf(state.modality),
      "a weaker obligation",
    ],
    [!isNotLater(district.due, state.due), "due later, or on a date that cannot be compared"],
    [!hasAll(gradesOf(mandate, district), gradesOf(mandate, state)), "fewer grades"],
  ]),
  ...fewerStudents(state, district),
  ...looserWords([
    [
      isEntrantDueLooser(state, district),
      "another due date for students who enter during the year",
    ],
    ...looserAlternatives(state, district),
    [(district.effectiveFrom ?? "") > (state.effectiveFrom ?? ""), "in force later"],
    [
      (district.effectiveUntil ?? "9999-12-31") < (state.effectiveUntil ?? "9999-12-31"),
      "in force for a shorter time",
    ],
  ]),
];

const WHO_IT_APPLIES_TO = [
  ...["cohort", "phases", "programs"],
  ...["entrants", "after", "youngerThan"],
] as const;

const fewerStudents = (state: Requirement, district: Requirement): readonly string[] =>
  WHO_IT_APPLIES_TO.flatMap((part) => {
    const own = district.appliesTo?.[part];
    const isFewer = own !== undefined && !isSame(own, state.appliesTo?.[part]);
    return isFewer ? [`fewer students (${part})`] : [];
  });

const isEntrantDueLooser = (
  { entrantDue: asked }: Requirement,
  { entrantDue: own }: Requirement,
): boolean =>
  own === undefined ? asked !== undefined : asked === undefined || !isNotLater(own, asked);

function looserAlternatives(
  { alternatives: asked }: Requirement,
  { alternatives: own }: Requirement,
): readonly (readonly [boolean, string])[] {
  const { substitute, waivedBy } = own ?? {};
  return [
    [
      substitute !== undefined &&
        (asked?.substitute?.plan !== substitute.plan ||
          !hasAll(substitute.tests, asked.substitute.tests)),
      "another plan may replace it",
    ],
    [waivedBy !== undefined && !isSame(waivedBy, asked?.waivedBy), "may be waived"],
  ];
}

import type { RequirementAnswer } from "../../mandates/clock/answer.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { Requirement } from "../../mandates/rules/requirement.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";

type Asked = Pick<Requirement, "id">;
type Answers = Pick<AssessedStudent, "requirements">;

/**
 * Finds the answer to one requirement. Answers are in the order of the mandate's requirements, so where
 * to look is worked out once and not for every student.
 * @throws when the student was assessed by another mandate
 */
export function answerTo(
  { requirements }: MandateProfile,
  { id }: Asked,
): (student: Answers) => RequirementAnswer {
  const place = requirements.findIndex((requirement) => requirement.id === id);
  return ({ requirements: answers }) => {
    const inPlace = answers[place];
    if (inPlace?.requirement.id === id) return inPlace;
    const answer = answers.find(({ requirement }) => requirement.id === id);
    if (answer === undefined) throw new Error(`no answer for requirement ${id}`);
    return answer;
  };
}

/**
 * Finds the answers to some requirements, in the order of the mandate.
 * @throws when the student was assessed by another mandate
 */
export function answersTo(
  mandate: MandateProfile,
  asked: readonly Asked[],
): (student: Answers) => readonly RequirementAnswer[] {
  const each = asked.map((requirement) => answerTo(mandate, requirement));
  return (student) => each.map((find) => find(student));
}

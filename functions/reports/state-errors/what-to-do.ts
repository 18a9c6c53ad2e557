import type { OurCheck } from "./error-profile.ts";
import type { JoinedError, Unmatched } from "./join-errors.ts";

/** What to do about one error, in words for its owner: as the state says, else by what is known of it. It holds no value. */
export function whatToDo({ error, match, check }: JoinedError): string {
  const first = match.kind === "unmatched" ? `${FIND_STUDENT[match.because]} ` : "";
  return first + (error.resolution || remedyOf(check, error.scope));
}

const remedyOf = (check: OurCheck | null, scope: JoinedError["error"]["scope"]): string => {
  if (check !== null) return BY_CHECK[check];
  return scope === "record"
    ? "Compare the field with what the state's message asks, correct it in its source system, and send the file again."
    : "Compare the files that were sent with what the state's message asks, and send again those that differ.";
};

const BY_CHECK: { readonly [check in OurCheck]: string } = {
  required: "Fill in the field in its source system, and send the file again.",
  codes: "Choose a value for which the state has a code, and send the file again.",
  form: "Write the value in the form that the state asks for, and send the file again.",
  characters: "Remove the characters that the state does not take, and send the file again.",
  length: "Shorten the value in its source system, and send the file again.",
  "keys-unique": "Keep one of the records with the same key, and send the file again.",
  population: "Check who is in the file: add the students who are missing, remove those too many.",
  "same-answers": "Make all files of the submission from the same records, and send them again.",
  "systems-agree": "Make school and grade agree in both systems, and send the file again.",
  swing: "Find the records that are missing or too many, or explain the change to the state.",
};

const FIND_STUDENT: { readonly [because in Unmatched]: string } = {
  "no-identifier": "Find the student by the record in the state's report.",
  "unknown-student":
    "Find the student: enter the state identifier in the student information system if it is missing there.",
  "ambiguous-student":
    "Find out whose identifier it is, and correct the other student's in the student information system.",
  "ids-contradict":
    "Find out which of the two students is meant, and correct the identifier in the student information system.",
  "other-school":
    "Check at which school the student is, and which identifier the state has for the school.",
};

import type { LogEntry } from "../../../functions/access/log-entry.ts";

type Kind = LogEntry["kind"];

/** What was looked at, recorded or done, as a list of choices says it. */
export const KIND_NAMES: { readonly [kind in Kind]: string } = {
  "see-figures": "Looked at exact figures",
  "see-student": "Looked at students and their plans",
  "see-records": "Looked at students’ enrollments and records",
  "see-data-to-fix": "Looked at students with a record to fix",
  "see-shared-by-counselor": "Looked at shared goals by counselor",
  "see-rejected-files": "Looked at files with records to fix",
  "see-log": "Looked at the access log",
  "make-extract": "Made a research extract",
  "make-state-file": "Worked on a file for the state",
  "record-exemption": "Recorded an exemption",
  "record-attestation": "Recorded an attestation",
  "record-duty": "Recorded a duty of the district",
  "confirm-rule": "Confirmed a rule",
  "assign-counselor": "Assigned a student to a counselor",
  "decide-removals": "Decided about removals",
  "change-staff": "Changed the staff list",
  "open-session": "Signed in",
  "change-demo-role": "Took another role of the demo",
};

/** One student: what is due and who acts, every requirement with its reason, what happened when, and who may see it. */
import { html } from "htl";
import type { StudentPage } from "../../functions/console/student-page/student-page.ts";
import { studentForms } from "./decisions/student-forms.js";
import { cannotBeShown } from "./parts/cannot-be-shown.js";
import { pagePlace } from "./parts/page-place.js";
import { askStudent } from "./student/ask-student.js";
import { dueList } from "./student/due-list.js";
import { enrollmentList } from "./student/enrollment-list.js";
import { goalList } from "./student/goal-list.js";
import { readerTable } from "./student/reader-table.js";
import { requirementList } from "./student/requirement-list.js";
import { statementTable } from "./student/statement-table.js";
import { studentHead } from "./student/student-head.js";
import { timelineList } from "./student/timeline-list.js";
import { wayBack } from "./students/way-back.js";

const place = pagePlace("student");
askStudent(new URLSearchParams(location.search).get("student"))
  .then(
    (student) => ["ready", partsOf(student)] as const,
    (error: unknown) => ["failed", failed(error)] as const,
  )
  .then(([state, parts]) => {
    place.replaceChildren(...parts);
    place.dataset["state"] = state;
  })
  .catch((error: unknown) => reportError(error));

function partsOf(student: StudentPage): readonly HTMLElement[] {
  const { head, due, plans, enrollments, readers, because, whyNotMore } = student;
  return [
    wayBack(head.key),
    studentHead(head, plans !== null),
    ...(whyNotMore === null ? [] : [html`<p class="notice why-not-more">${whyNotMore}</p>`]),
    dueList(due, head, plans !== null),
    ...(plans === null
      ? []
      : [
          html`<section id="decide" aria-labelledby="decisions">
            <h2 id="decisions">Decide</h2>
            ${studentForms(head.key, plans.statements)}
          </section>`,
        ]),
    ...(plans === null
      ? []
      : [
          requirementList(plans.explanation),
          goalList(plans.goals),
          timelineList(plans.timeline, head.asOf),
          statementTable(plans.statements),
        ]),
    enrollmentList(enrollments),
    readerTable(readers),
    html`<p class="because">
      Why you may see this: ${because} Each look at it is noted in the access log.
    </p>`,
  ];
}

const failed = (error: unknown): readonly HTMLElement[] => [
  html`<h1>Student</h1>`,
  cannotBeShown(error, { address: "/students.html", words: "To the list of students" }),
];

import { describe, expect, it } from "vitest";
import { english } from "../../../dashboard/src/words/language.ts";
import * as associations from "../../../dashboard/src/words/terms/associations.ts";
import { breakdownGroupName } from "../../../dashboard/src/words/terms/breakdowns.ts";
import { kindName, KIND_NAMES } from "../../../dashboard/src/words/terms/file-kinds.ts";
import * as files from "../../../dashboard/src/words/terms/files.ts";
import * as mandates from "../../../dashboard/src/words/terms/mandates.ts";
import { MEASURE_NAMES, measureName } from "../../../dashboard/src/words/terms/measures.ts";
import * as parts from "../../../dashboard/src/words/terms/parts.ts";
import * as problems from "../../../dashboard/src/words/terms/record-problems.ts";
import {
  REJECT_REMEDIES,
  rejectRemedy,
} from "../../../dashboard/src/words/terms/reject-remedies.ts";
import { schoolLevelName } from "../../../dashboard/src/words/terms/school-levels.ts";
import * as rejects from "../../../dashboard/src/words/terms/rejects.ts";
import {
  DIVISION_NAMES,
  STUDENT_GROUP_NAMES,
  studentGroupName,
} from "../../../dashboard/src/words/terms/student-groups.ts";
import { thingName } from "../../../dashboard/src/words/terms/things.ts";
import * as source from "../../../functions/domain/figures/parts.ts";
import { STUDENT_DIVISIONS } from "../../../functions/domain/people/student-groups.ts";
import { CONFORMED } from "../../../functions/domain/record-types/conformed-tables.ts";
import { REJECT_REASON_NAMES, REMEDIES } from "../../../functions/domain/records/reject.ts";
import { FACT_STATUS_NAMES } from "../../../functions/mandates/rules/cited.ts";
import * as mandateWords from "../../../functions/mandates/words/mandate-words.ts";
import {
  RECORD_OWNER_NAMES,
  RECORD_PROBLEM_DEFINITIONS,
} from "../../../functions/metrics/cube/record-problem.ts";
import { METRICS } from "../../../functions/metrics/measures/metrics.ts";
import { OUTCOME_REMEDIES } from "../../../functions/editions/data-quality-tables.ts";
import { GOALS, PLAN } from "../../../functions/releases/figures/associations.ts";
import { PROFILES } from "../../../functions/sources/profiles/profiles.ts";

const byId = (named: readonly { readonly id: string; readonly name: string }[]) =>
  Object.fromEntries(named.map(({ id, name }) => [id, name]));

describe("names by id", () => {
  it.each([
    ["reviews", parts.REVIEW_PART_NAMES, byId(source.REVIEW_PARTS)],
    ["requirements", parts.STANDING_PART_NAMES, byId(source.STANDING_PARTS)],
    ["plans", parts.PLAN_PART_NAMES, byId(source.PLAN_PARTS)],
    ["transitions", parts.TRANSITION_PART_NAMES, byId(source.TRANSITION_PARTS)],
    ["domains", parts.BALANCE_PART_NAMES, byId(source.BALANCE_PARTS)],
    ["action steps", parts.ON_TRACK_PART_NAMES, byId(source.ON_TRACK_PARTS)],
    ["divisions", DIVISION_NAMES, byId(STUDENT_DIVISIONS)],
    [
      "student groups",
      STUDENT_GROUP_NAMES,
      Object.fromEntries(
        STUDENT_DIVISIONS.flatMap(({ id, groups }) =>
          groups.map((group) => [`${id}/${group.id}`, group.name]),
        ),
      ),
    ],
    ["owners", problems.OWNER_NAMES, RECORD_OWNER_NAMES],
    ["reasons", rejects.REJECT_REASON_NAMES, REJECT_REASON_NAMES],
    ["force", mandates.FORCE_NAMES, mandateWords.FORCE_NAMES],
    ["modality", mandates.MODALITY_NAMES, mandateWords.MODALITY_NAMES],
    ["kinds", mandates.REQUIREMENT_KIND_NAMES, mandateWords.REQUIREMENT_KIND_NAMES],
    ["duties", mandates.DUTY_STATE_NAMES, mandateWords.DUTY_STATE_NAMES],
  ])("of %s are in English what the release says", (_, names, expected) => {
    expect(names.en).toEqual(expected);
  });

  it("of measures, problems and citations know every id of a release", () => {
    expect(MEASURE_NAMES.en).toMatchObject(byId(METRICS));
    expect(mandates.FACT_STATUS_NAMES.en).toMatchObject(FACT_STATUS_NAMES);
    expect(associations.EXPOSURE_NAMES.en).toEqual({
      plan: PLAN.exposureName,
      goals: GOALS.exposureName,
    });
    const definitions = Object.entries(RECORD_PROBLEM_DEFINITIONS);
    expect(problems.PROBLEM_NAMES.en).toEqual(
      Object.fromEntries(definitions.map(([id, { name }]) => [id, name])),
    );
    for (const [id, { cause, remedy }] of definitions) {
      expect(problems.problemCause(id, cause, "en")).toBe(cause);
      expect(Object.keys(problems.PROBLEM_CAUSES)).toContain(id);
      expect(Object.keys(problems.PROBLEM_REMEDIES)).toContain(id);
      expect(problems.problemTask(id, "", "en")).not.toBe("");
      expect(problems.problemRemedy(id, remedy, "es")).not.toBe(english(remedy));
    }
  });

  it("of remedies and files know every id in Spanish", () => {
    expect(Object.keys(REJECT_REMEDIES).toSorted()).toEqual(Object.keys(REMEDIES).toSorted());
    expect(Object.keys(files.OUTCOME_NAMES.en)).toEqual(Object.keys(OUTCOME_REMEDIES));
    expect(Object.keys(files.OUTCOME_REMEDIES)).toEqual(Object.keys(OUTCOME_REMEDIES));
    const kinds = PROFILES.flatMap((profile) => profile.files.map(({ name }) => name));
    const tables = Object.values(CONFORMED).map(({ title }) => title);
    expect(Object.keys(KIND_NAMES)).toEqual(expect.arrayContaining([...kinds, ...tables]));
  });

  it("fall back to the English name of the release, marked as English", () => {
    expect(measureName("something-new", "Something new", "es")).toBe(english("Something new"));
    expect(measureName("something-new", "Something new", "en")).toBe("Something new");
    expect(measureName("constructor", "Something new", "en")).toBe("Something new");
    expect(schoolLevelName("charter", "Charter", "es")).toBe(english("Charter"));
    expect(kindName("Own file", "Own file", "es")).toBe(english("Own file"));
  });
});

describe("groups of students", () => {
  it.each([
    ["all", "all", "All students", "All students", "Todos los estudiantes"],
    ["grade", "08", "Grade 8", "Grade 8", "Grado 8"],
    ["grade", "09-10", "Grades 9–10", "Grades 9–10", "Grados 9 y 10"],
    ["grade", "KG-01", "Kindergarten to Grade 1", "Kindergarten and grade 1", "Kínder y grado 1"],
    ["counselor", "", "No counselor named", "No counselor named", "Sin consejero asignado"],
    ["counselor", "S-2001", "S-2001", "S-2001", "S-2001"],
    ["transition", "review-8-9", "Grade 8 to 9", "Grade 8 to 9", english("Grade 8 to 9")],
  ])("name %s/%s in English and Spanish", (breakdown, group, name, en, es) => {
    expect(breakdownGroupName(breakdown, group, name, "en")).toBe(en);
    expect(breakdownGroupName(breakdown, group, name, "es")).toBe(es);
  });

  it("are named by division", () => {
    expect(studentGroupName("sex", "female", "Female", "es")).toBe("Mujeres");
    expect(studentGroupName("sex", "all", "All students", "es")).toBe("Todos los estudiantes");
    expect(studentGroupName("homeless", "no", "Not homeless", "en")).toBe("Not homeless");
  });
});

describe("what is late, missing or wrong", () => {
  it("says which grades a school has", () => {
    expect(schoolLevelName("high", "high", "en")).toBe("High school");
    expect(schoolLevelName("high", "high", "es")).toBe("Escuela secundaria");
  });

  it.each([
    ["Review", "Review", "Revisión"],
    ["Signature or approval", "Signature or approval", "Firma o aprobación"],
    ["Notice or invitation", "Notice or invitation", "Aviso o invitación"],
    ["Dance", "Dance", english("Dance")],
  ])("says what %s is", (thing, en, es) => {
    expect(thingName(thing, "en")).toBe(en);
    expect(thingName(thing, "es")).toBe(es);
  });

  it("says what to do about a reject, and that the record is used without the value", () => {
    const row = { reason: "not-a-number", effect: "set-aside", remedy: "Write a number." };
    expect(rejectRemedy(row, "en")).toBe("Write a number.");
    expect(rejectRemedy(row, "es")).toBe(
      "Escribir un número entero o decimal, sin letras ni unidades. El registro se usa sin ese valor.",
    );
    expect(rejectRemedy({ ...row, effect: "rejected" }, "es")).toBe(
      "Escribir un número entero o decimal, sin letras ni unidades.",
    );
    expect(rejectRemedy({ ...row, reason: "new" }, "es")).toBe(english("Write a number."));
  });

  it("says what became of a file, and names no column that the district named", () => {
    expect(files.fileOutcomeName("waiting", "waiting", "en")).toBe("Waiting to be accepted");
    expect(files.fileOrColumn("a column of the district's own format", "es")).toBe(
      "una columna de un formato propio del distrito",
    );
    expect(files.fileOrColumn("sourcedId", "es")).toBe("sourcedId");
  });

  it("says the cautions about an estimate, one or two of them", () => {
    const few = "Few schools: take the interval as a rough one.";
    const adjusted =
      "Between students of the same school, in the same grade, with like attendance before the landmark day.";
    expect(associations.estimateNote(`${adjusted} ${few}`, "en")).toBe(`${adjusted} ${few}`);
    expect(associations.estimateNote(`${adjusted} ${few}`, "es")).toBe(
      "Entre estudiantes de la misma escuela, del mismo grado y con una asistencia similar antes del día de referencia. Pocas escuelas: el intervalo es aproximado.",
    );
    expect(associations.estimateNote("", "es")).toBe("");
  });
});

import type { RequestKind } from "../../access/grants.ts";
import { DISTRICT, ofStudent, permit } from "../../access/permit.ts";
import type { DecisionKind } from "../../console/decision-answers.ts";
import { NO_SCOPE, seenAs } from "../../console/seen-as.ts";
import { statementKey } from "../../console/statement-key.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { recordsKeys } from "../../layout.ts";
import type { StudentRow } from "../../reports/students/students-table.ts";
import { decidedOneByOne, type Decided } from "../decisions/decided.ts";
import { readJson } from "../stored-json.ts";
import type { ConsoleCase } from "./console-case.ts";

/** One decision with the student whom it is about, where the reader may see who that is. */
export interface SeenDecision {
  readonly decided: Decided;
  readonly row: StudentRow | null;
  readonly isPending: boolean;
}

/**
 * The decisions that a reader may see, the newest first: of a student whom she sees with plans, and of
 * the district those that she may make herself.
 * @param rows the students of the current edition by identifier
 */
export async function seenDecisions(
  of: ConsoleCase,
  rows: ReadonlyMap<string, StudentRow>,
): Promise<readonly SeenDecision[]> {
  if (of.manifest === null) return [];
  const decided = await decidedOneByOne(of.places.records, of.manifest);
  const shown = await filesShown(of);
  return decided.flatMap((decision): readonly SeenDecision[] => {
    const row = decision.student === null ? null : (rows.get(decision.student) ?? null);
    if (!isSeen(of, decision, row)) return [];
    return [{ decided: decision, row, isPending: isPending(decision, shown) }];
  });
}

/** What lets a reader make a decision of each kind, and withdraw one. */
export const KIND_REQUESTS: { readonly [kind in DecisionKind]: RequestKind } = {
  exemption: "record-exemption",
  attestation: "record-attestation",
  assignment: "assign-counselor",
  duty: "record-duty",
  confirmation: "confirm-rule",
  removal: "decide-removals",
};

function isSeen(of: ConsoleCase, { kind, student }: Decided, row: StudentRow | null): boolean {
  if (student === null)
    return permit(of.reader, KIND_REQUESTS[kind], DISTRICT, of.schools).isAllowed;
  // A student who is not in the edition is in no caseload; a reader who sees every student sees the
  // decision.
  return row === null
    ? permit(of.reader, "see-student", ofStudent(NO_SCOPE), of.schools).isAllowed
    : seenAs(of, row)?.seesPlans === true;
}

/**
 * The outcomes of the files from which the edition on display was made, by SHA-256; none without an
 * edition.
 */
async function filesShown({
  places,
  who,
  latest,
}: ConsoleCase): Promise<ReadonlyMap<string, string>> {
  const edition = latest?.editions.find(({ edition }) => edition === latest.edition);
  if (edition === undefined) return new Map();
  const key = recordsKeys.conformedManifest(who.district, edition.conformed);
  const made = await readJson<ConformedManifest>(places.records, key);
  return new Map((made?.files ?? []).map(({ sha256, outcome }) => [sha256, outcome]));
}

/**
 * Whether the edition on display was made before the decision: then the file of an accepted removal
 * still waits in it, and the file of any other decision is not in it.
 */
const isPending = (
  { kind, sha256, isYes, state }: Decided,
  shown: ReadonlyMap<string, string>,
): boolean =>
  kind === "removal"
    ? isYes === true && state === "in-force" && shown.get(sha256) !== "used"
    : !shown.has(sha256);

/** Which statement about a student a decision is; null for a decision that is not one. */
export const statementOf = ({ kind, about, on, by }: Decided): string | null =>
  kind === "exemption" || kind === "attestation"
    ? statementKey({ kind, requirement: about, from: on, by })
    : null;

import type { RequestKind } from "../../../access/grants.ts";
import { DISTRICT, ofStudent, permit } from "../../../access/permit.ts";
import { SYSTEM_ACCOUNT } from "../../../access/reader.ts";
import type {
  DecisionKind,
  ListedDecision,
  Withdrawal,
} from "../../../console/decision-answers.ts";
import { decisionInWords, WITHDRAWAL_EFFECTS } from "../../../console/decision-words.ts";
import { statementKey } from "../../../console/statement-key.ts";
import { NO_SCOPE, scopeOf, seenAs } from "../../../console/seen-as.ts";
import type { ConformedManifest } from "../../../conformed/conformed-manifest.ts";
import { recordsKeys } from "../../../layout.ts";
import type { MandateProfile } from "../../../mandates/rules/mandate-profile.ts";
import type { StudentRow } from "../../../reports/students/students-table.ts";
import { decidedOneByOne, type Decided } from "../../decisions/decided.ts";
import { districtMandate } from "../../measure/district-mandate.ts";
import { readJson } from "../../stored-json.ts";
import type { ConsoleCase } from "../console-case.ts";

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
  // Whoever the edition does not have is nobody's student: who sees every student sees the decision.
  return row === null
    ? permit(of.reader, "see-student", ofStudent(NO_SCOPE), of.schools).isAllowed
    : seenAs(of, row)?.seesPlans === true;
}

/** The files from which the edition that is shown was made, by SHA-256; none where there is no edition. */
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

/** Whether the edition that is shown was made before the decision: an accepted removal waits in it, and of any other the file is not there. */
const isPending = (
  { kind, sha256, isYes, state }: Decided,
  shown: ReadonlyMap<string, string>,
): boolean =>
  kind === "removal"
    ? isYes === true && state === "in-force" && shown.get(sha256) !== "used"
    : !shown.has(sha256);

/** How decisions are told to a page. */
export async function decisionTeller(
  of: ConsoleCase,
): Promise<(seen: SeenDecision) => ListedDecision> {
  const mandate = await districtMandate(of.places.records, of.who.district);
  return ({ decided, row, isPending }) => {
    const { kind, at: instant, isWithdrawal, state, reason } = decided;
    const by = decided.by === SYSTEM_ACCOUNT ? `the ${SYSTEM_ACCOUNT}` : decided.by;
    return {
      ...{ kind, at: instant, by, isWithdrawal, state, isPending },
      inWords: decisionInWords({ ...decided, about: nameOf(decided, mandate) }),
      // An exemption's reason is in its words already.
      reason: kind === "exemption" ? "" : reason,
      statement: statementOf(decided),
      student:
        row === null
          ? null
          : { key: of.keys.keyOf(row.student), name: `${row.givenName} ${row.familyName}`.trim() },
      withdraw: withdrawalOf(of, decided, row),
    };
  };
}

/** Which statement about a student a decision is; null of one that is none. */
export const statementOf = ({ kind, about, on, by }: Decided): string | null =>
  kind === "exemption" || kind === "attestation"
    ? statementKey({ kind, requirement: about, from: on, by })
    : null;

function nameOf({ kind, about }: Decided, { requirements, duties }: MandateProfile): string {
  if (about === "all") return "all requirements";
  const named = kind === "duty" ? duties : requirements;
  return named.find(({ id }) => id === about)?.name ?? about;
}

/** How a decision is taken back; null for one that no longer holds, and for a reader who may not. */
function withdrawalOf(
  of: ConsoleCase,
  { kind, isWithdrawal, state, about, on, sha256, isYes }: Decided,
  row: StudentRow | null,
): Withdrawal | null {
  if (isWithdrawal || state !== "in-force") return null;
  const asked = row === null ? DISTRICT : ofStudent(scopeOf(row));
  if (!permit(of.reader, KIND_REQUESTS[kind], asked, of.schools).isAllowed) return null;
  const effect = WITHDRAWAL_EFFECTS[kind];
  switch (kind) {
    case "exemption":
    case "attestation": {
      if (row === null) return null;
      const body = { student: of.keys.keyOf(row.student), requirement: about, from: on };
      const asks = kind === "attestation" ? "reason" : null;
      return { path: `/console/${kind}s/withdraw`, body, asks, effect };
    }
    case "assignment": {
      if (row === null) return null;
      const body = { students: [of.keys.keyOf(row.student)], counselor: about };
      return { path: "/console/caseload-assignments/withdraw", body, asks: null, effect };
    }
    case "duty":
      return { path: "/console/duties/withdraw", body: { duty: about, on }, asks: null, effect };
    case "confirmation":
      return {
        ...{ path: "/console/confirmations/withdraw", body: { requirement: about } },
        ...{ asks: "source", effect },
      };
    case "removal":
      // What was accepted comes back with the next complete file, and by no record.
      return isYes === true
        ? null
        : { path: "/console/removals/withdraw", body: { files: [sha256] }, asks: "reason", effect };
  }
}

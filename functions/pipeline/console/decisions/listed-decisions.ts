import { DISTRICT, ofStudent, permit } from "../../../access/permit.ts";
import { SYSTEM_ACCOUNT } from "../../../access/reader.ts";
import type { ListedDecision, Withdrawal } from "../../../console/decision-answers.ts";
import { decisionInWords, WITHDRAWAL_EFFECTS } from "../../../console/decision-words.ts";
import { scopeOf } from "../../../console/seen-as.ts";
import type { MandateProfile } from "../../../mandates/rules/mandate-profile.ts";
import type { StudentRow } from "../../../reports/students/students-table.ts";
import type { Decided } from "../../decisions/decided.ts";
import { districtMandate } from "../../measure/district-mandate.ts";
import type { ConsoleCase } from "../console-case.ts";
import { KIND_REQUESTS, statementOf, type SeenDecision } from "../seen-decisions.ts";

/** Decisions as a page shows them. */
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
      // The words for an exemption say its reason already.
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
      // An accepted removal cannot be withdrawn by a record: the records come back with the next
      // complete file.
      return isYes === true
        ? null
        : { path: "/console/removals/withdraw", body: { files: [sha256] }, asks: "reason", effect };
  }
}

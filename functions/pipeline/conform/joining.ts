import type { DistrictId } from "../../domain/ids.ts";
import type { RuleIds } from "../../mandates/rules/rule-ids.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import type { ObjectStore } from "../ports.ts";

/** What the files of one district are read and joined by. */
export interface Joining {
  readonly records: ObjectStore;
  readonly district: DistrictId;
  readonly kinds: DistrictKinds;
  /** What a record about a rule may name. */
  readonly rules: RuleIds;
  /** Whether somebody has said that the file of this SHA-256 may remove many. */
  readonly isAccepted: (sha256: string) => boolean;
}

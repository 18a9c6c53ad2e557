import { NotPossible } from "../not-possible.ts";
import type { IncomingFile } from "../ports.ts";
import type { DutyRecord } from "../../domain/plans/duty-record.ts";
import { inTurn } from "./in-turn.ts";
import { dutyFile } from "./record-statement.ts";
import {
  dayOf,
  ingested,
  nameOf,
  recorded,
  recordedAlready,
  refuseUnsigned,
  type Recorded,
  type Recording,
} from "./recording.ts";

interface DutyAsked {
  readonly duty: string;
  readonly on: string;
  /** The staff member who answers for it, or who withdraws it. */
  readonly by: string;
}

/** Records that the district did one of its duties. @throws NotPossible in words */
export const recordDuty = (recording: Recording, asked: DutyAsked): Promise<Recorded> =>
  ofDuty(recording, asked, (done, held) => {
    if (held?.doneBy === done.doneBy) throw recordedAlready("this duty", done.doneBy);
    return dutyFile(done, { recordedAt: recording.at, isWithdrawn: false });
  });

/** Records that a duty was not done on the day. @throws NotPossible in words */
export const withdrawDuty = (recording: Recording, asked: DutyAsked): Promise<Recorded> =>
  ofDuty(recording, asked, (done, held) => {
    if (held === null) {
      throw new NotPossible(
        `${done.duty} is not recorded as done on ${done.doneOn}: there is nothing to withdraw`,
      );
    }
    return dutyFile(done, { recordedAt: recording.at, isWithdrawn: true });
  });

/** @param fileOf the file, from the duty as it is asked for and as it is recorded now, if it is */
async function ofDuty(
  recording: Recording,
  asked: DutyAsked,
  fileOf: (done: DutyRecord, held: DutyRecord | null) => IncomingFile,
): Promise<Recorded> {
  const { mandate, at: instant, district } = recording;
  const doneOn = dayOf(asked.on, "the date on which it was done");
  const ids = mandate.duties.map(({ id }) => id);
  if (ids.length === 0) {
    throw new NotPossible(
      `${mandate.title} sets no duties for districts, so there is none to record; check that this is the mandate you mean`,
    );
  }
  const duty = nameOf(asked.duty, ids, `${mandate.title} has no duty`);
  if (doneOn > instant.slice(0, 10)) throw new NotPossible(`${doneOn} is still to come`);
  refuseUnsigned(asked.by);
  return inTurn(district, async () => {
    const { duties = [] } = await ingested(recording);
    const held = duties.find((record) => record.duty === duty && record.doneOn === doneOn) ?? null;
    return recorded(recording, fileOf({ duty, doneOn, doneBy: asked.by }, held));
  });
}

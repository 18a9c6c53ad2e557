import { bodyOf } from "../../functions/adapters/console-request.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../functions/console/answers.ts";

/** A request of the console for a path with its query, such as `/console/students?grade=09`; a body makes it a POST. */
export function requestOf(
  address: string,
  instant: string,
  more: Partial<Pick<ConsoleRequest, "student" | "search" | "after" | "body">> = {},
): ConsoleRequest {
  // As it is given: a URL would take ".." for a step up.
  const [path = "", asked = ""] = address.split("?");
  const query = new URLSearchParams(asked);
  const isPost = more.body !== undefined && more.body !== null;
  return {
    method: isPost ? "POST" : "GET",
    ...{ path, query, at: instant, student: null, search: null, after: null, body: null },
    ...more,
  };
}

export const textOf = async (answer: ConsoleAnswer): Promise<string> =>
  Buffer.from(await bodyOf(answer)).toString("utf8");

/** The JSON of an answer. @throws Error with its words where it is a refusal */
export async function valueOf<T>(answer: ConsoleAnswer): Promise<T> {
  const text = await textOf(answer);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${text}`);
  return JSON.parse(text) as T;
}

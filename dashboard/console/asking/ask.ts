import { Refusal } from "./refusal.js";
import { showSignedOut } from "./signed-out.js";

type Headers = { readonly [name: string]: string };

/**
 * Asks the console; nothing caches its answers.
 * @param headers what may be in no address: the id of a student
 * @throws Refusal in the words of the console, written for the reader
 */
export async function ask<T>(address: string, headers: Headers = {}): Promise<T> {
  return (await answerTo(fetch(address, { headers, cache: "no-store" }))).json() as Promise<T>;
}

/** Asks the console for a file. */
export const askFile = async (address: string, headers: Headers): Promise<Blob> =>
  (await answerTo(fetch(address, { headers, cache: "no-store" }))).blob();

/** @param after where the last page ended; it may name a student, so it is in no address */
export const askPage = <T>(address: string, after: string | null): Promise<T> =>
  ask(address, after === null ? {} : { "ilp-after": encodeURIComponent(after) });

/** Sends something to the console. */
export async function tell(address: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  await answerTo(
    fetch(address, { method: "POST", headers, body: JSON.stringify(body), cache: "no-store" }),
  );
}

async function answerTo(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch(() => {
    throw new Refusal("The console does not answer: it may have been stopped.");
  });
  if (response.ok) return response;
  const words = await response.text();
  // Nothing may remain on the screen of a reader who is no longer signed in.
  if (response.status === 401) showSignedOut(words);
  throw new Refusal(words, response.status);
}

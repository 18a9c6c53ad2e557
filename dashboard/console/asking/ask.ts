import { Refusal } from "./refusal.js";
import { showSignedOut } from "./signed-out.js";

type Headers = { readonly [name: string]: string };

/**
 * Asks the console, whose answers nothing keeps.
 * @param headers what stands in no address: the id of a student
 * @throws Refusal in the words of the console, written for the reader
 */
export async function ask<T>(address: string, headers: Headers = {}): Promise<T> {
  return (await answerTo(fetch(address, { headers, cache: "no-store" }))).json() as Promise<T>;
}

/** Asks the console for a file. */
export const askFile = async (address: string, headers: Headers): Promise<Blob> =>
  (await answerTo(fetch(address, { headers, cache: "no-store" }))).blob();

/** @param after where the page before ended; it may name a student, so it goes into no address */
export const askPage = <T>(address: string, after: string | null): Promise<T> =>
  ask(address, after === null ? {} : { "ilp-after": encodeURIComponent(after) });

/** Tells the console something. */
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
  // Whoever is no longer signed in keeps nothing on the screen.
  if (response.status === 401) showSignedOut(words);
  throw new Refusal(words, response.status);
}

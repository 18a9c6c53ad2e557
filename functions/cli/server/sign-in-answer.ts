import type { Asked } from "./asked.ts";
import { inWords, type HttpAnswer } from "./http-answer.ts";
import { OPENING_MINUTES } from "./opening-tokens.ts";

const WORDS = [
  "The console names students, and this browser is not signed in: its session has ended, or the address was opened before or is too old.",
  `An address opens once, in one browser, within ${OPENING_MINUTES} minutes of being printed. Press Enter in the terminal in which ilp runs for a new one; where it does not run in a terminal, start it again.`,
];

/**
 * Tells a browser without a session how to open one: as a page if it asked for a page, otherwise as
 * text.
 */
export function signInAnswer({ method, request }: Asked): HttpAnswer {
  const isPage = method === "GET" && (request.headers.accept ?? "").includes("text/html");
  if (!isPage) return inWords(401, WORDS.join("\n"));
  return {
    status: 401,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Signed out | ILP Observatory</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <main>
      <h1>This browser is not signed in</h1>
      ${WORDS.map((words) => `<p>${words}</p>`).join("\n      ")}
    </main>
  </body>
</html>
`,
  };
}

/**
 * Imported first by what a person starts: says what happens when nobody reads any more what is
 * printed, as in `ilp worklist | head`. The command does its work to the end without a word, and its
 * exit code says how the work ended: a reader that has seen enough is no mistake, and one that goes
 * away stops no ingest halfway. Output that could not be written for another reason, such as a full
 * disk, is told, with exit code 1. Plain JavaScript, since it runs before anything is built.
 */

/** The pipe has no reader or the terminal is gone, and what is written after that meets an ended stream. */
const GONE = new Set(["EPIPE", "EIO", "EOF", "ECONNRESET", "ERR_STREAM_DESTROYED"]);

let isLost = false;

process.stdout.on("error", (error) => {
  const code = "code" in error ? String(error.code) : "unknown";
  if (GONE.has(code) || isLost) return;
  isLost = true;
  process.stderr.write(`ilp: what was to be printed could not be written whole (${code})\n`);
});
// When the error output cannot be written there is nobody left to tell.
process.stderr.on("error", () => undefined);
process.on("exit", (code) => {
  if (isLost && code === 0) process.exitCode = 1;
});

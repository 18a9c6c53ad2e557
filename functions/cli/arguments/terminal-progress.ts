import { quietProgress, type Progress } from "../../pipeline/ports.ts";

const EVERY_MILLISECONDS = 100;

/** One line on a terminal that says how far each step is; nothing if the output is a pipe. */
export function terminalProgress(): Progress {
  const out = process.stderr;
  if (!out.isTTY) return quietProgress;
  let name = "";
  let total: number | null = null;
  let count = 0;
  let drawnAt = 0;
  const draw = () => {
    drawnAt = Date.now();
    const of = total === null ? "" : ` of ${total.toLocaleString("en-US")}`;
    const far = count === 0 && total === null ? "" : ` ${count.toLocaleString("en-US")}${of}`;
    out.write(`\r\u001b[2K  ${name}${far}`);
  };
  return {
    step(step, of) {
      name = step;
      total = of;
      count = 0;
      draw();
    },
    advance(by) {
      count += by;
      if (Date.now() - drawnAt >= EVERY_MILLISECONDS) draw();
    },
    done() {
      out.write("\r\u001b[2K");
    },
  };
}

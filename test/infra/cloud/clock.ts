import type { Clock } from "./templates/deployed.ts";

/**
 * The clock of the executed stacks. Waiting costs no real time: when nothing is under way and
 * somebody waits, the clock goes on to the first moment that anybody waits for. While a call is
 * under way (`busy`) or a test holds the clock, it runs as real time does.
 */
export interface StackClock extends Clock {
  /** Comes back when the clock is so many seconds on. Rejects with the reason of the signal. */
  wait(seconds: number, signal?: AbortSignal): Promise<void>;
  /** Calls back once the clock is so many seconds on, but never makes the clock go on; `cancel` forgets it. */
  deadline(seconds: number, due: () => void): { cancel(): void };
  /** Does work during which the clock may not skip. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  /** Keeps the clock from skipping until what it returns is called. */
  hold(): () => void;
}

interface Timer {
  readonly due: number;
  readonly isWaitedFor: boolean;
  readonly ring: () => void;
}

/** @param startAt the time that the stacks begin with; now where it is left out */
export function stackClock(startAt?: Date): StackClock {
  let ahead = startAt === undefined ? 0 : startAt.getTime() - Date.now();
  let underWay = 0;
  let isLooking = false;
  let alarmClock: NodeJS.Timeout | undefined;
  const timers = new Set<Timer>();
  const milliseconds = () => Date.now() + ahead;

  function add(timer: Timer): void {
    timers.add(timer);
    lookSoon();
  }

  /** After everything that can go on by itself has done so. */
  function lookSoon(): void {
    if (isLooking) return;
    isLooking = true;
    setImmediate(() =>
      setImmediate(() => {
        isLooking = false;
        look();
      }),
    );
  }

  function look(): void {
    const first = Math.min(...[...timers].map(({ due }) => due));
    const mayGoOn = underWay === 0 && [...timers].some(({ isWaitedFor }) => isWaitedFor);
    if (mayGoOn && first > milliseconds()) ahead += first - milliseconds();
    ringDue();
    clearTimeout(alarmClock);
    if (timers.size > 0) {
      const next = Math.min(...[...timers].map(({ due }) => due));
      const real = Math.min(Math.max(next - milliseconds(), 1), 2 ** 31 - 1);
      // Does not by itself keep the process from ending.
      alarmClock = setTimeout(lookSoon, real).unref();
    }
  }

  function ringDue(): void {
    const now = milliseconds();
    const due = [...timers].filter((timer) => timer.due <= now).sort((a, b) => a.due - b.due);
    for (const timer of due) {
      timers.delete(timer);
      timer.ring();
    }
    if (due.length > 0) lookSoon();
  }

  function hold(): () => void {
    let isHeld = true;
    underWay += 1;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      underWay -= 1;
      lookSoon();
    };
  }

  return {
    get ahead() {
      return ahead;
    },
    now: () => new Date(milliseconds()),
    skip(seconds) {
      ahead += Math.ceil(seconds * 1000);
      lookSoon();
    },
    wait(seconds, signal) {
      return new Promise((resolve, reject) => {
        const stop = () => {
          timers.delete(timer);
          reject(signal?.reason as Error);
        };
        const timer: Timer = {
          due: milliseconds() + Math.ceil(seconds * 1000),
          isWaitedFor: true,
          ring() {
            signal?.removeEventListener("abort", stop);
            resolve();
          },
        };
        if (signal?.aborted === true) return stop();
        signal?.addEventListener("abort", stop, { once: true });
        add(timer);
      });
    },
    deadline(seconds, ring) {
      const due = milliseconds() + Math.ceil(seconds * 1000);
      const timer: Timer = { due, isWaitedFor: false, ring };
      add(timer);
      return { cancel: () => timers.delete(timer) };
    },
    async busy(work) {
      const release = hold();
      try {
        return await work();
      } finally {
        release();
      }
    },
    hold,
  };
}

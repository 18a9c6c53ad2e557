import type { Clock } from "../templates/deployed.ts";

export interface Message {
  readonly body: unknown;
  readonly sentAt: Date;
  /** Why it is in a queue of dead letters. */
  readonly error?: string;
}

/** What lies in the queues of the stacks and what was published to their topics, by ARN. */
export interface Queues {
  send(arn: string, body: unknown, error?: string): void;
  /** What is there now, the oldest first. */
  messages(arn: string): readonly Message[];
  /** Takes all messages out, as who deals with them does. */
  purge(arn: string): readonly Message[];
  /** How many were there at a time, for `ApproximateNumberOfMessagesVisible`; by the name of the queue. */
  visible(queueName: string, time: Date): number;
}

export function queues(clock: Clock): Queues {
  const kept: { arn: string; message: Message; takenAt: Date | null }[] = [];
  const there = (arn: string) =>
    kept.filter((entry) => entry.arn === arn && entry.takenAt === null);
  return {
    send(arn, body, error) {
      const message = { body, sentAt: clock.now(), ...(error !== undefined && { error }) };
      kept.push({ arn, message, takenAt: null });
    },
    messages: (arn) => there(arn).map(({ message }) => message),
    purge(arn) {
      const taken = there(arn);
      for (const entry of taken) entry.takenAt = clock.now();
      return taken.map(({ message }) => message);
    },
    visible: (queueName, time) =>
      kept.filter(
        ({ arn, message, takenAt }) =>
          arn.endsWith(`:${queueName}`) &&
          message.sentAt <= time &&
          (takenAt === null || takenAt > time),
      ).length,
  };
}

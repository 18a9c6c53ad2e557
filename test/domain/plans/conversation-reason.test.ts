import { describe, expect, it } from "vitest";
import {
  CONVERSATION_REASONS,
  isConversationReason,
} from "../../../functions/domain/plans/conversation-reason.ts";

describe("the reasons for a conversation", () => {
  it("are fewer than ten, since plans are ordered by the place of each as one digit", () => {
    expect(CONVERSATION_REASONS.length).toBeLessThan(10);
  });

  it("have no separator of the table of students in their words", () => {
    expect(CONVERSATION_REASONS.filter((reason) => !/^[a-z]+(?:-[a-z]+)*$/.test(reason))).toEqual(
      [],
    );
  });

  it.each(["", "no-goals ", "No-goals", "a-reason-of-a-later-version", "length"])(
    "are not %j, which a table may have",
    (word) => {
      expect(isConversationReason(word)).toBe(false);
    },
  );
});

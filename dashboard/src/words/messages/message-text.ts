/** Every message of a release in words: one without words in either language does not compile. */
import type {
  Message,
  MessageId,
  MessageValues,
} from "../../../../functions/releases/words/message.ts";
import { LANGUAGE, type Language } from "../language.js";
import { ACTIONS } from "./actions.js";
import { ATTENDANCE } from "./attendance.js";
import { CHANGES } from "./changes.js";
import { KEPT } from "./kept.js";
import { RECORDS } from "./records.js";
import { REVIEWS } from "./reviews.js";
import { TRANSITIONS } from "./transitions.js";
import { WITHOUT_FIGURE } from "./without-figure.js";
import type { Wording, WordsOf } from "./wording.js";

const wordsIn = (language: Language): WordsOf<MessageId> => ({
  ...KEPT[language],
  ...WITHOUT_FIGURE[language],
  ...TRANSITIONS[language],
  ...REVIEWS[language],
  ...ATTENDANCE[language],
  ...RECORDS[language],
  ...CHANGES[language],
  ...ACTIONS[language],
});

export const MESSAGE_WORDS: Wording<MessageId> = { en: wordsIn("en"), es: wordsIn("es") };

/** A message in the reader's language. */
export const messageText = (message: Message, language: Language = LANGUAGE): string =>
  worded(MESSAGE_WORDS[language], message);

const worded = <Id extends MessageId>(
  words: WordsOf<MessageId>,
  { id, values }: { readonly id: Id; readonly values: MessageValues[Id] },
): string => words[id](values);

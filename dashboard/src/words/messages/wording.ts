import type { MessageId, MessageValues } from "../../../../functions/releases/words/message.ts";
import type { InLanguages } from "../language.js";

/** The words of some messages in one language. */
export type WordsOf<Ids extends MessageId> = {
  readonly [Id in Ids]: (values: MessageValues[Id]) => string;
};

/** The same in every language. */
export type Wording<Ids extends MessageId> = InLanguages<WordsOf<Ids>>;

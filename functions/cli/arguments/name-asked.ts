import { namesMeant } from "../../domain/text/folded-name.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import { CommandError } from "./command-error.ts";

/**
 * The known name that an argument means, without regard to case and accents.
 * @param isUnknown the beginning of the refusal, such as "Kentucky has no requirement"
 * @throws CommandError with the names to try
 */
export function nameAsked(asked: string, names: readonly string[], isUnknown: string): string {
  const [meant] = namesMeant(asked, names);
  if (meant === undefined) {
    throw new CommandError(`${isUnknown} "${asked.slice(0, 80)}"; ${namesToTry(asked, names)}`);
  }
  return meant;
}

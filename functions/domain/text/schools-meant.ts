import { foldedName } from "./folded-name.ts";
import { namesToTry } from "./nearest-name.ts";

interface NamedSchool {
  readonly id: string;
  readonly name: string;
}

/**
 * The schools that an id or a name stands for, without regard to case and accents; an exact id
 * stands for one school.
 */
export function schoolsMeant<S extends NamedSchool>(
  schools: readonly S[],
  asked: string,
): readonly S[] {
  const exact = schools.filter(({ id }) => id === asked);
  if (exact.length > 0) return exact;
  const folded = foldedName(asked);
  return schools.filter(({ id, name }) => [id, name].some((text) => foldedName(text) === folded));
}

/** The schools to try if none matches, as the end of a message. */
export const schoolsToTry = (schools: readonly NamedSchool[], asked: string): string =>
  namesToTry(
    asked,
    schools.map(({ id, name }) => `${id} (${name})`),
  );

import { isNamedOtherwise } from "./day-names.ts";
import type { Profile, TableRead } from "./profile.ts";
import type { ProfileFault } from "./profile-fault.ts";

/** What a sound profile says that is likely to be a mistake: a person should look, and it is used all the same. */
export const profileWarnings = ({ files }: Profile): readonly ProfileFault[] =>
  files.flatMap(({ reads }, file) =>
    reads.flatMap((read, index) => readWarnings(read, `files[${file}].reads[${index}]`)),
  );

const readWarnings = ({ table, columns }: TableRead, path: string): readonly ProfileFault[] =>
  columns.flatMap(({ to, from = [] }, index) =>
    from
      .filter((name) => isNamedOtherwise(name, table, to))
      .map((name) => ({
        path: `${path}.columns[${index}].from`,
        message: `names ${JSON.stringify(name)}, which by its name holds another day than ${table}.${to}; map it to what it holds${to === "setOn" ? ", such as targetOn: a goal without setOn still counts" : ""}`,
      })),
  );

import { isNamedOtherwise } from "./day-names.ts";
import type { CanonicalTable, Profile, TableRead } from "./profile.ts";
import type { ProfileFault } from "./profile-fault.ts";

/** What a sound profile says that is likely to be a mistake: a person should look, and it is used all the same. */
export const profileWarnings = ({ files }: Profile): readonly ProfileFault[] =>
  files.flatMap(({ reads }, file) =>
    reads.flatMap((read, index) => readWarnings(read, `files[${file}].reads[${index}]`)),
  );

const readWarnings = (read: TableRead, path: string): readonly ProfileFault[] => [
  ...dayWarnings(read, path),
  ...lackedDays(read, path),
];

/** A day without which a record of this state is rejected, and all that hangs on it. */
const NEEDED_DAYS: {
  readonly [T in CanonicalTable]?: {
    readonly field: string;
    readonly value: string;
    readonly day: string;
    readonly lost: string;
  };
} = {
  plan: {
    field: "status",
    value: "closed",
    day: "closedOn",
    lost: "every closed plan will be rejected, with its goals and reviews; map the column with the day on which it closed, or write another status",
  },
  review: {
    field: "state",
    value: "held",
    day: "heldOn",
    lost: "every held review will be rejected; map the column with the day of the meeting",
  },
};

function lackedDays({ table, columns }: TableRead, path: string): readonly ProfileFault[] {
  const needed = NEEDED_DAYS[table];
  if (needed === undefined || columns.some(({ to }) => to === needed.day)) return [];
  const place = columns.findIndex(({ to }) => to === needed.field);
  const { value, values = {} } = columns[place] ?? {};
  if (value !== needed.value && !Object.values(values).includes(needed.value)) return [];
  return [
    {
      path: `${path}.columns[${place}]`,
      message: `says that a ${table} is ${needed.value}, but nothing fills ${table}.${needed.day}: ${needed.lost}`,
    },
  ];
}

const dayWarnings = ({ table, columns }: TableRead, path: string): readonly ProfileFault[] =>
  columns.flatMap(({ to, from = [] }, index) =>
    from
      .filter((name) => isNamedOtherwise(name, table, to))
      .map((name) => ({
        path: `${path}.columns[${index}].from`,
        message: `names ${JSON.stringify(name)}, which by its name holds another day than ${table}.${to}; map it to what it holds${to === "setOn" ? ", such as targetOn: a goal without setOn still counts" : ""}`,
      })),
  );

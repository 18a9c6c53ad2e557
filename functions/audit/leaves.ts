export type Leaf = readonly [path: string, value: unknown];

/** Every value that is no object, by its path: `schools.0.name`. */
export const leavesOf = (value: unknown, path = ""): readonly Leaf[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) =>
        leavesOf(inner, path === "" ? name : `${path}.${name}`),
      )
    : [[path, value]];

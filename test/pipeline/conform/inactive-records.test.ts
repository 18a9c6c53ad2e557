import { expect, it } from "vitest";
import { schoolsGone } from "../../../functions/pipeline/conform/inactive-records.ts";

const version = (...ids: readonly string[]) => ({
  schools: ids.map((id) => ({ id, name: `School ${id}`, partitions: [] })),
});

it.each([
  ["none where a school is added", version("1"), version("1", "2"), []],
  ["the one that is not there any more", version("1", "2"), version("1"), ["School 2"]],
])("names %s", (_fact, before, now, expected) => {
  expect(schoolsGone(before, now)).toEqual(expected);
});

import { describe, expect, it } from "vitest";
import { studentKeys } from "../../functions/hashing/student-keys.ts";

const SECRET = new Uint8Array(32).fill(7);
const { keyOf, studentOf } = studentKeys(SECRET);

describe("a student's key", () => {
  it.each(["0101", "S-1", "x".repeat(15), "x".repeat(16), "é/#?&", "a\u0080", "学生 4"])(
    "comes back as the id %s",
    (student) => {
      expect(studentOf(keyOf(student))).toBe(student);
      expect(keyOf(student)).toBe(keyOf(student));
      expect(keyOf(student)).toMatch(/^[\w-]+$/);
    },
  );

  it("holds nothing of the id, and is as long for each id of up to 15 bytes", () => {
    expect(keyOf("0101")).not.toContain("0101");
    expect(keyOf("1").length).toBe(keyOf("123456789012345").length);
    expect(keyOf("1").length).toBeLessThan(keyOf("1234567890123456").length);
  });

  it("of another secret, a changed one and what is no key name nobody", () => {
    const key = keyOf("0101");
    expect(studentKeys(new Uint8Array(32).fill(8)).studentOf(key)).toBeNull();
    for (let place = 0; place < key.length; place++) {
      const letter = key[place] === "A" ? "B" : "A";
      expect(studentOf(key.slice(0, place) + letter + key.slice(place + 1))).toBeNull();
    }
    for (const text of ["", "0101", `${key}!`, `${key}=`, key.slice(0, -1), "A".repeat(43)]) {
      expect(studentOf(text)).toBeNull();
    }
  });
});

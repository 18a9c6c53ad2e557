import type { Metric } from "./metric.ts";
import { participation } from "./participation.ts";

/** Whether students take part: in at least one of the reviews held this school year. */
export const studentParticipation: Metric = {
  id: "student-participation",
  name: "Reviewed with the student",
  definition:
    "Students with a review this school year in at least one of which the student took part.",
  numerator: "Students for whom the student took part in a held review.",
  ...participation({ about: "student", roles: ["student"], isPublic: true }),
};

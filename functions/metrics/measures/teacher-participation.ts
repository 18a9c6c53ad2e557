import type { Metric } from "./metric.ts";
import { participation } from "./participation.ts";

/** Whether teachers take part: in at least one of the reviews held this school year. */
export const teacherParticipation: Metric = {
  id: "teacher-participation",
  name: "Reviewed with a teacher",
  definition:
    "Students with a review this school year in at least one of which a teacher took part.",
  numerator: "Students for whom a teacher took part in a held review.",
  ...participation({ about: "teacher", roles: ["teacher"], isPublic: false }),
};

/** How questions are called in the keys of bars. A contract, see `barKeyText`. */
export const ALL_TOGETHER = "all";
export const statistic = {
  statuses: (requirement: string): string => `statuses/${requirement}`,
  standings: (requirement: string): string => `standings/${requirement}`,
  needs: (requirement: string): string => `needs/${requirement}`,
  planCoverage: "plan-coverage",
  chronicAbsence: "chronic-absence",
  chronicAbsenceYear: (of: "school" | "district"): string => `chronic-absence-year/${of}`,
  ofTransition: (measure: string, requirement: string): string => `${measure}/${requirement}`,
  participation: (role: string): string => `participation/${role}`,
} as const;

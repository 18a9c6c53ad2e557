/** Whether a district's mandate is that of a state, alone or with rules of the district laid over it: "PA", "PA+own". */
export const isBasedOn = (ofDistrict: string, state: string): boolean =>
  ofDistrict === state || ofDistrict.startsWith(`${state}+`);

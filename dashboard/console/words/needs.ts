/** "Second review: review overdue"; of what the need itself names that alone: "Plan missing". */
export const needInWords = (name: string, needName: string): string =>
  needName.startsWith(`${name} `) ? needName : `${name}: ${needName.toLowerCase()}`;

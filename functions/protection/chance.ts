/**
 * A number from 0 to 2³² - 1 that a secret of the district and school year gives to a text: the first
 * four bytes, big-endian, of its HMAC-SHA256. The same text has the same number all year.
 */
export type Chance = (text: string) => number;

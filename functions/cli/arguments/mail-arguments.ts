import { isEmail } from "../../domain/people/staff-member.ts";
import { isTimezone } from "../../domain/calendar/zoned-day.ts";

/** The beginning of a site's addresses, without a slash at the end. */
export function webAddressArgument(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new Error("expected the address of the console, such as https://ilp.north.example");
  }
  return url.href.replace(/\/+$/, "");
}

export function emailArgument(text: string): string {
  const email = text.trim();
  if (!isEmail(email)) throw new Error("expected one e-mail address");
  return email;
}

export function timezoneArgument(text: string): string {
  if (!isTimezone(text)) throw new Error("expected an IANA time zone, such as America/Chicago");
  return text;
}

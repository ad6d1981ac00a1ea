import ICAL from 'ical.js';

export interface CalendarEntry {
  /** Stays the same for the same action of the same assessment: a calendar then moves its entry. */
  uid: string;
  title: string;
  text: string;
  /** First day and the day after the last, as `2026-11-26`. */
  from: string;
  before: string;
}

/** A calendar of whole days as text (RFC 5545). `madeOn` is a day. */
export function calendarFile(
  name: string,
  entries: readonly CalendarEntry[],
  madeOn: string,
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('prodid', '-//Junbi//Plan//JA');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('x-wr-calname', name);
  for (const { uid, title, text, from, before } of entries) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', uid);
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${madeOn}T00:00:00Z`));
    event.updatePropertyWithValue('summary', title);
    event.updatePropertyWithValue('description', text);
    event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(from));
    event.updatePropertyWithValue('dtend', ICAL.Time.fromDateString(before));
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

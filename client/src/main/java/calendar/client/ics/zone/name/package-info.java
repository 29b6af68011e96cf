/** Finds the zone that the name in a file means: of IANA, of Windows, or an offset. */
package calendar.client.ics.zone.name;

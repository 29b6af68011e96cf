/** Texts for a terminal: times and periods, lines with labels, characters that are safe. */
package calendar.client.command.output.text;

/** How results and errors are shown: as tables for people, as JSON for programs. */
package calendar.client.command.output;

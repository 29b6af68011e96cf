/** The commands about series: {@code calendar_client series}. */
package calendar.client.command.series;

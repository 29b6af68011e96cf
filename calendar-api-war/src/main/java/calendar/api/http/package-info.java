/** The pages of the web server, for people who look what runs here. */
package calendar.api.http;

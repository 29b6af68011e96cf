/** The pages of the web server, for people who ask what runs here. */
package calendar.api.http;

/** Where tokens come from: a text, a file, or an authorization server (OAuth 2.0). */
package calendar.client.token;

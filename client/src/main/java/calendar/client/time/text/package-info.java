/** The words that a user wrote, and what is wrong with them. */
package calendar.client.time.text;

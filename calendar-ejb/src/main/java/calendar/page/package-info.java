/** Pages of lists, as large as a message to the client may be. */
package calendar.page;

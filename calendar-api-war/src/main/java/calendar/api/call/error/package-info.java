/** What clients learn about a failed call, before it is translated to their protocol. */
package calendar.api.call.error;

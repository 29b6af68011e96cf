/**
 * Who may make a call, on a server that asks callers who they are. Grants are read in batches and
 * kept for a few seconds; no thread of the network waits for them.
 */
package calendar.api.access;

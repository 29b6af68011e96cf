/** Grants in the memory of one process. */
package calendar.access.memory;

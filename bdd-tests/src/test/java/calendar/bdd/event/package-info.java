/** Steps that book, read, change and delete events, and what is wrong with their input. */
package calendar.bdd.event;

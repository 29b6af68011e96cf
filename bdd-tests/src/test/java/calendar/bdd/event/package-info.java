/** Steps that book, read, change and delete events, also with bad input. */
package calendar.bdd.event;

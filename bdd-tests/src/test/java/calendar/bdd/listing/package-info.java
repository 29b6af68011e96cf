/** Steps that list events: periods, days, weeks and months, and their pages. */
package calendar.bdd.listing;

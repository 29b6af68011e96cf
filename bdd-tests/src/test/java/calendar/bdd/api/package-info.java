/** Calls of the API, and what came of them. */
package calendar.bdd.api;

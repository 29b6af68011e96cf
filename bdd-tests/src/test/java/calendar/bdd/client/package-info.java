/** Steps that run {@code calendar_client}. */
package calendar.bdd.client;

/** Health checks, and the log and pauses of an outage; several programs use them. */
package calendar.health;

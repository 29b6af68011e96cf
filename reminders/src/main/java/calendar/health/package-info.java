/** What the programs' health checks share. */
package calendar.health;

/** Whether this server can serve calls: it monitors the storage and answers health checks. */
package calendar.api.health;

/** Whether this server can serve: the storage is watched, and health checks say what was seen. */
package calendar.api.health;

/**
 * What the commands share: their base classes, the options that several of them have, and the exit
 * status.
 */
package calendar.client.command.base;

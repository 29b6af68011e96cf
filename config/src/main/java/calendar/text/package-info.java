/** How text that others wrote is shown in logs, on terminals and in JSON. */
package calendar.text;

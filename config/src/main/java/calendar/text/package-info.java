/** Shows text from users safely in logs, on terminals and in JSON. */
package calendar.text;

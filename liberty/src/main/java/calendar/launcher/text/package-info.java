/** Texts in the languages that a launcher writes: the shell, and the XML of Liberty. */
package calendar.launcher.text;

/**
 * What runs before a server: it resolves the configuration, refuses what cannot work in one clear
 * line, and hands Liberty the rest as variables. {@link calendar.launcher.Launcher} is the program.
 */
package calendar.launcher;

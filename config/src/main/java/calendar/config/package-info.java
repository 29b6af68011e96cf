/**
 * The configuration: one schema for all programs, read from a YAML file and the environment. {@link
 * calendar.config.Key} lists the keys, {@link calendar.config.Settings} holds the values.
 */
package calendar.config;

/**
 * The configuration: one schema for every program, read from a YAML file and the environment.
 * {@link calendar.config.Key} lists what there is to configure, {@link calendar.config.Settings}
 * says what it is set to.
 */
package calendar.config;

/**
 * The words of the features: people, times, tables of events. {@link calendar.bdd.ParameterTypes}
 * makes them parameters of steps.
 */
package calendar.bdd.phrase;

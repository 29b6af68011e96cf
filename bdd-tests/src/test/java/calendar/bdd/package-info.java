/**
 * Runs the features through the API, as any client would. Each topic has a package with its classes
 * of steps; they share {@link calendar.bdd.system}, {@link calendar.bdd.entrance}, {@link
 * calendar.bdd.api} and {@link calendar.bdd.phrase}. Objects shared by the steps of a scenario are
 * injected, and new for every scenario.
 */
package calendar.bdd;

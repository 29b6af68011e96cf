/**
 * Runs the features through the API, as any client would. Each topic has a class of steps. Objects
 * shared by the steps of a scenario are injected, and new for every scenario.
 */
package calendar.bdd;

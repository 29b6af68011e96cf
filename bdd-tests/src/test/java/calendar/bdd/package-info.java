/**
 * What the features say, done through the API as any client would. A class of steps for each topic;
 * what the steps of one scenario share is injected into them and new for every scenario.
 */
package calendar.bdd;

/** The system under test: its servers, its programs, and what they print. */
package calendar.bdd.system;

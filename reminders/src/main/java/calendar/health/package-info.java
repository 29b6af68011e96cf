/** Health checks that several programs use. */
package calendar.health;

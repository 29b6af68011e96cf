/** Runs the features once more against an API with TLS and tokens. */
package calendar.secure;

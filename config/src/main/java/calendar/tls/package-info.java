/** TLS from PEM files, for every program: certificates, keys, and the authorities to trust. */
package calendar.tls;

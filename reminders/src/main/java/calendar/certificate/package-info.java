/** The certificate of the HTTP port while a program runs: its renewal, and when it ends. */
package calendar.certificate;

/**
 * Who may do what with whose calendar. An owner may do everything with their own; others have the
 * roles that the owner, or an admin, granted.
 */
package calendar.access;

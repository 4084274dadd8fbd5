/// The item model: integer counts of what goes with what, their regularised inverse, and what
/// follows from it.
package org.aboveboard.models;

/// How much of a list stays when little has changed.
package org.aboveboard.fairness.stability;

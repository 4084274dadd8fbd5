/// How popular, how concentrated, how diverse and how alike the lists are that people get.
package org.aboveboard.fairness.variety;

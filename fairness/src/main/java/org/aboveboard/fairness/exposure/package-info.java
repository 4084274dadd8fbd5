/// How much of what is seen goes to whom: exposure by place, by item and by provider group, and
/// what is made of it.
package org.aboveboard.fairness.exposure;

/// What an organisation declared, what a subject said, and the one decision that follows from both.
package org.aboveboard.policy;

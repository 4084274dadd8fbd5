/// What a model gives away: about people's attributes through their lists, and about who it was
/// fitted on.
package org.aboveboard.models.leak;

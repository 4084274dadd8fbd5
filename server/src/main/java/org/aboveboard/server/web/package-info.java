/// What every page shares: its frame, its safety, its pictures. Knows no feature.
@NullMarked
package org.aboveboard.server.web;

import org.jspecify.annotations.NullMarked;

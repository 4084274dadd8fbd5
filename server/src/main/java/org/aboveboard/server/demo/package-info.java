/// The demonstration: a made-up bookshop with people in it, and the links to try it by.
@NullMarked
package org.aboveboard.server.demo;

import org.jspecify.annotations.NullMarked;

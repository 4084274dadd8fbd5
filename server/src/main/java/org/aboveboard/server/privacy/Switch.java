package org.aboveboard.server.privacy;

import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.State;

/// A surface or a kind of act that can be switched off by itself, whatever was agreed to.
public record Switch(String name, State state, Act act) {}

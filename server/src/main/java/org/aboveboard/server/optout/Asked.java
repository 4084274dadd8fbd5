package org.aboveboard.server.optout;

import java.util.List;

/// Knows what people are asked here, in the words of now.
public interface Asked {
  List<Question> questions();
}

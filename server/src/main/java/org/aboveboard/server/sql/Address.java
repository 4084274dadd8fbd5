package org.aboveboard.server.sql;

/// Where the database is and who owns its schema; prints no password.
public record Address(String url, String owner, String password) {
  @Override
  public String toString() {
    return "Address[" + url.replaceAll("\\?.*", "") + "]";
  }
}

package org.aboveboard.server.web;

/// The words for each status that the framework itself answers with.
final class Problems {
  private Problems() {}

  static Problem ofStatus(int status) {
    return switch (status) {
      case 400 ->
          Problem.badRequest(
              "A part of the request is not what this address takes.",
              "Compare it with the description at /openapi.");
      case 401 ->
          Problem.unauthorized(
              "The request does not say who it comes from.",
              "Send Authorization: Bearer with a secret key or a subject token.");
      case 403 ->
          Problem.forbidden("The caller may not do this.", "Use a key or a token that may.");
      case 404 ->
          Problem.notFound(
              "No page or endpoint has this address.", "See /openapi for those there are.");
      case 405 ->
          Problem.of(
              405,
              "method-not-allowed",
              "This address takes another method",
              "The address exists, but not for this method.",
              "See /openapi for the methods it takes.");
      case 406 ->
          Problem.of(
              406,
              "not-acceptable",
              "The answer cannot be given in that form",
              "The Accept header names no form this address can answer in.",
              "Accept application/json.");
      case 413 ->
          Problem.tooLarge("The body is larger than this address takes.", "Send it in parts.");
      case 415 ->
          Problem.of(
              415,
              "unsupported-media-type",
              "The body has a form this address does not take",
              "The Content-Type header names a form that cannot be read here.",
              "Send application/json.");
      case 503 -> Problem.unavailable("The server is busy or starting.", "Try again in a minute.");
      default ->
          status < 500
              ? Problem.of(
                  status,
                  "refused",
                  "The request was refused",
                  "The request is not one this address can answer.",
                  "Compare it with the description at /openapi.")
              : Problem.of(
                  status,
                  "internal",
                  "Something failed here",
                  "The server made a mistake. Nothing you sent was changed by it.",
                  "Try again; if it stays, tell the operator the number in instance.");
    };
  }
}

package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/// Somebody whose browser runs no script: opens pages, follows links, presses buttons, keeps
/// cookies, and counts every request that it takes.
final class Walker {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern BUTTON =
      Pattern.compile("<button([^>]*)>(.*?)</button>", Pattern.DOTALL);
  private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"([^>]*)>");
  private static final Pattern LINK = Pattern.compile("<a([^>]*)>(.*?)</a>", Pattern.DOTALL);

  private final String[] headers;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> chosen = new LinkedHashMap<>();
  private String page = "";
  private int requests;

  /// @param headers names and values in turn, sent with every request
  Walker(String... headers) {
    this.headers = headers;
  }

  /// The same person, whose browser sends other headers from now on.
  Walker sending(String... others) {
    Walker walker = new Walker(others);
    walker.cookies.putAll(cookies);
    return walker;
  }

  String page() {
    return page;
  }

  /// All requests since the last time this was asked.
  int requests() {
    int count = requests;
    requests = 0;
    return count;
  }

  Walker open(String path) throws IOException, InterruptedException {
    send(request(path).GET());
    return this;
  }

  /// Follows the first link with these words in it.
  Walker follow(String words) throws IOException, InterruptedException {
    return open(
        attribute(
            LINK.matcher(page)
                .results()
                .filter(link -> text(link.group(2)).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link “" + words + "” on " + page))
                .group(1),
            "href"));
  }

  /// Chooses a value that the page offers, to be sent with the next press.
  Walker choose(String name, String value) {
    assertThat(page).contains("name=\"" + name + "\" value=\"" + value + "\"");
    chosen.put(name, value);
    return this;
  }

  /// Types into a field that the page has, to be sent with the next press.
  Walker type(String name, String words) {
    assertThat(page).contains("name=\"" + name + "\"");
    chosen.put(name, words);
    return this;
  }

  /// Presses the first button whose words begin like this.
  Walker press(String words) throws IOException, InterruptedException {
    for (MatchResult form : FORM.matcher(page).results().toList()) {
      for (MatchResult button : BUTTON.matcher(form.group(2)).results().toList()) {
        if (text(button.group(2)).startsWith(words)) {
          return press(form, button);
        }
      }
    }
    throw new AssertionError("no button “" + words + "” on " + page);
  }

  private Walker press(MatchResult form, MatchResult button)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>();
    HIDDEN
        .matcher(form.group(2))
        .results()
        .map(hidden -> hidden.group(1))
        .forEach(field -> fields.put(attribute(field, "name"), attribute(field, "value")));
    fields.put(attribute(button.group(1), "name"), attribute(button.group(1), "value"));
    fields.putAll(chosen);
    chosen.clear();
    String body =
        fields.entrySet().stream()
            .filter(field -> !field.getKey().isEmpty())
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    send(
        request(attribute(form.group(1), "action"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
    return this;
  }

  private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    requests++;
    answer.headers().allValues("set-cookie").forEach(this::keep);
    if (answer.statusCode() == 303) {
      open(answer.headers().firstValue("location").orElseThrow());
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      page = answer.body();
    }
  }

  private void keep(String cookie) {
    String[] named = cookie.split(";", 2)[0].split("=", 2);
    cookies.put(named[0], named[1]);
  }

  private HttpRequest.Builder request(String path) {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "")).resolve(path))
            .timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private static String attribute(String tag, String name) {
    return Pattern.compile(" " + name + "=\"([^\"]*)\"")
        .matcher(tag)
        .results()
        .map(found -> unescaped(found.group(1)))
        .findFirst()
        .orElse("");
  }

  private static String text(String html) {
    return unescaped(html.replaceAll("<[^>]*>", "")).strip();
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

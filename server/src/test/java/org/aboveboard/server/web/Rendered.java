package org.aboveboard.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.server.styleguide.Samples;

/// Pages as text, by the real engine and the real templates, without a server around them.
public final class Rendered {
  private static final Engine ENGINE = engine();

  private Rendered() {}

  /// Writes every sample to the folder that is named, to be looked at.
  public static void main(String[] arguments) throws IOException {
    for (var page : Samples.pages("sample").entrySet()) {
      Files.writeString(Path.of(arguments[0], page.getKey() + ".html"), page(page.getValue()));
    }
  }

  public static String page(TemplateInstance view) {
    Class<?> type = view.getClass();
    String folder = type.getAnnotation(CheckedTemplate.class).basePath();
    String file = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
    TemplateInstance filled =
        ENGINE.getTemplate(folder + "/" + file.toLowerCase(Locale.ROOT)).instance();
    for (RecordComponent part : type.getRecordComponents()) {
      filled.data(part.getName(), read(part, view));
    }
    return filled.render();
  }

  private static Object read(RecordComponent part, Object record) {
    return call(part.getAccessor(), record);
  }

  private static Object call(java.lang.reflect.Method method, Object record) {
    try {
      return method.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method.toString(), e);
    }
  }

  private static Engine engine() {
    EngineBuilder builder =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(id -> locate(id));
    for (String tag :
        List.of(
            "act",
            "asking",
            "bar",
            "chart",
            "choices",
            "edition",
            "facts",
            "lines",
            "marks",
            "points",
            "prompt",
            "receipt",
            "says",
            "shelf",
            "state",
            "switches")) {
      builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag + ".html"));
    }
    return builder.build();
  }

  private static Optional<TemplateLocation> locate(String id) {
    String path = "/templates/" + (id.endsWith(".html") ? id : id + ".html");
    try (InputStream file = Rendered.class.getResourceAsStream(path)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new Text(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Text(String text) implements TemplateLocation {
    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
    }
  }
}

package dev.cairn.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

/** Hands out the whole catalogue as JSON. */
public final class CatalogExport {
  /** The tracks bear their units already. */
  @JsonIgnoreProperties("units")
  private interface WithoutUnits {}

  /** What belongs to a day stands in it. */
  @JsonIgnoreProperties("day")
  private interface WithoutDay {}

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .addMixIn(Catalog.class, WithoutUnits.class)
          .addMixIn(Check.class, WithoutDay.class)
          .addMixIn(Flashcard.class, WithoutDay.class)
          .addModule(asInYaml())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build()
          .writerWithDefaultPrettyPrinter();

  private CatalogExport() {}

  private static SimpleModule asInYaml() {
    return new SimpleModule()
        .addSerializer(
            new StdScalarSerializer<Enum<?>>(Enum.class, false) {
              private static final long serialVersionUID = 1L;

              @Override
              public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider)
                  throws IOException {
                json.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
              }
            })
        .addSerializer(LocalDate.class, ToStringSerializer.instance);
  }

  /**
   * One object with a list for each kind of entry, {@code tracks} to {@code journey}. Every field
   * has the name that it has in the content's YAML; what is not given is left out. Derived are the
   * {@code stage} and {@code track} of a day, the {@code id} of a stage and the {@code days} of a
   * term.
   */
  public static String json(Catalog catalog) {
    try {
      return WRITER.writeValueAsString(catalog);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the catalogue cannot be written as JSON", e);
    }
  }
}

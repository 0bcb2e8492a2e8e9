package dev.cairn.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Hands out the whole catalogue as JSON. */
public final class CatalogExport {
  /** The tracks bear their units already. */
  @JsonIgnoreProperties("units")
  private interface WithoutUnits {}

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .addMixIn(Catalog.class, WithoutUnits.class)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build()
          .writerWithDefaultPrettyPrinter();

  private CatalogExport() {}

  /**
   * One object with a list for each kind of entry, {@code tracks} to {@code journey}; its keys are
   * the names of the records' components. What no document says is left out.
   */
  public static String json(Catalog catalog) {
    try {
      return WRITER.writeValueAsString(catalog);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the catalogue cannot be written as JSON", e);
    }
  }
}

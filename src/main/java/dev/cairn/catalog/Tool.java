package dev.cairn.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool, library, framework or service that a document names.
 *
 * @param status what has become of it, where that needs saying
 * @param sources every section that names it
 */
public record Tool(
    String id,
    String name,
    List<String> aliases,
    String summary,
    @Nullable OfferStatus status,
    List<Source> sources)
    implements Entry {}

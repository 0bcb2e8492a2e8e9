package dev.cairn.catalog;

import java.util.List;

/**
 * A tool, library, framework or service that a document names.
 *
 * @param sources every section that names it
 */
public record Tool(
    String id, String name, List<String> aliases, String summary, List<Source> sources)
    implements Entry {}

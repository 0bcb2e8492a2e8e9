package dev.cairn.catalog;

import java.util.List;

/**
 * What a word of the field means.
 *
 * @param text a short paragraph
 */
public record Definition(String id, String name, String text, List<Source> sources)
    implements Entry {}

package dev.cairn.catalog;

import java.util.List;

/**
 * A course of study, as one document lays it out.
 *
 * @param summary one or two sentences
 * @param source the document, and the section that introduces it
 * @param outcomes what one is able to do at the end, where the document says so; otherwise empty
 * @param units its parts, in order
 */
public record Track(
    String id, String name, String summary, Source source, List<String> outcomes, List<Unit> units)
    implements Entry {}

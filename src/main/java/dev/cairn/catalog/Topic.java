package dev.cairn.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be studied, as a document names it. A broad one is covered by several days of the
 * journey.
 *
 * @param track the id of the track it belongs to
 * @param unit the id of the unit it belongs to
 * @param summary one or two sentences
 * @param parts what the document lists under it; often empty
 * @param tools ids of the tools it is studied with
 * @param goal what to learn, where the document sets a goal
 * @param activity what to do, where the document suggests something
 */
public record Topic(
    String id,
    String name,
    String track,
    String unit,
    String summary,
    List<String> parts,
    List<String> tools,
    @Nullable String goal,
    @Nullable String activity,
    Source source)
    implements Entry {}

package dev.cairn.catalog;

import java.util.List;

/**
 * A team that has its part in bringing a model into production.
 *
 * @param roles ids of the roles in it
 */
public record Team(String id, String name, String summary, List<String> roles, List<Source> sources)
    implements Entry {}

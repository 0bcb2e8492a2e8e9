package dev.cairn.jobs;

import dev.cairn.domain.CommunityId;

/**
 * What a piece of work is about.
 *
 * @param kind the {@link JobHandler#kind()} that does it
 * @param community the community for which it is done
 * @param subject which of that community's, in the kind's own terms; at most 200 characters
 */
public record JobKey(String kind, CommunityId community, String subject) {}

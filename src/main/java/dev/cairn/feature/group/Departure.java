package dev.cairn.feature.group;

import dev.cairn.feature.member.Member;
import java.util.Optional;

/**
 * The state of a group after a member has left it.
 *
 * @param group as it was before
 * @param heir whom the group was handed to, where its owner left
 * @param disbanded whether nobody was left
 */
public record Departure(Group group, Optional<Member> heir, boolean disbanded) {}

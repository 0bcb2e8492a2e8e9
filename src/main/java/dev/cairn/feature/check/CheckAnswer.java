package dev.cairn.feature.check;

import dev.cairn.feature.member.Member;
import java.time.Instant;

/**
 * An answer that somebody gave to a check.
 *
 * @param interaction the id of the interaction in which it was given: one that is delivered twice
 *     counts once
 * @param check the public id of the check
 * @param right whether it was judged right
 */
public record CheckAnswer(
    Member member, String interaction, String check, boolean right, Instant at) {}

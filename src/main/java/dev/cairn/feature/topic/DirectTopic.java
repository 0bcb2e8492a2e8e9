package dev.cairn.feature.topic;

import dev.cairn.chat.Account;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.feature.member.Member;
import java.time.Instant;

/**
 * A member's wish to get each day's topic by direct message.
 *
 * @param account to which the messages are sent
 * @param hour when, within each study day
 * @param since when they asked: nothing that was due before is sent
 */
record DirectTopic(Member member, Account account, ReminderTime.AtHour hour, Instant since) {}

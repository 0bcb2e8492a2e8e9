package dev.cairn.feature.topic;

import dev.cairn.chat.Account;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.feature.community.Community;
import java.time.Instant;

/**
 * A member's wish to get each day's topic by direct message.
 *
 * @param member the member that the account belonged to when they asked; another after linking
 * @param account to which the messages are sent
 * @param hour when, within each study day
 * @param since when they asked: nothing that was due before is sent
 */
record DirectTopic(
    Community community,
    MemberId member,
    Account account,
    ReminderTime.AtHour hour,
    Instant since) {}

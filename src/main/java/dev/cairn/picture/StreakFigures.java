package dev.cairn.picture;

/**
 * The figures at the head of a {@link CalendarHeatmap}.
 *
 * @param streak the length of the streak, in days
 * @param longest the largest it has been, in days
 * @param freezes how many freezes are left
 * @param recentChecked how many of the recent days were checked
 * @param recentDays how many recent days there are
 */
public record StreakFigures(
    int streak, int longest, int freezes, int recentChecked, int recentDays) {}

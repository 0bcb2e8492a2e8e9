package dev.cairn.chat;

/**
 * A channel of a community.
 *
 * @param place where the community lives
 * @param channel the platform's own id of the channel
 */
public record ChannelRef(Place place, String channel) {}

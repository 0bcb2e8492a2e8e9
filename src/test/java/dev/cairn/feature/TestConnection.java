package dev.cairn.feature;

import dev.cairn.chat.Platform;
import dev.cairn.connection.Connection;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.RewardRoles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The local platform, with one thing that it can do. */
public record TestConnection(
    @Nullable InstallationCheck check,
    @Nullable MembershipLookup members,
    @Nullable RewardRoles roles)
    implements Connection {

  public static TestConnection with(InstallationCheck check) {
    return new TestConnection(check, null, null);
  }

  public static TestConnection with(MembershipLookup members) {
    return new TestConnection(null, members, null);
  }

  public static TestConnection with(RewardRoles roles) {
    return new TestConnection(null, null, roles);
  }

  @Override
  public Platform platform() {
    return Platform.LOCAL;
  }

  @Override
  public MessageSender sender() {
    return new Silent();
  }

  @Override
  public Optional<InstallationCheck> installationCheck() {
    return Optional.ofNullable(check);
  }

  @Override
  public Optional<MembershipLookup> membershipLookup() {
    return Optional.ofNullable(members);
  }

  @Override
  public Optional<RewardRoles> rewardRoles() {
    return Optional.ofNullable(roles);
  }

  private record Silent() implements MessageSender {
    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public Delivery send(OutgoingMessage outgoing) {
      return new Delivery.Later("nobody listens", null);
    }

    @Override
    public Search find(Address address, String nonce, Window tried) {
      return new Search.Absent();
    }
  }
}

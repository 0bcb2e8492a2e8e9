package dev.cairn.platform.slack.workspace;

import com.slack.api.model.User;
import dev.cairn.chat.Account;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackWeb;

/** Asks Slack for one member at a time. */
public final class SlackMembershipLookup implements MembershipLookup {
  private final SlackWeb web;
  private final Workspaces workspaces;

  public SlackMembershipLookup(SlackWeb web, Workspaces workspaces) {
    this.web = web;
    this.workspaces = workspaces;
  }

  @Override
  public Standing standing(Account account) {
    return workspaces
        .of(account.community())
        .map(installation -> standing(installation, account.user()))
        .orElse(Standing.UNKNOWN);
  }

  private Standing standing(SlackInstallation installation, String user) {
    try {
      User profile =
          web.patiently(installation.botToken(), client -> client.usersInfo(r -> r.user(user)))
              .getUser();
      return profile.isDeleted() ? Standing.GONE : Standing.HERE;
    } catch (SlackFailure failure) {
      return failure.code().equals("user_not_found") ? Standing.GONE : Standing.UNKNOWN;
    }
  }
}

package dev.cairn.feature;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import java.util.function.UnaryOperator;

/** The columns by which every table that has an account names it. */
public final class AccountColumns {
  private AccountColumns() {}

  /**
   * The account of a row.
   *
   * @param text reads a column of it
   * @param name what its owner is called there
   */
  public static Account of(UnaryOperator<String> text, String name) {
    return new Account(
        Platform.ofKey(text.apply("platform")),
        text.apply("external_community_id"),
        text.apply("external_user_id"),
        name);
  }

  /**
   * A condition for a store's statement: that the account of a row of {@code table} belongs to the
   * member {@code :to} of {@code :community}.
   */
  public static String belongsToOther(String table) {
    return """
    exists (select 1 from account a
      where a.community_id = :community and a.member_id = :to
        and a.platform = {table}.platform
        and a.external_community_id = {table}.external_community_id
        and a.external_user_id = {table}.external_user_id)
    """
        .replace("{table}", table);
  }
}

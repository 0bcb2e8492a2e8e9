package dev.cairn.feature;

import dev.cairn.chat.Account;
import dev.cairn.chat.Invocation;
import dev.cairn.database.Database;

/** Keeps for good which interactions have changed something. */
public final class InteractionStore {
  private final Database database;

  public InteractionStore(Database database) {
    this.database = database;
  }

  /**
   * Notes, in the transaction under way, that an interaction changes something.
   *
   * @return false where it has done so before
   */
  boolean add(Invocation invocation) {
    Account account = invocation.caller().account();
    int added =
        database
            .update(
                """
                insert into interaction (community_id, interaction_id, done_at)
                select community_id, cast(:id as varchar(200)), cast(:at as timestamp with time zone)
                from community_place where platform = :platform and external_id = :place
                on conflict do nothing
                """)
            .bind("id", invocation.id())
            .bind("at", invocation.at())
            .bind("platform", account.platform().key())
            .bind("place", account.community())
            .execute();
    // Nothing is added either where the community is not known yet.
    return added > 0 || !isKnown(invocation.id(), account);
  }

  private boolean isKnown(String id, Account account) {
    return database
            .query(
                """
                select count(*) from interaction i
                join community_place p on p.community_id = i.community_id
                where p.platform = :platform and p.external_id = :place and i.interaction_id = :id
                """)
            .bind("platform", account.platform().key())
            .bind("place", account.community())
            .bind("id", id)
            .one(Integer.class)
        > 0;
  }
}

package dev.cairn.feature.group;

import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.database.Database;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.group.Membership;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.spelling.Nearest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Founds groups and ends them, lets members in and out. Whatever changes a group holds its lock, so
 * that two at once are two one after the other.
 */
public final class Groups {
  private final GroupStore store;
  private final GroupDayStore days;
  private final Members members;
  private final Streaks streaks;
  private final Database database;

  public Groups(
      GroupStore store, GroupDayStore days, Members members, Streaks streaks, Database database) {
    this.store = store;
    this.days = days;
    this.members = members;
    this.streaks = streaks;
    this.database = database;
  }

  /** The groups of a community, by name. */
  public List<Group> all(Community community) {
    return database.reading(() -> store.all(community.id()));
  }

  /** The group that a member belongs to, if any. */
  public Optional<Group> of(Member member) {
    return database.reading(() ->
        store
            .newest(member)
            .filter(Belonging::isOpen)
            .flatMap(belonging -> store.find(member.community().id(), belonging.group())));
  }

  /**
   * The group of this name, or of one that looks like it.
   *
   * @throws Refusal when there is none
   */
  public Group named(Community community, String name) {
    return database.reading(() ->
        store
            .find(community.id(), GroupName.looks(name))
            .orElseThrow(() -> noSuchGroup(community, name)));
  }

  private Refusal noSuchGroup(Community community, String name) {
    RichText said = RichText.of("There is no group called “" + name + "”.");
    return Refusal.of(
        Problem.NOT_FOUND,
        Nearest.to(name, store.all(community.id()), Group::name)
            .map(near -> said.plain(" Did you mean ").bold(near.name()).plain("?"))
            .orElseGet(() -> said.plain(" To see all of them: ").command("group list").plain(".")));
  }

  /** Who belongs to a group now. */
  public List<Member> members(Community community, Group group) {
    return database.reading(() -> {
      List<MemberId> ids = store.members(group).stream().map(Belonging::member).toList();
      return List.copyOf(members.all(community, ids).values());
    });
  }

  /** What holds for a community's groups at an instant. */
  public GroupPolicy policy(Community community, Instant at) {
    return database.reading(() -> store.policy(community.id()).timeline().at(community.today(at)));
  }

  /** What was decided last for a community's groups. */
  public GroupPolicy nextPolicy(Community community) {
    return database.reading(() -> store.policy(community.id()).newest());
  }

  /** When days begin and end has changed for a community: its groups are looked at anew. */
  public void daysChanged(Community community) {
    database.transaction(() -> store.daysChanged(community.id()));
  }

  /** Decides what holds for a community's groups from its next study day on. */
  public void decide(Community community, GroupPolicy policy, Instant at) {
    database.transaction(() ->
        store.decide(
            community.id(), new Decisions.Decision<>(at, community.today(at).plusDays(1), policy)));
  }

  /**
   * Founds a group, which the member owns and is the first to belong to.
   *
   * @throws Refusal when the name could be taken for another's, or the member belongs to a group
   */
  public Group create(Member member, GroupName name, Instant at) {
    try {
      return database.transaction(() -> {
        Optional<Belonging> newest = withoutGroup(member);
        Group group = store.add(member, name, at);
        enter(member, newest, group, at);
        return again(group);
      });
    } catch (GroupStore.NameTakenException taken) {
      throw taken(member, name);
    }
  }

  /**
   * Lets a member into a group.
   *
   * @throws Refusal when it is full, or the member belongs to a group
   */
  public Group join(Member member, Group group, Instant at) {
    return database.transaction(() -> {
      Group current = lock(group);
      Optional<Belonging> newest = withoutGroup(member);
      int limit = policy(member.community(), at).sizeLimit();
      if (current.members() >= limit) {
        throw Refusal.of(
            Problem.CONFLICT,
            RichText.EMPTY
                .bold(current.name())
                .plain(
                    " is full: %d of %d places are taken. To see other groups: "
                        .formatted(current.members(), limit))
                .command("group list"));
      }
      enter(member, newest, current, at);
      return again(current);
    });
  }

  /** Requires that the member belongs to no group now, and answers their newest membership. */
  private Optional<Belonging> withoutGroup(Member member) {
    Optional<Belonging> newest = store.newest(member);
    if (newest.filter(Belonging::isOpen).isPresent()) {
      throw alreadyIn(member);
    }
    return newest;
  }

  private void enter(Member member, Optional<Belonging> newest, Group group, Instant at) {
    LocalDate joinedOn = later(today(member, at), newest);
    Belonging belonging =
        new Belonging(
            group.id(),
            newest.map(Belonging::ordinal).orElse(0) + 1,
            new Membership(member.id(), joinedOn, null),
            at);
    if (!store.join(group.community(), belonging)) {
      throw alreadyIn(member);
    }
  }

  private Refusal alreadyIn(Member member) {
    RichText where =
        of(member)
            .map(group -> RichText.of("You belong to ").bold(group.name()).plain(" already"))
            .orElseGet(() -> RichText.of("You belong to a group already"));
    return Refusal.of(
        Problem.CONFLICT,
        where.plain(", and one is the limit. To leave it: ").command("group leave"));
  }

  private Refusal taken(Member member, GroupName name) {
    return store
        .find(member.community().id(), name.looks())
        .map(other ->
            Refusal.badOption(
                "name",
                RichText.of("There is a group called ")
                    .bold(other.name())
                    .plain(
                        ", and the two would be taken for each other. Try a name that looks"
                            + " different.")))
        .orElseGet(
            () -> Refusal.badOption("name", "Another group was just given a name like that."));
  }

  /**
   * Lets a member out. A group whose owner leaves is handed to its longest-standing member; one
   * that nobody is left in is disbanded.
   *
   * @throws Refusal when the member belongs to none
   */
  public Departure leave(Member member, Instant at) {
    return database.transaction(() -> {
      Group group = lock(of(member).orElseThrow(Groups::inNone));
      Belonging belonging =
          store
              .newest(member)
              .filter(newest -> newest.isOpen() && newest.group().equals(group.id()))
              .orElseThrow(Groups::inNone);
      exit(member, belonging, at);
      List<Belonging> left = store.members(group);
      if (left.isEmpty()) {
        end(group, at);
        return new Departure(group, Optional.empty(), true);
      }
      Optional<Member> heir = Optional.empty();
      if (group.isOwnedBy(member.id())) {
        Member next = heir(member.community(), left);
        store.setOwner(group, next.id());
        heir = Optional.of(next);
      }
      return new Departure(group, heir, false);
    });
  }

  /**
   * Who would own the member's group if the member, who owns it, left; empty where nobody would.
   */
  Optional<Member> heir(Member owner) {
    return database.reading(() ->
        of(owner)
            .filter(group -> group.isOwnedBy(owner.id()))
            .map(group ->
                store.members(group).stream()
                    .filter(each -> !each.member().equals(owner.id()))
                    .toList())
            .filter(others -> !others.isEmpty())
            .map(others -> heir(owner.community(), others)));
  }

  /** Whoever belongs to it longest; one who has left the community only where all have. */
  private Member heir(Community community, List<Belonging> longestFirst) {
    List<MemberId> ids = longestFirst.stream().map(Belonging::member).toList();
    Map<MemberId, Member> known = members.all(community, ids);
    return ids.stream()
        .map(id -> Objects.requireNonNull(known.get(id)))
        .min(Comparator.comparing(Member::left))
        .orElseThrow();
  }

  /**
   * Renames the owner's group.
   *
   * @throws Refusal when the member owns none, or the name could be taken for another's
   */
  public Group rename(Member owner, GroupName name) {
    try {
      return database.transaction(() -> {
        Group group = lockOwned(owner, "rename it");
        store.rename(group, name);
        return again(group);
      });
    } catch (GroupStore.NameTakenException taken) {
      throw taken(owner, name);
    }
  }

  /**
   * Hands the owner's group to another of its members.
   *
   * @throws Refusal when the member owns none, or the other does not belong to it
   */
  public Group transfer(Member owner, Member heir) {
    return database.transaction(() -> {
      Group group = lockOwned(owner, "hand it over");
      if (heir.id().equals(owner.id())) {
        throw Refusal.badOption(
            "member", RichText.of("You own ").bold(group.name()).plain(" already."));
      }
      if (store.members(group).stream().noneMatch(each -> each.member().equals(heir.id()))) {
        throw Refusal.badOption(
            "member",
            RichText.EMPTY
                .bold(heir.name())
                .plain(" does not belong to ")
                .bold(group.name())
                .plain(". Only one of its members can own it."));
      }
      store.setOwner(group, heir.id());
      return again(group);
    });
  }

  /**
   * Ends the owner's group: everybody leaves, and its name is free again.
   *
   * @param id of the group that is meant
   * @throws Refusal when the member owns none, or another
   */
  public Group disband(Member owner, GroupId id, Instant at) {
    return database.transaction(() -> {
      Group group = lockOwned(owner, "disband it");
      if (!group.id().equals(id)) {
        throw Refusal.of(
            Problem.CONFLICT,
            RichText.of("That was about another group. You own ")
                .bold(group.name())
                .plain(" now, and nothing happened to it."));
      }
      List<Belonging> belongings = store.members(group);
      Map<MemberId, Member> leaving =
          members.all(owner.community(), belongings.stream().map(Belonging::member).toList());
      for (Belonging belonging : belongings) {
        exit(Objects.requireNonNull(leaving.get(belonging.member())), belonging, at);
      }
      end(group, at);
      return group;
    });
  }

  /**
   * The group that a member owns.
   *
   * @param deed what only an owner may do
   * @throws Refusal when they own none
   */
  public Group owned(Member member, String deed) {
    return database.reading(
        () -> requireOwner(member, of(member).orElseThrow(Groups::inNone), deed));
  }

  private Group lockOwned(Member member, String deed) {
    return requireOwner(member, lock(of(member).orElseThrow(Groups::inNone)), deed);
  }

  private Group requireOwner(Member member, Group group, String deed) {
    if (!group.isOwnedBy(member.id())) {
      throw Refusal.of(
          Problem.NOT_ALLOWED,
          RichText.of("Only the owner of ")
              .bold(group.name())
              .plain(" can " + deed + ", and that is ")
              .bold(member(member.community(), group.owner()).name())
              .plain("."));
    }
    return group;
  }

  /**
   * Puts a member in the place of another, who is the same learner: into their group, as its owner
   * where they own it. A member who belongs to a group already keeps it; the other leaves theirs.
   */
  public void takeOver(Member from, Member to, Instant at) {
    database.transaction(() -> {
      Optional<Group> left = of(from);
      if (left.isEmpty()) {
        return;
      }
      Group group = lock(left.get());
      Optional<Group> kept = of(to);
      if (kept.isEmpty()) {
        enter(to, store.newest(to), group, at);
      }
      boolean stays = kept.isEmpty() || kept.get().id().equals(group.id());
      if (stays && group.isOwnedBy(from.id())) {
        store.setOwner(group, to.id());
      }
      leave(from, at);
    });
  }

  /**
   * Renames those groups of a community that could be taken for groups of another, which it is
   * about to become one with: {@code Night owls} becomes {@code Night owls 2}.
   */
  public void makeDistinct(Community arriving, Community settled) {
    database.transaction(() -> {
      for (Group group : store.all(arriving.id())) {
        String name = group.name();
        int number = 2;
        while (isTaken(settled, group, name) || isTaken(arriving, group, name)) {
          name = numbered(group.name(), number++);
        }
        if (!name.equals(group.name())) {
          store.rename(group, GroupName.of(name));
        }
      }
    });
  }

  private boolean isTaken(Community community, Group group, String name) {
    return store
        .find(community.id(), GroupName.looks(name))
        .filter(other -> !other.id().equals(group.id()))
        .isPresent();
  }

  private static String numbered(String name, int number) {
    String end = " " + number;
    int room = GroupName.LONGEST - end.length();
    return (name.length() <= room ? name : name.substring(0, room).strip()) + end;
  }

  private void exit(Member member, Belonging belonging, Instant at) {
    store.leave(
        member.community().id(), belonging, later(today(member, at), Optional.of(belonging)), at);
  }

  private void end(Group group, Instant at) {
    store.disband(group, at);
    days.forget(group);
  }

  private LocalDate today(Member member, Instant at) {
    return streaks.recentHistory(member).today(at);
  }

  /**
   * The day on which a membership begins or ends. Whoever travels west comes into an earlier day
   * than the one on which they left a group; their dates in groups never run backwards, so that no
   * day belongs to two groups.
   */
  private static LocalDate later(LocalDate today, Optional<Belonging> newest) {
    return newest.map(Belonging::newestDate).filter(today::isBefore).orElse(today);
  }

  private Group lock(Group group) {
    return store
        .lock(group.community(), group.id())
        .orElseThrow(() ->
            Refusal.of(
                Problem.NOT_FOUND,
                RichText.EMPTY.bold(group.name()).plain(" has just been disbanded.")));
  }

  private Group again(Group group) {
    return store.find(group.community(), group.id()).orElseThrow();
  }

  private Member member(Community community, MemberId id) {
    return members.find(community, id).orElseThrow();
  }

  private static Refusal inNone() {
    return Refusal.of(
        Problem.CONFLICT,
        RichText.of("You belong to no group. To see all of them: ")
            .command("group list")
            .plain("; to found one: ")
            .command("group create"));
  }
}

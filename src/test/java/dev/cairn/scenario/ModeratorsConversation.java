package dev.cairn.scenario;

import static dev.cairn.scenario.Person.ASHA;
import static dev.cairn.scenario.Person.MO;

import java.util.List;

/** A moderator helps members, and takes back what was a mistake. */
final class ModeratorsConversation extends ConversationSteps {
  private ModeratorsConversation() {
    zone();
    undo();
    thresholds();
    export();
  }

  /** What happens, in order. */
  static List<Step> script() {
    return new ModeratorsConversation().steps();
  }

  private void zone() {
    given(
        ASHA,
        Line.of("settings").with("timezone", "Europe/Berlin"),
        "{\"timezone\":\"Europe/Berlin\",\"rest\":\"none\",\"hide\":false,\"remind\":\"off\",\"reviewshare\":true}",
        "Your time zone is now Europe/Berlin.");
    given(
        MO,
        Line.of("member zone")
            .with("member", ASHA)
            .with("timezone", "Asia/Tokyo")
            .with("reason", "moved; asked me to"),
        """
        {"member":"Asha","timezone":"Asia/Tokyo","before":"Europe/Berlin","studyDay":"2026-01-05"}\
        """,
        "The time zone of Asha is now Asia/Tokyo",
        "Today stays Monday 5 January 2026 for them");
    arrived(
        PostedIn.DIRECT, "Mo set your time zone to Asia/Tokyo", "“moved; asked me to”", "No day");
  }

  private void undo() {
    String what = "\"what\":\"set the time zone of Asha to Asia/Tokyo, from Europe/Berlin\"";
    given(
        MO,
        Line.of("audit"),
        "{\"entries\":[\"set the time zone of Asha to Asia/Tokyo, from Europe/Berlin\"]}",
        "set the time zone of Asha to Asia/Tokyo");
    pressed(
        MO,
        "Undo",
        "{\"id\":1," + what + ",\"undone\":false}",
        "Undo this?",
        "From now on Asha is in Europe/Berlin again.",
        "Nothing is changed yet.");
    pressed(
        MO,
        "Undo",
        "{\"id\":1," + what + ",\"undone\":true}",
        "Asha is in Europe/Berlin again, and has been told.");
    arrived(PostedIn.DIRECT, "Mo set your time zone back to Europe/Berlin");
    given(
        MO,
        Line.of("audit").with("undo", true),
        "{}",
        "You have changed nothing that could be undone.");
  }

  private void thresholds() {
    given(
        ASHA,
        Line.of("blog add").with("url", "https://asha.example/drift").with("title", "Drift"),
        "{\"url\":\"https://asha.example/drift\",\"counted\":true,\"posts\":1}",
        "Post 1");
    given(
        MO,
        Line.of("milestone rules").with("posts", "1,2").with("together", "1"),
        "{\"found\":2,\"foundBefore\":1,\"saved\":false}",
        "In the last 30 days these would have announced 2 milestones; those of now 1.",
        "Nothing is changed yet.");
    pressed(
        MO,
        "Keep",
        """
        {"posts":"1,2","together":"1","streak":"7,30,50,100,180,365","auto":false,
         "digest":0,"channel":null,"moderators":null}\
        """,
        "Saved");
    given(
        MO,
        Line.of("milestone rules").with("digest", 5),
        """
        {"posts":"1,2","together":"1","streak":"7,30,50,100,180,365","auto":false,
         "digest":5,"channel":null,"moderators":null}\
        """,
        "More than 5, waiting or reached within a day, become one message.");
  }

  private void export() {
    given(
        MO,
        Line.of("community export"),
        "{}",
        "This community does not share its review log. Ask your members");
    given(
        MO,
        Line.of("community set").with("reviewexport", true),
        """
        {"timezone":"UTC","daystart":4,"restcap":2,"lateevery":7,"comebackdays":3,"freezestart":1,
         "freezeevery":7,"freezecap":2,"reviewcounts":false,"quorum":50,"groupsize":50,
         "reviewexport":true}\
        """,
        "Moderators can get the review log, without names",
        "reviewshare:false");
    given(
        ASHA,
        Line.of("settings").with("reviewshare", false),
        """
        {"timezone":"Europe/Berlin","rest":"none","hide":false,"remind":"off","reviewshare":false}\
        """,
        "left out");
    given(MO, Line.of("community export"), "{}", "Fewer than 10 members here have reviewed");
  }
}

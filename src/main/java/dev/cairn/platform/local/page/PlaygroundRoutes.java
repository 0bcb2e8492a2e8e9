package dev.cairn.platform.local.page;

import dev.cairn.chat.reply.Block;
import dev.cairn.http.Routes;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.playground.Channel;
import dev.cairn.platform.local.playground.Outcome;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.PlaygroundCommunity;
import dev.cairn.platform.local.playground.Viewpoint;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The playground's page. */
public final class PlaygroundRoutes implements Routes {
  private final Playground playground;
  private final PictureStore pictures = new PictureStore();
  private final Watchers watchers = new Watchers();
  private final PageHtml html;

  /** Serves this playground. */
  public PlaygroundRoutes(Playground playground) {
    this.playground = playground;
    this.html = new PageHtml(playground, pictures);
    playground.timeline().onChange(watchers::changed);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes
        .get("/", this::home)
        .get("/channels/{channel}", ctx -> page(ctx, ctx.pathParam("channel")))
        .get("/direct", this::direct)
        .get("/changes", this::changes)
        .get("/completion", this::completion)
        .get("/pictures/{hash}.png", this::picture)
        .get("/files/{hash}/{name}", this::file)
        .get("/assets/{name}", Assets::serve)
        .post("/say", this::say)
        .post("/press/{message}/{offer}", this::press)
        .post("/forms/{form}", this::submit)
        .post("/clock/{to}", this::moveClock)
        .post("/start-over/ask", this::askToStartOver)
        .post("/start-over/sure", this::startOver)
        .sse("/watch", watchers::watch);
  }

  private void home(Context ctx) {
    PlaygroundCommunity community = playground.community();
    ctx.redirect(
        SidebarHtml.address(
            new Viewpoint(community.members().getFirst(), community.channels().getFirst())));
  }

  private void direct(Context ctx) {
    page(ctx, Channel.direct(member(ctx)).id());
  }

  private void page(Context ctx, String channel) {
    fresh(ctx).html(html.page(viewpoint(ctx, channel)));
  }

  private void changes(Context ctx) {
    if (playground.timeline().isOutdated(since(ctx))) {
      anew(ctx);
    } else {
      fresh(ctx).html(html.changes(viewpoint(ctx), since(ctx)));
    }
  }

  private void completion(Context ctx) {
    String line = Optional.ofNullable(ctx.queryParam("line")).orElse("");
    fresh(ctx)
        .html(CompletionHtml.of(playground.completer().complete(viewpoint(ctx), line)).render());
  }

  private void picture(Context ctx) {
    byte[] png = pictures.find(ctx.pathParam("hash")).orElseThrow(NotFoundResponse::new);
    ctx.contentType("image/png")
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .result(png);
  }

  private void file(Context ctx) {
    Block.File file =
        pictures
            .findFile(ctx.pathParam("hash"))
            .filter(found -> found.name().equals(ctx.pathParam("name")))
            .orElseThrow(NotFoundResponse::new);
    fresh(ctx)
        .contentType(file.mediaType())
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .result(file.content());
  }

  private void say(Context ctx) {
    answer(ctx, playground.say(viewpoint(ctx), parameter(ctx, "text")));
  }

  private void press(Context ctx) {
    answer(
        ctx,
        playground.press(
            viewpoint(ctx),
            number(ctx.pathParam("message")),
            Math.toIntExact(Math.min(number(ctx.pathParam("offer")), Integer.MAX_VALUE)),
            parameter(ctx, "action")));
  }

  private void submit(Context ctx) {
    Map<String, String> given = new HashMap<>();
    ctx.formParamMap()
        .forEach((name, values) -> {
          if (name.startsWith(FormHtml.FIELD) && !values.isEmpty()) {
            given.put(name.substring(FormHtml.FIELD.length()), values.getFirst());
          }
        });
    answer(ctx, playground.submit(viewpoint(ctx), ctx.pathParam("form"), given));
  }

  private void askToStartOver(Context ctx) {
    fresh(ctx).html(html.startOver(viewpoint(ctx), since(ctx)));
  }

  private void startOver(Context ctx) {
    playground.startOver(viewpoint(ctx));
    anew(ctx);
  }

  /** Has the page loaded anew: what it shows is gone. */
  private static void anew(Context ctx) {
    fresh(ctx).header("HX-Refresh", "true").html("");
  }

  private void moveClock(Context ctx) {
    Viewpoint from = viewpoint(ctx);
    switch (ctx.pathParam("to")) {
      case "hour" -> playground.advance(from, Duration.ofHours(1));
      case "tomorrow" -> playground.advanceToTomorrow(from);
      case "date" -> moveClockTo(from, parameter(ctx, "to"));
      default -> throw new NotFoundResponse();
    }
    answer(ctx, Outcome.SHOWN);
  }

  private void moveClockTo(Viewpoint from, String to) {
    try {
      playground.moveClock(from, LocalDateTime.parse(to).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException notADate) {
      playground.refuseClock(from);
    }
  }

  private void answer(Context ctx, Outcome outcome) {
    fresh(ctx).html(html.outcome(viewpoint(ctx), since(ctx), outcome));
  }

  private static Context fresh(Context ctx) {
    return ctx.header("Cache-Control", "no-store");
  }

  private Viewpoint viewpoint(Context ctx) {
    return viewpoint(ctx, parameter(ctx, "channel"));
  }

  private Viewpoint viewpoint(Context ctx, String channel) {
    LocalMember member = member(ctx);
    return playground.community().channelsOf(member).stream()
        .filter(each -> each.id().equals(channel))
        .findFirst()
        .map(each -> new Viewpoint(member, each))
        .orElseThrow(() -> new NotFoundResponse("There is no such channel here."));
  }

  private LocalMember member(Context ctx) {
    return playground
        .community()
        .member(parameter(ctx, "as"))
        .orElseThrow(() -> new NotFoundResponse("There is no such member here."));
  }

  private static long since(Context ctx) {
    return number(parameter(ctx, "revision"));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw new BadRequestResponse("Not a number.");
    }
  }

  private static String parameter(Context ctx, String name) {
    @Nullable String sent = ctx.formParam(name);
    return Objects.requireNonNullElse(sent == null ? ctx.queryParam(name) : sent, "");
  }
}

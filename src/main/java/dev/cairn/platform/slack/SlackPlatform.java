package dev.cairn.platform.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.http.SlackHttpClient;
import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Dialogue;
import dev.cairn.config.SlackSettings;
import dev.cairn.connection.Connection;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.connection.Installations;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.RepeatedFailure;
import dev.cairn.http.PromptSockets;
import dev.cairn.http.Routes;
import dev.cairn.platform.slack.answer.AnswerDelivery;
import dev.cairn.platform.slack.answer.AnswerThreads;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackWeb;
import dev.cairn.platform.slack.api.Sleeper;
import dev.cairn.platform.slack.receive.Deliveries;
import dev.cairn.platform.slack.receive.Interactions;
import dev.cairn.platform.slack.receive.SignatureVerifier;
import dev.cairn.platform.slack.receive.SlackConversation;
import dev.cairn.platform.slack.receive.SlackHttpEndpoint;
import dev.cairn.platform.slack.receive.SlackListeners;
import dev.cairn.platform.slack.receive.SocketMode;
import dev.cairn.platform.slack.receive.ZoneNote;
import dev.cairn.platform.slack.send.PictureUploads;
import dev.cairn.platform.slack.send.ServedPictures;
import dev.cairn.platform.slack.send.SlackHome;
import dev.cairn.platform.slack.send.SlackSender;
import dev.cairn.platform.slack.workspace.InstalledWorkspaces;
import dev.cairn.platform.slack.workspace.OAuthInstallations;
import dev.cairn.platform.slack.workspace.OAuthStates;
import dev.cairn.platform.slack.workspace.SingleWorkspace;
import dev.cairn.platform.slack.workspace.SlackDirectory;
import dev.cairn.platform.slack.workspace.SlackInstallationCheck;
import dev.cairn.platform.slack.workspace.SlackMembershipLookup;
import dev.cairn.platform.slack.workspace.SlackScopes;
import dev.cairn.platform.slack.workspace.TokenCipher;
import dev.cairn.platform.slack.workspace.Workspaces;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to Slack: over Socket Mode where the settings have an app token, over HTTP where they
 * have a signing secret, over both where they have both.
 */
public final class SlackPlatform implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(SlackPlatform.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(32);

  private final Slack slack;
  private final AnswerThreads inFlight = new AnswerThreads();
  private final SlackSender sender;
  private final SlackMembershipLookup membershipLookup;
  private final SlackInstallationCheck installationCheck;
  private final SlackHome home;
  private final App app;
  private final SlackWeb web;
  private final @Nullable String botToken;
  private final @Nullable String appToken;
  private final @Nullable SlackHttpEndpoint endpoint;
  private final MeterRegistry meters;
  private final Workspaces workspaces;
  private final Sleeper pause;
  private volatile boolean started;
  private volatile boolean closed;
  private volatile @Nullable SocketMode socketMode;

  /**
   * What the adapter is given from outside.
   *
   * @param installations of many workspaces; asked only where the settings have no bot token
   * @param home what App Home shows to somebody
   * @param ownZone the time zone that a member has set, as opposed to the community's
   * @param pause how to wait
   */
  record Surroundings(
      Dialogue dialogue,
      Installations installations,
      Function<Caller, Reply.Card> home,
      Function<Account, Optional<ZoneId>> ownZone,
      InstantSource clock,
      MeterRegistry meters,
      Sleeper pause) {}

  /**
   * Prepares the connection; {@link #start} opens it.
   *
   * @param installations of many workspaces; asked only where the settings have no bot token
   * @param home what App Home shows to somebody
   * @param ownZone the time zone that a member has set, as opposed to the community's
   * @throws IllegalArgumentException when the settings are not enough for either mode
   */
  public SlackPlatform(
      SlackSettings settings,
      Dialogue dialogue,
      Installations installations,
      Function<Caller, Reply.Card> home,
      Function<Account, Optional<ZoneId>> ownZone,
      InstantSource clock,
      MeterRegistry meters) {
    this(
        settings,
        new Surroundings(dialogue, installations, home, ownZone, clock, meters, Sleeper.REAL));
  }

  SlackPlatform(SlackSettings settings, Surroundings with) {
    this.slack = slack(settings.apiUrl());
    this.web = new SlackWeb(slack, with.pause(), with.clock());
    this.botToken = settings.botToken();
    this.pause = with.pause();
    this.workspaces = workspaces(settings, web, with.installations());
    Optional<ServedPictures> served =
        Optional.ofNullable(settings.publicUrl()).map(ServedPictures::new);
    PictureUploads pictures = new PictureUploads(web, served, with.pause());
    SlackDirectory directory = new SlackDirectory(web, with.clock());
    String command = settings.command();
    this.home = new SlackHome(web, workspaces, directory, pictures, command, with.home());
    this.sender = new SlackSender(web, workspaces, pictures, command);
    this.membershipLookup = new SlackMembershipLookup(web, workspaces);
    this.installationCheck = new SlackInstallationCheck(web, workspaces);
    meters = with.meters();
    AnswerDelivery outbox = new AnswerDelivery(web, workspaces, pictures, command, with.meters());
    SlackConversation conversation =
        new SlackConversation(
            with.dialogue(),
            workspaces,
            directory,
            outbox,
            this.home,
            new ZoneNote(with.ownZone()),
            command);
    this.app = app(settings, slack, workspaces, with.clock());
    Deliveries deliveries = new Deliveries();
    new SlackListeners(
            conversation,
            this.home,
            workspaces,
            new Interactions(with.clock()),
            deliveries,
            inFlight,
            with.meters(),
            settings.command())
        .listenTo(app);
    this.appToken = settings.appToken();
    this.endpoint =
        settings.signingSecret() == null
            ? null
            : new SlackHttpEndpoint(
                app,
                new SignatureVerifier(settings.signingSecret(), with.clock()),
                deliveries,
                served,
                with.meters());
  }

  /**
   * Begins to listen; while Slack is down, this tries again and again, and does not return.
   *
   * @throws SlackFailure when Slack refuses the bot token
   * @throws IllegalStateException when Slack refuses the app token
   */
  @Override
  public void start() {
    untilReached(() -> {
      workspaces.meet();
      return true;
    });
    app.start();
    if (appToken != null) {
      SocketMode opened = untilReached(() -> new SocketMode(app, appToken, meters));
      socketMode = opened;
      if (closed) {
        opened.close();
      }
      LOG.info("connected to Slack in Socket Mode");
    }
    started = true;
  }

  private <T> T untilReached(Supplier<T> attempt) {
    Duration wait = FIRST_WAIT;
    RepeatedFailure repeated = new RepeatedFailure();
    while (true) {
      try {
        return attempt.get();
      } catch (SlackFailure | IllegalStateException failure) {
        if (closed || !isDown(failure)) {
          throw failure;
        }
        if (repeated.isWorthTelling()) {
          LOG.warn("cannot reach Slack, which is tried again and again: {}", failure.getMessage());
        }
      }
      pause.of(wait);
      repeated.waited(wait);
      wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : wait;
    }
  }

  /** Whether waiting may help: not where Slack answers, and does not want us. */
  private static boolean isDown(RuntimeException failure) {
    return failure instanceof SlackFailure refused
        ? refused.kind() == SlackFailure.Kind.DOWN || refused.kind() == SlackFailure.Kind.LIMITED
        : failure.getCause() instanceof IOException;
  }

  /** What our server answers below {@code /slack/}; empty without a signing secret. */
  public Optional<Routes> routes() {
    return Optional.ofNullable(endpoint).map(SlackHttpEndpoint::routes);
  }

  /** The same, without a server. */
  Optional<SlackHttpEndpoint> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public MessageSender sender() {
    return sender;
  }

  @Override
  public Optional<InstallationCheck> installationCheck() {
    return Optional.of(installationCheck);
  }

  @Override
  public Optional<MembershipLookup> membershipLookup() {
    return Optional.of(membershipLookup);
  }

  /** Draws members' App Home. */
  public SlackHome home() {
    return home;
  }

  /** Whether Slack can reach us just now; over HTTP that is for Slack to know. */
  @Override
  public boolean isConnected() {
    SocketMode open = socketMode;
    return open == null ? started && endpoint != null : open.isOpen();
  }

  @Override
  public Optional<String> refusal() {
    return Optional.ofNullable(botToken).flatMap(web::refusal);
  }

  /** Takes nothing more, answers what is in flight, and disconnects. */
  @Override
  public void close() {
    if (!inFlight.finish(PATIENCE)) {
      LOG.warn("not everything could be answered before closing");
    }
    closed = true;
    SocketMode open = socketMode;
    if (open != null) {
      open.close();
    }
    app.stop();
    try {
      slack.close();
    } catch (Exception failure) {
      LOG.info("Slack's client did not close cleanly", failure);
    }
  }

  private static Workspaces workspaces(
      SlackSettings settings, SlackWeb web, Installations installations) {
    if (settings.appToken() == null && settings.signingSecret() == null) {
      throw new IllegalArgumentException(
          "Slack needs an app token (Socket Mode) or a signing secret (HTTP)");
    }
    if (settings.botToken() != null) {
      return new SingleWorkspace(settings.botToken(), web);
    }
    if (settings.tokenKey() == null
        || settings.clientId() == null
        || settings.clientSecret() == null) {
      throw new IllegalArgumentException(
          "Slack needs a bot token, or a client id, a client secret and a token key");
    }
    return new InstalledWorkspaces(installations, new TokenCipher(settings.tokenKey()));
  }

  /** Bolt without its own authorisation, which would ask Slack before the acknowledgement. */
  private static App app(
      SlackSettings settings, Slack slack, Workspaces workspaces, InstantSource clock) {
    // Bolt takes what is not set from environment variables of its own.
    AppConfig config =
        AppConfig.builder()
            .singleTeamBotToken(null)
            .signingSecret(null)
            .clientId(null)
            .clientSecret(null)
            .redirectUri(null)
            .scope(null)
            .userScope(null)
            .allEventsApiAutoAckEnabled(true)
            .threadPoolSize(1)
            .build();
    if (!(workspaces instanceof InstalledWorkspaces installed)) {
      return new App(config, slack, List.of());
    }
    config.setClientId(settings.clientId());
    config.setClientSecret(settings.clientSecret());
    config.setScope(String.join(",", SlackScopes.BOT));
    config.setOauthInstallPath(SlackHttpEndpoint.INSTALL);
    config.setOauthRedirectUriPath(SlackHttpEndpoint.OAUTH_REDIRECT);
    if (settings.publicUrl() != null) {
      config.setRedirectUri(
          settings.publicUrl().toString().replaceFirst("/+$", "")
              + SlackHttpEndpoint.OAUTH_REDIRECT);
    }
    return new App(config, slack, List.of())
        .asOAuthApp(true)
        .service(new OAuthInstallations(installed, clock))
        .service(new OAuthStates())
        .oauthCallbackStateError((request, response) -> wrongState(config, response));
  }

  /** Answers as Bolt does, but does not log the code by which Slack hands out a token. */
  private static Response wrongState(AppConfig config, Response response) {
    LOG.warn("an installation was not begun in the browser that came back from it");
    response.setStatusCode(200);
    response.setContentType("text/html; charset=utf-8");
    response.setBody(
        config
            .getOAuthRedirectUriPageRenderer()
            .renderFailurePage(config.getOauthInstallRequestURI(), "invalid_state"));
    return response;
  }

  private static Slack slack(@Nullable URI apiUrl) {
    SlackConfig config = new SlackConfig();
    // They would write tokens and members' words into the log.
    config.getHttpClientResponseHandlers().clear();
    config.setStatsEnabled(false);
    if (apiUrl != null) {
      config.setMethodsEndpointUrlPrefix(apiUrl.toString());
    }
    OkHttpClient http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .socketFactory(new PromptSockets())
            // It would send a message again whose answer was lost, and Slack would show both.
            .retryOnConnectionFailure(false)
            .connectTimeout(Duration.ofSeconds(5))
            .callTimeout(Duration.ofSeconds(20))
            .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
            .build();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }
}

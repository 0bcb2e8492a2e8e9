package dev.cairn.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever started us from everybody else, where more than this machine can reach us: they
 * open an address that only they were told, and their browser remembers what stands in it.
 */
final class OwnerToken {
  private static final String NAME = "cairn_token";
  private static final String PARAMETER = "token";
  private static final int BYTES = 16;

  private final String token;

  OwnerToken() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    token = HexFormat.of().formatHex(bytes);
  }

  /** What stands behind the path of the address that is told. */
  String query() {
    return "?" + PARAMETER + "=" + token;
  }

  /**
   * Whether a request is the owner's. One that brings the token in its address is answered here: it
   * is sent on without, so that the token is not passed along with the address.
   */
  boolean admits(Context ctx) {
    if (isToken(ctx.queryParam(PARAMETER))) {
      ctx.header("Set-Cookie", NAME + "=" + token + "; Path=/; HttpOnly; SameSite=Lax");
      ctx.redirect(ctx.path());
      ctx.skipRemainingHandlers();
      return true;
    }
    return isToken(ctx.cookie(NAME));
  }

  private boolean isToken(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}

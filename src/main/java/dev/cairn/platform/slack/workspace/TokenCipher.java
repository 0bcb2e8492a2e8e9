package dev.cairn.platform.slack.workspace;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts stored tokens with AES-256-GCM. Each is bound to its workspace, so that a token copied
 * to another's row is not accepted there.
 */
public final class TokenCipher {
  private static final int KEY_BYTES = 32;

  private final Aead aead;

  /**
   * Encrypts with this key.
   *
   * @param key base64 of 32 bytes
   * @throws IllegalArgumentException when it is anything else
   */
  public TokenCipher(String key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(key);
      if (bytes.length != KEY_BYTES) {
        throw new IllegalArgumentException("not " + KEY_BYTES + " bytes");
      }
      this.aead = new AesGcmJce(bytes);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      // Without its cause, which may quote the key.
      throw new IllegalArgumentException("the token key must be base64 of 32 bytes");
    }
  }

  /** The token as base64 that only this key and workspace open. */
  String encrypted(String token, String workspace) {
    try {
      return Base64.getEncoder().encodeToString(aead.encrypt(bytes(token), bytes(workspace)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is not available", impossible);
    }
  }

  /**
   * Opens what {@link #encrypted} gave.
   *
   * @throws LockedTokenException when it was encrypted with another key or for another workspace
   */
  String decrypted(String encrypted, String workspace) {
    try {
      byte[] token = aead.decrypt(Base64.getDecoder().decode(encrypted), bytes(workspace));
      return new String(token, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new LockedTokenException(
          "the stored token of "
              + workspace
              + " was encrypted with another key than slack.token-key",
          wrong);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

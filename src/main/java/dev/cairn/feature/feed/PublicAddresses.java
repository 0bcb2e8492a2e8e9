package dev.cairn.feature.feed;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses of the public Internet only: nothing private, shared, loopback, link-local, multicast,
 * reserved or for documentation, and no clouds' metadata services.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4 special
 *     registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA IPv6 special
 *     registry</a>
 */
public final class PublicAddresses implements AddressPolicy {
  private static final List<Block> SPECIAL_IPV4 =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("127.0.0.0", 8),
          // Link-local, the metadata services of clouds among them.
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 4),
          Block.of("240.0.0.0", 4));

  /** What is global in IPv6; loopback, unique-local, link-local and multicast lie outside. */
  private static final Block GLOBAL_IPV6 = Block.of("2000::", 3);

  private static final List<Block> SPECIAL_IPV6 =
      List.of(
          Block.of("2001::", 23),
          Block.of("2001:db8::", 32),
          // 6to4: carries an IPv4 address that a relay would talk to.
          Block.of("2002::", 16),
          Block.of("3fff::", 20));

  /** NAT64: embeds an IPv4 address in its last four bytes. */
  private static final Block TRANSLATED = Block.of("64:ff9b::", 96);

  private static final int IPV4_BYTES = 4;

  @Override
  public boolean allows(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == IPV4_BYTES ? isPublicIpv4(bytes) : isPublicIpv6(bytes);
  }

  private static boolean isPublicIpv6(byte[] bytes) {
    if (TRANSLATED.contains(bytes)) {
      return isPublicIpv4(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
    }
    return GLOBAL_IPV6.contains(bytes)
        && SPECIAL_IPV6.stream().noneMatch(block -> block.contains(bytes));
  }

  private static boolean isPublicIpv4(byte[] bytes) {
    return SPECIAL_IPV4.stream().noneMatch(block -> block.contains(bytes));
  }

  /** The addresses that begin with the same bits. */
  // Bytes are what an address is made of; blocks are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Block(byte[] prefix, int bits) {
    static Block of(String address, int bits) {
      try {
        return new Block(InetAddress.getByName(address).getAddress(), bits);
      } catch (UnknownHostException notALiteral) {
        throw new IllegalArgumentException(address, notALiteral);
      }
    }

    boolean contains(byte[] address) {
      int whole = bits / Byte.SIZE;
      if (!Arrays.equals(prefix, 0, whole, address, 0, whole)) {
        return false;
      }
      int rest = bits % Byte.SIZE;
      int mask = 0xff << (Byte.SIZE - rest);
      return rest == 0 || ((prefix[whole] ^ address[whole]) & mask & 0xff) == 0;
    }
  }
}

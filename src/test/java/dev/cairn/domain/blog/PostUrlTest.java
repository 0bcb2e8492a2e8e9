package dev.cairn.domain.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.domain.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://blog.example/a | https://blog.example/a",
        "HTTPS://Blog.Example/A | https://blog.example/A",
        "' http://blog.example/a ' | http://blog.example/a",
        "http://blog.example:80/a | http://blog.example/a",
        "https://blog.example:443/a | https://blog.example/a",
        "https://blog.example:0443/a | https://blog.example/a",
        "https://blog.example:/a | https://blog.example/a",
        "http://blog.example:443/a | http://blog.example:443/a",
        "https://blog.example:8443 | https://blog.example:8443",
        "https://blog.example/ | https://blog.example",
        "https://blog.example/a/ | https://blog.example/a",
        "https://blog.example/a// | https://blog.example/a",
        "https://blog.example/a/?b=1 | https://blog.example/a?b=1",
        "https://blog.example/?b=/ | https://blog.example?b=/",
        "https://blog.example/a#part | https://blog.example/a",
        "https://blog.example/a/#/part?x | https://blog.example/a",
        "https://blog.example/a? | https://blog.example/a",
        "https://blog.example/a?utm_source=x&utm_medium=y | https://blog.example/a",
        "https://blog.example/a?UTM_Source=x | https://blog.example/a",
        "https://blog.example/a?fbclid=1&p=2&gclid=3&q&ref=4 | https://blog.example/a?p=2&q",
        "https://blog.example/a?p=1&&q=2& | https://blog.example/a?p=1&q=2",
        "https://blog.example/a?ref | https://blog.example/a",
        "https://blog.example/a?reference=1&xutm_a=2 | https://blog.example/a?reference=1&xutm_a=2",
        "https://blog.example/a?p=utm_source | https://blog.example/a?p=utm_source",
        "https://[2001:DB8::1]:443/a | https://[2001:db8::1]/a",
        "https://blog.example/über/%C3%BC | https://blog.example/über/%C3%BC",
        "https://Bücher.example:443/a/ | https://xn--bcher-kva.example/a",
        "https://xn--bcher-kva.example/a | https://xn--bcher-kva.example/a",
        "https://例え.テスト/é | https://xn--r8jz45g.xn--zckzah/é",
      })
  void normalises(String written, String normalised) {
    assertThat(PostUrl.of(written)).map(PostUrl::value).contains(normalised);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "blog.example/a",
        "ftp://blog.example/a",
        "mailto:asha@blog.example",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "https://blog.example/a b",
        "https://asha@blog.example/",
        "https://asha:secret@blog.example/",
        "https://blog.example:port/",
        "https://blog.example:123456/",
        "https://blog\\example/",
        "see https://blog.example/a",
      })
  void refusesWhatIsNoWebAddress(String written) {
    assertThat(PostUrl.of(written)).isEmpty();
  }

  @Test
  void isAlwaysNormalised() {
    assertThat(new PostUrl("https://blog.example/a").value()).isEqualTo("https://blog.example/a");
    assertThatIllegalArgumentException().isThrownBy(() -> new PostUrl("https://blog.example/a/"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PostUrl("a"));
  }

  @Test
  void waysToWriteOneAddressAreOneAddress() {
    Property.forAll(
        2000,
        random -> {
          String scheme = Property.oneOf(random, List.of("http", "https"));
          String path = Property.oneOf(random, List.of("", "/a", "/A/b", "/2026/01/drift.html"));
          List<String> query =
              Property.oneOf(random, List.of(List.of(), List.of("p=1"), List.of("q", "p=2")));
          String plain =
              scheme
                  + "://blog.example"
                  + path
                  + (query.isEmpty() ? "" : "?" + String.join("&", query));
          String dressed =
              anyCase(scheme, random)
                  + "://"
                  + anyCase("blog.example", random)
                  + Property.oneOf(random, List.of("", ":", scheme.equals("http") ? ":80" : ":443"))
                  + path
                  + Property.oneOf(random, List.of("", "/"))
                  + dressed(query, random)
                  + Property.oneOf(random, List.of("", "#", "#part/"));

          assertThat(PostUrl.of(dressed)).as(dressed).isPresent().isEqualTo(PostUrl.of(plain));
        });
  }

  private static String dressed(List<String> query, RandomGenerator random) {
    List<String> parameters = new ArrayList<>(query);
    for (int more = random.nextInt(3); more > 0; more--) {
      String tracking =
          Property.oneOf(
              random, List.of("", "utm_source=x", "utm_=", "fbclid=1", "gclid=", "ref=me"));
      parameters.add(random.nextInt(parameters.size() + 1), tracking);
    }
    return parameters.isEmpty()
        ? Property.oneOf(random, List.of("", "?"))
        : "?" + String.join("&", parameters);
  }

  private static String anyCase(String text, RandomGenerator random) {
    StringBuilder mixed = new StringBuilder();
    text.chars()
        .forEach(c -> mixed.append((char) (random.nextBoolean() ? Character.toUpperCase(c) : c)));
    return mixed.toString();
  }

  @Test
  void normalisingTwiceIsNormalisingOnce() {
    Property.forAll(
        5000,
        random -> {
          StringBuilder written = new StringBuilder("http");
          for (int length = random.nextInt(40); length > 0; length--) {
            written.append(
                Property.oneOf(
                    random,
                    List.of(
                        "s", "://", "/", "?", "&", "#", "=", ":", "80", "a", "B", "İ", "utm_x",
                        "ref", "[", "::1]", " ", "@")));
            if (written.length() == 4 || random.nextInt(8) == 0) {
              written.replace(0, written.indexOf("p") + 1, "https://h/");
            }
          }
          PostUrl.of(written.toString())
              .ifPresent(once -> {
                assertThat(PostUrl.of(once.value())).contains(once);
                assertThat(once.value())
                    .doesNotContain("#")
                    .doesNotMatch("[^?]*\\?(.*&)?utm_.*")
                    .doesNotMatch("[^?]*/(\\?.*)?");
              });
        });
  }
}

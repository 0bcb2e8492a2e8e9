package dev.cairn.platform.local.playground;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.Span;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a message says, as JSON and back. A picture is kept as it is drawn; what a reply tells
 * machines is not kept, and nor is a file, which can be had again by asking.
 */
public final class MessageJson {
  private static final String PNG = "png";

  private static final ObjectMapper JSON = mapper();

  private MessageJson() {}

  /** Tells the members of a sealed family apart by their names. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}

  /** The JSON of what a message says; empty where it has a file. */
  public static Optional<String> write(Message.Body body) {
    try {
      return hasFile(body) ? Optional.empty() : Optional.of(JSON.writeValueAsString(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What such JSON says; empty where it is of a version that is no longer understood. */
  public static Optional<Message.Body> read(String json) {
    try {
      return Optional.of(JSON.readValue(json, Message.Body.class));
    } catch (JsonProcessingException outdated) {
      return Optional.empty();
    }
  }

  private static boolean hasFile(Message.Body body) {
    Reply reply =
        switch (body) {
          case Message.Answer answer -> answer.reply();
          case Message.Post post -> post.card();
          case Message.Chatter chatter -> null;
        };
    return reply instanceof Reply.Card card
        && card.blocks().stream().anyMatch(Block.File.class::isInstance);
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setVisibility(PropertyAccessor.ALL, Visibility.NONE);
    mapper.setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    mapper.setVisibility(PropertyAccessor.CREATOR, Visibility.ANY);
    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    for (Class<?> family :
        List.of(Message.Body.class, Reply.class, Block.class, Control.class, Span.class)) {
      mapper.addMixIn(family, Named.class);
      for (Class<?> member : family.getPermittedSubclasses()) {
        mapper.registerSubtypes(new NamedType(member, member.getSimpleName()));
      }
    }
    SimpleModule values = new SimpleModule();
    values.addSerializer(
        Instant.class,
        new Writer<Instant>() {
          @Override
          public void serialize(Instant at, JsonGenerator out, SerializerProvider by)
              throws IOException {
            out.writeString(at.toString());
          }
        });
    values.addDeserializer(
        Instant.class,
        new JsonDeserializer<>() {
          @Override
          public Instant deserialize(JsonParser in, DeserializationContext by) throws IOException {
            return Instant.parse(in.getText());
          }
        });
    values.addSerializer(
        Image.class,
        new Writer<Image>() {
          @Override
          public void serialize(Image image, JsonGenerator out, SerializerProvider by)
              throws IOException {
            out.writeStartObject();
            out.writeStringField("name", image.fileName());
            out.writeStringField("alt", image.altText());
            out.writeBinaryField(PNG, image.png());
            out.writeEndObject();
          }
        });
    values.addDeserializer(
        Image.class,
        new JsonDeserializer<>() {
          @Override
          public Image deserialize(JsonParser in, DeserializationContext by) throws IOException {
            JsonNode image = in.readValueAsTree();
            return new Image(
                image.path("name").asText(),
                image.path("alt").asText(),
                image.path(PNG).binaryValue());
          }
        });
    values.addSerializer(
        ReplyData.class,
        new Writer<ReplyData>() {
          @Override
          public void serialize(ReplyData facts, JsonGenerator out, SerializerProvider by)
              throws IOException {
            out.writeStartObject();
            out.writeEndObject();
          }
        });
    values.addDeserializer(
        ReplyData.class,
        new JsonDeserializer<>() {
          @Override
          public ReplyData deserialize(JsonParser in, DeserializationContext by)
              throws IOException {
            in.skipChildren();
            return ReplyData.NONE;
          }
        });
    return mapper.registerModule(values);
  }

  /** Writes a value whose class is known where it stands. */
  private abstract static class Writer<T> extends JsonSerializer<T> {
    @Override
    public void serializeWithType(
        T value, JsonGenerator out, SerializerProvider by, TypeSerializer type) throws IOException {
      serialize(value, out, by);
    }
  }
}
